//! [`Parser`]: the whole way from an input to a document, with its options.

use crate::body_format::BodyFormat;
use crate::date::DateOrder;
use crate::decode::decode;
use crate::diagnostic::{Code, Diagnostics};
use crate::document::{self, Document, Version};
use crate::front_matter::{self, Dialect, Edit, Split};
use crate::html::{self, Engine, Tree};
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
    options: metadata::Options,
    limits: Limits,
    body_format: BodyFormat,
    file_name: Option<&'a str>,
    math: Option<bool>,
    engine: Engine,
}

impl<'a> Parser<'a> {
    /// A parser with the default options.
    pub const fn new() -> Self {
        Self {
            base_url: None,
            options: metadata::Options::new(),
            limits: Limits::new(),
            body_format: BodyFormat::Auto,
            file_name: None,
            math: None,
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
        self.options.dialect = dialect;
        self
    }

    /// Sets what `03/04/2021` means. Default: [`DateOrder::Unknown`], and such a date keeps its text,
    /// with a diagnostic.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::{DateOrder, Parser};
    ///
    /// static PARSER: Parser = Parser::new().date_order(DateOrder::DayFirst);
    ///
    /// let document = PARSER.parse("---\ndate: 03/04/2021\n---\n");
    /// assert_eq!(document.metadata().published.as_ref().unwrap().to_string(), "2021-04-03");
    /// ```
    pub const fn date_order(mut self, order: DateOrder) -> Self {
        self.options.date_order = order;
        self
    }

    /// Sets whether one text as categories or tags, `tags: a, b`, is parted at its commas (`,`, `，`
    /// and `、`), as some exporters write them. Default: no, since names hold commas, too. The items of
    /// a list are never parted.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Parser;
    ///
    /// let document = Parser::new().split_commas(true).parse("---\ntags: harbour, storm\n---\n");
    /// assert_eq!(document.metadata().tags, ["harbour", "storm"]);
    /// ```
    pub const fn split_commas(mut self, split: bool) -> Self {
        self.options.split_commas = split;
        self
    }

    /// Sets how much is read. Default: [`Limits::new`].
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets what the body is written in. Default: [`BodyFormat::Auto`].
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::{BodyFormat, Parser};
    ///
    /// let parser = Parser::new().body_format(BodyFormat::Html);
    /// let document = parser.parse("# not a heading");
    /// assert_eq!(document.headings().count(), 0);
    /// ```
    pub const fn body_format(mut self, format: BodyFormat) -> Self {
        self.body_format = format;
        self
    }

    /// Sets the name of the document's file, or its path: what [`BodyFormat::Auto`] goes by, besides
    /// the body itself. Nothing is read from there. Default: none.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::{BodyFormat, Parser};
    ///
    /// let document = Parser::new().file_name("posts/dawn.md").parse("Hello *there*");
    /// # #[cfg(feature = "markdown")]
    /// assert_eq!(document.body_format(), BodyFormat::Markdown);
    /// ```
    pub const fn file_name(mut self, name: &'a str) -> Self {
        self.file_name = Some(name);
        self
    }

    /// Sets whether `$…$` and `$$…$$` in a Markdown body are formulas, their TeX kept as written.
    /// Without the feature `markdown` it says nothing. What was decided is
    /// [`Document::math`](crate::Document::math).
    ///
    /// Default: as the front matter says, in the fields that themes have for it (`math`, `mathjax`,
    /// `katex`, `latex`, `use_math`: `true`, the name of an engine, or `{enable: true}`; under `params`
    /// or `extra`, too); no if it says nothing, since `$` may stand before a price.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::{BodyFormat, Inline, Parser};
    ///
    /// # #[cfg(feature = "markdown")] {
    /// let parser = Parser::new().body_format(BodyFormat::Markdown).math(true);
    /// let document = parser.parse(r"The set $\{t_1, t_2\}$ of terms.");
    /// let paragraph = document.paragraphs().next().unwrap();
    /// let Inline::Math(math) = &paragraph.inlines[1] else { panic!() };
    /// assert_eq!(math.tex.as_deref(), Some(r"\{t_1, t_2\}"));
    /// # }
    /// ```
    ///
    /// # Example: front matter that asks for formulas
    ///
    /// ```
    /// use copydesk::{BodyFormat, Parser};
    ///
    /// # #[cfg(all(feature = "markdown", feature = "yaml"))] {
    /// let parser = Parser::new().body_format(BodyFormat::Markdown);
    /// let source = "---\nmath: true\n---\nThe number $e$.";
    /// assert!(parser.parse(source).math());
    /// assert!(!parser.math(false).parse(source).math());
    /// # }
    /// ```
    pub const fn math(mut self, math: bool) -> Self {
        self.math = Some(math);
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
        front_matter::split_with(input, self.options.dialect, &mut Diagnostics::new(0))
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

    /// Reads the front matter and leaves the body: for those who want the metadata of very many
    /// files and nothing else.
    ///
    /// The document is that of [`parse`](Self::parse), without blocks and without what would be
    /// noticed in the body, whose place and text it knows.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Parser;
    ///
    /// let document = Parser::new().parse_front_matter("---\ntitle: Dawn\n---\n<p>Hello</p>");
    /// assert_eq!(document.metadata().title.as_deref(), Some("Dawn"));
    /// assert!(document.blocks().is_empty());
    /// assert_eq!(document.body(), "<p>Hello</p>");
    /// ```
    pub fn parse_front_matter(&self, input: &'a str) -> Document<'a> {
        let diagnostics = Diagnostics::new(self.limits.diagnostics);
        self.parse_parts(input, diagnostics, |_, _, _| {})
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

    /// Begins to edit the front matter of `source` by this parser's dialect and limits.
    /// [`Edit::new`] *is* `Parser::new().edit`.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::{Dialect, Parser};
    ///
    /// static PARSER: Parser = Parser::new().dialect(Dialect::Hexo);
    ///
    /// let mut edit = PARSER.edit("title: no opening fence\n---\n<p>Hello</p>");
    /// edit.set("draft", true);
    /// assert_eq!(edit.finish()?, "title: no opening fence\ndraft: true\n---\n<p>Hello</p>");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn edit<'s>(&self, source: &'s str) -> Edit<'s> {
        Edit::with(source, self.options.dialect, self.limits)
    }

    fn parse_with<'s>(&self, input: &'s str, diagnostics: Diagnostics) -> Document<'s>
    where
        'a: 's,
    {
        self.parse_parts(input, diagnostics, |body, document, diagnostics| {
            let tree = self.tree(body, document, diagnostics);
            document.base_href = tree.base_href().cloned();
            let metadata = &document.metadata;
            let built = document::build(&tree, input, metadata, &self.limits, diagnostics);
            (document.blocks, document.omitted) = (built.blocks, built.omitted);
        })
    }

    /// Reads the front matter, and has `read_body` read the rest.
    fn parse_parts<'s>(
        &self,
        input: &'s str,
        mut diagnostics: Diagnostics,
        read_body: impl FnOnce(&'s str, &mut Document<'s>, &mut Diagnostics),
    ) -> Document<'s>
    where
        'a: 's,
    {
        let mut document = Document {
            source: Text::borrowed(input),
            version: Version,
            base_url: self.base_url.map(Text::borrowed),
            base_href: None,
            front_matter: None,
            metadata: Metadata::default(),
            body: Span::default(),
            body_format: BodyFormat::Html,
            math: false,
            blocks: Vec::new(),
            omitted: Vec::new(),
            diagnostics: Vec::new(),
        };
        if input.len() > self.limits.input_bytes as usize {
            let most = self.limits.input_bytes;
            let message = format!("the input is longer than {most} bytes and was not read");
            diagnostics.push(Code::InputTooLong, Span::default(), message);
        } else {
            let dialect = self.options.dialect;
            let found = front_matter::find(input, dialect, &self.limits, &mut diagnostics);
            if let Some(values) = found.values {
                document.metadata = metadata::read(values, self.options, &mut diagnostics);
            }
            document.front_matter = found.front_matter;
            let body = found.body;
            document.body = Span::of_part(input, body, 0);
            document.body_format = self.decide(body, document.body, &mut diagnostics);
            document.math = !document.body_format.is_html()
                && self.math.unwrap_or_else(|| document.metadata.asks_for_math());
            read_body(body, &mut document, &mut diagnostics);
        }
        document.diagnostics = diagnostics.finish(input);
        document
    }

    /// The tree of the body by what it is written in.
    #[cfg(feature = "markdown")]
    fn tree<'s>(
        &self,
        body: &'s str,
        document: &Document<'s>,
        diagnostics: &mut Diagnostics,
    ) -> Tree<'s> {
        let (base, engine, limits) = (document.body.start, self.engine, &self.limits);
        if document.body_format.is_html() {
            return html::parse(body, base, engine, limits, diagnostics);
        }
        html::parse_markdown(body, base, engine, limits, document.math, diagnostics)
    }

    /// The tree of the body, which is HTML.
    #[cfg(not(feature = "markdown"))]
    fn tree<'s>(
        &self,
        body: &'s str,
        document: &Document<'s>,
        diagnostics: &mut Diagnostics,
    ) -> Tree<'s> {
        html::parse(body, document.body.start, self.engine, &self.limits, diagnostics)
    }

    /// What the body is to be read as.
    fn decide(&self, body: &str, span: Span, diagnostics: &mut Diagnostics) -> BodyFormat {
        match self.body_format {
            BodyFormat::Markdown if cfg!(feature = "markdown") => BodyFormat::Markdown,
            BodyFormat::Markdown => {
                let message = "the feature `markdown` is off; the body was read as HTML";
                diagnostics.push(Code::FormatDisabled, span, message);
                BodyFormat::Html
            }
            BodyFormat::Html => BodyFormat::Html,
            BodyFormat::Auto => BodyFormat::detect(body, self.file_name),
        }
    }
}

#[cfg(test)]
mod tests;
