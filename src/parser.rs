//! [`Parser`]: the whole way from an input to a document, with its options.

use crate::document::Document;
use crate::front_matter::Dialect;
use crate::limits::Limits;

/// Reads documents, with options. A `const` value with by-value setters.
#[derive(Debug, Clone, Copy, Default)]
pub struct Parser<'a> {
    base_url: Option<&'a str>,
    dialect: Dialect,
    limits: Limits,
}

impl<'a> Parser<'a> {
    /// A parser with the default options.
    pub const fn new() -> Self {
        Self { base_url: None, dialect: Dialect::Common, limits: Limits::new() }
    }

    /// Sets the address that the document was fetched from. Default: none.
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

    /// Reads a document.
    pub fn parse(&self, _input: &'a str) -> Document<'a> {
        unimplemented!()
    }

    /// Reads a document from bytes.
    pub fn parse_bytes(&self, _bytes: &'a [u8]) -> Document<'a> {
        unimplemented!()
    }
}
