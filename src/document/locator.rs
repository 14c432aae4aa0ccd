//! [`Locator`]: where an image is, without what only says how it is fetched and in which size.

use std::borrow::Cow;

use crate::address::AddressKind;

/// Where an image is. Two addresses of one image in two sizes have the same locator.
///
/// ```text
/// https://i0.wp.com/a.example/c/pier-300x200.jpg?w=640#x
///                   host      folder, name              query: what is left of it
/// ```
#[derive(Debug)]
pub(super) struct Locator<'t> {
    host: Option<&'t str>,
    /// Percent-encoding decoded; without `.` and the leading `..`.
    folder: Vec<Cow<'t, str>>,
    /// The last part of the path, without size and ending.
    name: Cow<'t, str>,
    /// Whether the path begins at the host's root.
    rooted: bool,
    /// What of the query tells images from each other.
    query: Vec<&'t str>,
}

impl<'t> Locator<'t> {
    /// `None` for what is no address of a file: data, scripts, nothing.
    pub(super) fn of(address: &'t str) -> Option<Self> {
        let address = passed_on(without_root(address.trim()));
        let kind = AddressKind::of(address);
        if !matches!(kind, AddressKind::Web | AddressKind::Relative) {
            return None;
        }
        let address = address.split('#').next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let web = path.split_once("//").filter(|_| kind == AddressKind::Web);
        let (host, path) = web.map_or((None, path), |(_, rest)| host_of(rest));
        let rooted = host.is_some() || path.starts_with('/');
        let mut parts = path.split('/').filter(|part| !matches!(*part, "" | "." | ".."));
        let last = parts.next_back()?;
        let is_sized = host.is_some_and(sizes_in_folders);
        let folder = parts.filter(|part| !(is_sized && is_size(part))).map(decoded).collect();
        let name = match decoded(last) {
            Cow::Borrowed(last) => Cow::Borrowed(image_name(last)),
            Cow::Owned(last) => Cow::Owned(image_name(&last).to_owned()),
        };
        let mut query: Vec<_> = query.split('&').filter(|part| tells_images(part)).collect();
        query.sort_unstable();
        let rest = Self { host, folder, name, rooted, query };
        // The query of a file says how it is to be served.
        Some(if is_image_file(last) { Self { query: Vec::new(), ..rest } } else { rest })
    }

    /// Whether both are of one image. An address without a host, or without a root, may be of any: then
    /// it is enough that the other one ends like it.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        /// The name alone tells images from each other if it is not shorter: `1` and `cover` do not.
        const LEAST: usize = 8;
        let hosts = self.host.zip(other.host);
        if hosts.is_some_and(|(one, other)| !one.eq_ignore_ascii_case(other))
            || !self.name.eq_ignore_ascii_case(&other.name)
            || self.query != other.query
        {
            return false;
        }
        let (short, long) =
            if self.folder.len() <= other.folder.len() { (self, other) } else { (other, self) };
        if short.rooted == long.rooted || short.rooted {
            return short.folder == long.folder;
        }
        let tells = !short.folder.is_empty() || short.name.len() >= LEAST;
        long.folder == short.folder || tells && long.folder.ends_with(&short.folder)
    }

    /// Whether both addresses are of one image.
    pub(super) fn are_of_one(one: &str, other: &str) -> bool {
        Locator::of(one).zip(Locator::of(other)).is_some_and(|(one, other)| one.is_same(&other))
    }
}

/// The last part of a path, without its ending and size: what the image is called.
fn image_name(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
    let name = name.split_once('@').map_or(name, |(name, _)| name);
    let name =
        ["-scaled", "-rotated"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    without_size(name)
}

/// `pier-300x200` and `pier_640` without the size.
fn without_size(name: &str) -> &str {
    let digit = |c: char| c.is_ascii_digit();
    let Some(at) = name.rfind(['-', '_']) else { return name };
    let size = &name[at + 1..];
    let is_width = size
        .strip_suffix('w')
        .is_some_and(|size| (2..=4).contains(&size.len()) && size.chars().all(digit));
    let is_area = size.split_once(['x', 'X']).is_some_and(|(width, height)| {
        let is_side = |side: &str| (2..=4).contains(&side.len()) && side.chars().all(digit);
        is_side(width) && is_side(height)
    });
    if (is_width || is_area) && at > 0 { &name[..at] } else { name }
}

/// What follows the expression that a template puts the site's root in for.
fn without_root(address: &str) -> &str {
    let expression = address.strip_prefix("{{").and_then(|rest| rest.split_once("}}"));
    expression.map_or(address, |(_, rest)| rest)
}

/// The address that stands within another: that of what passes images on, cached or in another size.
fn passed_on(address: &str) -> &str {
    let web = |scheme: &str| address.rfind(scheme).filter(|&at| at > 0);
    let Some(at) = web("http://").max(web("https://")) else { return address };
    let end = if address[..at].ends_with('=') { address[at..].find('&') } else { None };
    &address[at..end.map_or(address.len(), |end| at + end)]
}

/// The host, without `www.` and what passes its images on (`WordPress`'s Photon), and the path.
fn host_of(rest: &str) -> (Option<&str>, &str) {
    let split = |rest: &'_ str| rest.find('/').map_or(rest.len(), |at| at);
    let (mut host, mut path) = rest.split_at(split(rest));
    let passes_on = host.strip_suffix(".wp.com").is_some_and(|name| {
        name.strip_prefix('i').is_some_and(|digit| matches!(digit, "0" | "1" | "2" | "3"))
    });
    if passes_on {
        let passed = path.trim_start_matches('/');
        (host, path) = passed.split_at(split(passed));
    }
    (Some(host.strip_prefix("www.").unwrap_or(host)), path)
}

/// Blogger's hosts have the size in a folder: `/s320/pier.jpg`.
fn sizes_in_folders(host: &str) -> bool {
    host.ends_with(".blogspot.com") || host.ends_with(".googleusercontent.com")
}

/// `s320`, `s72-c`, `w640-h426`.
fn is_size(part: &str) -> bool {
    let word = |word: &str| {
        let number = word.strip_prefix(['s', 'w', 'h']).unwrap_or_default();
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut words = part.split('-');
    words.next().is_some_and(word) && words.all(|rest| rest.len() < 5)
}

/// Whether an address is that of an image, by its ending.
pub(super) fn is_image_file(address: &str) -> bool {
    const ENDINGS: &[&str] = &["jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp", "jfif"];
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|end| ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(end)))
}

/// Whether a parameter of a query is of the image, not of the size and form it is wanted in.
fn tells_images(parameter: &str) -> bool {
    const FORMS: &[&str] = &[
        "w", "h", "width", "height", "size", "s", "resize", "fit", "crop", "q", "quality", "auto",
        "format", "fm", "dpr", "ssl", "strip", "zoom", "mode", "rect", "scale", "v", "ver",
        "version", "itok", "ixlib", "maxwidth", "max-w", "cs",
    ];
    let name = parameter.split('=').next().unwrap_or_default();
    !name.is_empty() && !FORMS.contains(&name)
}

/// A part of an address with its percent-encoding decoded, if that is text.
pub(super) fn decoded(part: &str) -> Cow<'_, str> {
    if !part.contains('%') {
        return Cow::Borrowed(part);
    }
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| first == b'%');
        let hex = hex.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(hex.unwrap_or(first));
        rest = if hex.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(part), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_image_at_several_addresses() {
        for (one, other, same) in [
            ("https://a.b/c/pier.jpg", "//www.a.b/c/pier.jpg?w=640#x", true),
            ("https://a.b/c/pier.jpg", "http://A.b/c/pier-300x200.jpg", true),
            ("https://a.b/c/pier-scaled.jpg", "https://a.b/c/pier-1024x768.webp", true),
            ("https://a.b/c/pier.jpg", "https://i0.wp.com/a.b/c/pier.jpg?resize=3%2C2&ssl=1", true),
            ("/c/%E6%B8%AF.jpg", "/c/港.jpg", true),
            ("/c/a%20b.jpg", "https://a.b/c/a b.jpg", true),
            ("c/pier.jpg", "https://a.b/x/c/pier.jpg", true),
            ("../c/./pier.jpg", "/x/c/pier.jpg", true),
            ("harbour-dawn.jpg", "/posts/x/harbour-dawn.jpg", true),
            ("cover.jpg", "cover.jpg", true),
            ("http://a.blogspot.com/x/s72-c/p.jpg", "http://a.blogspot.com/x/s1600/p.jpg", true),
            ("/image.php?id=1&w=3", "/image.php?w=9&id=1", true),
            ("https://c.d/?u=https://a.b/c/pier.jpg&n=1", "https://a.b/c/pier.jpg", true),
            ("{{ site.baseurl }}/c/pier.jpg", "/c/pier.jpg", true),
            ("/cdn/w=640/https://a.b/c/pier.jpg", "https://a.b/c/pier.jpg", true),
            ("/c/harbour-640w.webp", "/c/harbour@2x.jpg", true),
            ("//a.b/1.jpg", "https://a.b/1.jpg#x", true),
            // Others.
            ("/a/1.jpg", "/b/1.jpg", false),
            ("/image.php?id=1", "/image.php?id=2", false),
            ("cover.jpg", "/posts/x/cover.jpg", false),
            ("/c/pier.jpg", "/d/pier.jpg", false),
            ("/pier-harbour.jpg", "/d/pier-harbour.jpg", false),
            ("https://a.b/pier.jpg", "https://c.d/pier.jpg", false),
            ("/c/pier-1.jpg", "/c/pier-2.jpg", false),
            ("/c/%FF.jpg", "/c/%FE.jpg", false),
        ] {
            let (a, b) = (Locator::of(one).unwrap(), Locator::of(other).unwrap());
            assert_eq!(a.is_same(&b), same, "{one} {other}");
            assert_eq!(b.is_same(&a), same, "{other} {one}");
        }
    }

    #[test]
    fn what_is_no_file_is_nowhere() {
        for address in
            ["", " ", "#x", "data:image/png;base64,a", "javascript:a", "/", "https://a.b"]
        {
            assert!(Locator::of(address).is_none(), "{address}");
        }
    }
}
