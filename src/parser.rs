//! [`Parser`]: the whole way from an input to a document, with its options.

use crate::decode::decode;
use crate::diagnostic::{Code, Diagnostics};
use crate::document::{self, Document, Version};
use crate::front_matter::{self, Dialect, FrontMatter, Reading, Split};
use crate::html::{self, Engine};
use crate::limits::Limits;
use crate::metadata::{self, Metadata};
use crate::span::Span;
use crate::text::Text;

/// Reads documents, with options.
///
/// A `const` value with by-value setters. [`Document::parse`] *is* `Parser::new().parse`.
///
/// # Examples
///
/// ```
/// use copydesk::{Dialect, Parser};
///
/// static PARSER: Parser = Parser::new().dialect(Dialect::Hexo);
///
/// let document = PARSER.parse("title: no opening fence\n---\n<p>Hello</p>");
/// assert_eq!(document.metadata().title.as_deref(), Some("no opening fence"));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parser<'a> {
    base_url: Option<&'a str>,
    dialect: Dialect,
    limits: Limits,
    engine: Engine,
}

impl<'a> Parser<'a> {
    /// A parser with the default options.
    pub const fn new() -> Self {
        Self {
            base_url: None,
            dialect: Dialect::Common,
            limits: Limits::new(),
            engine: Engine::Auto,
        }
    }

    /// Sets the address that the document was fetched from. Default: none.
    ///
    /// It is kept with the document, for those who resolve its links: addresses are given as
    /// written.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Parser;
    ///
    /// let document = Parser::new().base_url("https://example.org/news/").parse("<a href=1>one</a>");
    /// assert_eq!(document.base_url(), Some("https://example.org/news/"));
    /// assert_eq!(document.links().next().unwrap().href, "1");
    /// ```
    pub const fn base_url(mut self, url: &'a str) -> Self {
        self.base_url = Some(url);
        self
    }

    /// Sets whose rules hold where site generators disagree. Default: [`Dialect::Common`].
    pub const fn dialect(mut self, dialect: Dialect) -> Self {
        self.dialect = dialect;
        self
    }

    /// Sets how much is read. Default: [`Limits::new`].
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets which way builds the tree: for tests.
    #[doc(hidden)]
    pub const fn engine(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

    /// Splits an input into front matter and body by this parser's dialect, and does no more.
    /// [`split`](crate::split) *is* `Parser::new().split`.
    pub fn split(&self, input: &'a str) -> Split<'a> {
        front_matter::split_with(input, self.dialect, &mut Diagnostics::new(0))
    }

    /// Reads a document. Any text is one; what was wrong with it is in
    /// [`Document::diagnostics`].
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Parser;
    ///
    /// let document = Parser::new().parse("---\ntitle: Dawn\n---\n<h2 id=a>One</h2><p>Two</p>");
    /// assert_eq!(document.metadata().title.as_deref(), Some("Dawn"));
    /// assert_eq!(document.headings().next().unwrap().id.as_deref(), Some("a"));
    /// ```
    pub fn parse(&self, input: &'a str) -> Document<'a> {
        self.parse_with(input, Diagnostics::new(self.limits.diagnostics))
    }

    /// Reads a document from bytes: [`decode`](crate::decode), then [`parse`](Self::parse).
    ///
    /// The document borrows from the bytes if they are UTF-8. If they had to be changed it is owned,
    /// and spans point into the text that [`Document::source`] returns.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::{Code, Parser};
    ///
    /// let document = Parser::new().parse_bytes(b"<p>caf\xE9</p>");
    /// assert_eq!(document.source(), "<p>caf\u{FFFD}</p>");
    /// assert_eq!(document.diagnostics()[0].code, Code::InvalidUtf8);
    /// ```
    pub fn parse_bytes(&self, bytes: &'a [u8]) -> Document<'a> {
        let decoded = decode(bytes);
        let mut diagnostics = Diagnostics::new(self.limits.diagnostics);
        diagnostics.extend(decoded.diagnostics);
        match decoded.text.as_borrowed() {
            Some(text) => self.parse_with(text, diagnostics),
            None => self.parse_with(&decoded.text, diagnostics).into_owned(),
        }
    }

    fn parse_with<'s>(&self, input: &'s str, mut diagnostics: Diagnostics) -> Document<'s>
    where
        'a: 's,
    {
        let mut document = Document {
            source: Text::borrowed(input),
            version: Version,
            base_url: self.base_url.map(Text::borrowed),
            front_matter: None,
            metadata: Metadata::default(),
            body: Span::default(),
            blocks: Vec::new(),
            omitted: Vec::new(),
            diagnostics: Vec::new(),
        };
        if input.len() > self.limits.input_bytes as usize {
            let most = self.limits.input_bytes;
            let message = format!("the input is longer than {most} bytes and was not read");
            diagnostics.push(Code::InputTooLong, Span::default(), message);
        } else {
            self.read(input, &mut document, &mut diagnostics);
        }
        document.diagnostics = diagnostics.finish(input);
        document
    }

    fn read<'s>(&self, input: &'s str, document: &mut Document<'s>, diagnostics: &mut Diagnostics) {
        let split = front_matter::split_with(input, self.dialect, diagnostics);
        let body = self.read_front_matter(input, &split, document, diagnostics);
        document.body = Span::of_part(input, body, 0);
        let tree = html::parse(body, document.body.start, self.engine, &self.limits, diagnostics);
        let built = document::build(&tree, input, &self.limits, diagnostics);
        (document.blocks, document.omitted) = (built.blocks, built.omitted);
    }

    /// Reads what stands between the fences; answers the body. If that is no mapping it is no front
    /// matter, and all of the input is the body.
    fn read_front_matter<'s>(
        &self,
        input: &'s str,
        split: &Split<'s>,
        document: &mut Document<'s>,
        diagnostics: &mut Diagnostics,
    ) -> &'s str {
        let all = &input[split.bom.len()..];
        let Some(front_matter) = FrontMatter::locate(input, split) else { return split.body };
        let unopened = split.front_matter.is_some_and(|fenced| fenced.is_unopened());
        let mark = diagnostics.mark();
        let reading = front_matter::read(&front_matter, &self.limits, diagnostics);
        if unopened && reading.has_no_keys() {
            // Without an opening fence nothing says that front matter was meant: no word on it.
            diagnostics.back_to(mark);
            return all;
        }
        match reading {
            Reading::NotAMapping => return all,
            Reading::Unreadable => {}
            Reading::Mapping(mapping) => {
                document.metadata = metadata::read(mapping, self.dialect, diagnostics);
            }
        }
        document.front_matter = Some(front_matter);
        split.body
    }
}
