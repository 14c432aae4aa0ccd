//! Addresses of images: whether two are of the same image.

/// Whether two addresses name the same image, perhaps in another size: their last parts are the same
/// without query, ending and size (`pier-300x200.jpg`, `pier.jpg?w=640`, `pier@2x.webp`), and say
/// enough to tell one image from another.
pub(in crate::document) fn same_file(one: &str, other: &str) -> bool {
    /// A shorter name (`1`, `img`) may be any image's: then the whole path must be the same.
    const LEAST: usize = 6;
    let (path, other_path) = (path(one), path(other));
    let (name, other_name) = (name(path), name(other_path));
    let same_path = || path.eq_ignore_ascii_case(other_path);
    !name.is_empty()
        && name.eq_ignore_ascii_case(other_name)
        && (name.len() >= LEAST || same_path())
}

/// An address without scheme, query and fragment.
fn path(address: &str) -> &str {
    let address = address.trim();
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let path = &address[..end];
    path.split_once("//").map_or(path, |(_, rest)| rest).trim_end_matches('/')
}

/// The last part of a path, without its ending and size: what the image is called.
pub(in crate::document) fn name(path: &str) -> &str {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_image_in_other_sizes() {
        for (one, other, same) in [
            ("https://a.b/c/harbour.jpg", "http://a.b/c/harbour.jpg?w=640", true),
            ("/c/harbour-300x200.jpg", "https://a.b/c/harbour.jpg", true),
            ("/c/harbour-640w.webp", "/d/harbour@2x.jpg", true),
            ("/c/harbour-scaled.jpg", "/c/harbour-1024x768.jpg", true),
            ("//a.b/1.jpg", "https://a.b/1.jpg#x", true),
            ("/a/1.jpg", "/b/1.jpg", false),
            ("/c/harbour.jpg", "/c/harbours.jpg", false),
            ("/c/harbour-1.jpg", "/c/harbour-2.jpg", false),
            ("", "", false),
            ("/", "?", false),
        ] {
            assert_eq!(same_file(one, other), same, "{one} {other}");
            assert_eq!(same_file(other, one), same, "{other} {one}");
        }
    }
}
