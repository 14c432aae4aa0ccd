//! [`Resolver`]: addresses as written, made absolute.

use url::Url;

use super::Document;

/// Makes addresses absolute against a document's base: the first `<base href>` of the body, itself
/// resolved against [`Parser::base_url`](crate::Parser::base_url). By the URL standard, with the
/// crate `url`.
#[derive(Debug, Clone)]
pub struct Resolver {
    base: Option<Url>,
}

impl Resolver {
    /// The base itself, if there is one.
    pub fn base(&self) -> Option<&str> {
        self.base.as_ref().map(Url::as_str)
    }

    /// An address as written, made absolute. `None` if it is not one, or relative without a base.
    ///
    /// What is absolute is given in the standard's form (`HTTP://A` as `http://a/`), whatever its
    /// scheme; [`AddressKind`](crate::AddressKind) tells a link from a script.
    pub fn resolve(&self, address: &str) -> Option<String> {
        Url::options().base_url(self.base.as_ref()).parse(address).ok().map(String::from)
    }
}

impl Document<'_> {
    /// What makes the addresses of this document absolute (feature `url`).
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Parser;
    ///
    /// let parser = Parser::new().base_url("https://example.org/posts/dawn/");
    /// let document = parser.parse("<p><a href=../tides#low>Tides</a> <img src=//img.example.org/a.jpg>");
    /// let resolver = document.resolver();
    ///
    /// let link = document.links().next().unwrap();
    /// assert_eq!(link.href, "../tides#low");
    /// assert_eq!(resolver.resolve(&link.href).unwrap(), "https://example.org/posts/tides#low");
    ///
    /// let image = document.images().next().unwrap();
    /// assert_eq!(resolver.resolve(&image.src).unwrap(), "https://img.example.org/a.jpg");
    /// ```
    pub fn resolver(&self) -> Resolver {
        let told = self.base_url().and_then(|url| Url::parse(url).ok());
        // HTML standard, "document base URL": a base of `data:` or `javascript:` is no base.
        let written = self.base_href().and_then(|href| {
            let url = Url::options().base_url(told.as_ref()).parse(href).ok()?;
            (!matches!(url.scheme(), "data" | "javascript")).then_some(url)
        });
        Resolver { base: written.or(told) }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Document, Parser};

    #[track_caller]
    fn resolved(parser: &Parser<'_>, input: &str, address: &str) -> Option<String> {
        parser.parse(input).resolver().resolve(address)
    }

    #[test]
    fn base_of_the_body_counts_before_that_of_the_parser() {
        let parser = Parser::new().base_url("https://a.example/x/y");
        let absolute = |input, address| resolved(&parser, input, address).unwrap();
        assert_eq!(absolute("", "z"), "https://a.example/x/z");
        assert_eq!(absolute("<base href=/b/><base href=/c/>", "z"), "https://a.example/b/z");
        assert_eq!(absolute("<base href=https://b.example>", "z"), "https://b.example/z");
        assert_eq!(absolute("<base><base href='data:,x'>", "z"), "https://a.example/x/z");
        let page = "<!doctype html><html><head><base href=/p/></head><body>Hello</body></html>";
        assert_eq!(absolute(page, "z"), "https://a.example/p/z");
    }

    #[test]
    fn without_a_base_only_absolute_addresses_are_told() {
        let resolver = Document::parse("<p>Hello").resolver();
        assert_eq!(resolver.base(), None);
        assert_eq!(resolver.resolve("z"), None);
        assert_eq!(
            resolver.resolve(" HTTP://Müller.example/ä b"),
            Some("http://xn--mller-kva.example/%C3%A4%20b".into())
        );
        assert_eq!(resolver.resolve("http://"), None);
    }
}
