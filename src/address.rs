//! [`AddressKind`]: what an address, as written, leads to.

/// What an address leads to, told by its beginning; nothing is resolved or fetched.
///
/// A scheme is read as browsers read it (URL standard, "scheme start state"): in any case, after
/// white space and controls, with tabs and line breaks dropped, so that `java\nscript:` is a script.
///
/// # Examples
///
/// ```
/// use copydesk::AddressKind;
///
/// assert_eq!(AddressKind::of("https://example.org/"), AddressKind::Web);
/// assert_eq!(AddressKind::of("//example.org/"), AddressKind::Web);
/// assert_eq!(AddressKind::of("../dawn.html#pier"), AddressKind::Relative);
/// assert_eq!(AddressKind::of("#pier"), AddressKind::Fragment);
/// assert_eq!(AddressKind::of(" JavaScript:alert(1)"), AddressKind::Script);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AddressKind {
    /// `https:`, `http:`, or `//host` in the scheme of the base.
    Web,
    /// A path, to be resolved against a base.
    Relative,
    /// `#…`: a place in the same document.
    Fragment,
    /// `mailto:`.
    Mail,
    /// `tel:`, `sms:`.
    Telephone,
    /// `data:`: the thing itself.
    Data,
    /// `javascript:`, `vbscript:`: code. Do not put it where it may be run.
    Script,
    /// Another scheme (`ftp:`, `magnet:`, `file:` …).
    Other,
    /// Nothing: the document itself.
    Empty,
}

impl AddressKind {
    /// The kind of an address as written.
    pub fn of(address: &str) -> Self {
        let address = address.trim_matches(|c: char| c <= ' ');
        match address.as_bytes() {
            [] => Self::Empty,
            [b'#', ..] => Self::Fragment,
            [b'/' | b'\\', b'/' | b'\\', ..] => Self::Web,
            _ => scheme(address).map_or(Self::Relative, |scheme| Self::of_scheme(&scheme)),
        }
    }

    fn of_scheme(scheme: &str) -> Self {
        match scheme {
            "http" | "https" => Self::Web,
            "mailto" => Self::Mail,
            "tel" | "sms" => Self::Telephone,
            "data" => Self::Data,
            "javascript" | "vbscript" => Self::Script,
            _ => Self::Other,
        }
    }
}

/// More than any scheme that is asked for; a longer one is another.
const LONGEST: usize = 12;

/// What stands before the first colon, if it is a scheme, in lower case and without what is dropped.
fn scheme(address: &str) -> Option<String> {
    if !address.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut scheme = String::new();
    for c in address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')) {
        match c {
            ':' => return Some(scheme),
            '+' | '-' | '.' => {}
            c if c.is_ascii_alphanumeric() => {}
            _ => return None,
        }
        if scheme.len() < LONGEST {
            scheme.push(c.to_ascii_lowercase());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::AddressKind::{
        self, Data, Empty, Fragment, Mail, Other, Relative, Script, Telephone, Web,
    };

    #[test]
    fn kinds_are_told_by_the_beginning() {
        let cases: &[(&str, AddressKind)] = &[
            ("", Empty),
            (" \n", Empty),
            ("http://a", Web),
            ("HTTPS://a", Web),
            ("\u{1}https://a", Web),
            ("//a/b", Web),
            ("\\\\a", Web),
            ("/a", Relative),
            ("a/b:c", Relative),
            ("?q=1", Relative),
            ("1:2", Relative),
            (":a", Relative),
            ("图:a", Relative),
            ("#", Fragment),
            (" #a", Fragment),
            ("mailto:a@b", Mail),
            ("tel:+49", Telephone),
            ("sms:+49", Telephone),
            ("data:,", Data),
            ("javascript:void(0)", Script),
            ("java\nscript:x", Script),
            ("j\ta\tv\ta\ts\tc\tr\ti\tp\tt:x", Script),
            ("vbscript:x", Script),
            ("javascriptjavascript:x", Other),
            ("magnet:?x", Other),
            ("a.b+c-d:x", Other),
        ];
        for (address, kind) in cases {
            assert_eq!(AddressKind::of(address), *kind, "{address:?}");
        }
    }
}
