//! [`Limits`]: how much of a hostile input is read.

use serde::{Deserialize, Serialize};

/// How much of an input is read before a [`Diagnostic`](crate::Diagnostic) says that it was too
/// much.
///
/// Every limit has a default that ordinary files never meet. Setters take and return the value, so
/// that limits can be a `const`. Read from JSON, what is not said has its default.
///
/// # Examples
///
/// ```
/// use copydesk::{Limits, Parser};
///
/// static PARSER: Parser = Parser::new().limits(Limits::new().with_input_bytes(1 << 20));
/// assert!(PARSER.parse("hello").diagnostics().is_empty());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of input. Above it the document is empty. Default: 64 MiB, and never above 2 GiB,
    /// since offsets are `u32`.
    pub input_bytes: u32,
    /// Bytes of front matter. Above it the values are not read, the raw text is kept. Default: 1 MiB.
    pub front_matter_bytes: u32,
    /// How deep front matter values nest. Default: 64.
    pub value_depth: u32,
    /// Front matter values, copies made by aliases and merge keys included. Default: 100,000.
    pub values: u32,
    /// Attributes of one tag; the rest are dropped. Default: 256.
    pub attributes: u32,
    /// Candidates in one `srcset`; the rest are dropped. Default: 1,000.
    pub srcset_candidates: u32,
    /// Diagnostics; the rest are counted. Default: 1,000.
    pub diagnostics: u32,
}

impl Limits {
    /// The default limits.
    pub const fn new() -> Self {
        Self {
            input_bytes: 64 << 20,
            front_matter_bytes: 1 << 20,
            value_depth: 64,
            values: 100_000,
            attributes: 256,
            srcset_candidates: 1_000,
            diagnostics: 1_000,
        }
    }

    /// Sets [`input_bytes`](Self::input_bytes); values above 2 GiB mean 2 GiB.
    pub const fn with_input_bytes(mut self, bytes: u32) -> Self {
        const MOST: u32 = 2 << 30;
        self.input_bytes = if bytes > MOST { MOST } else { bytes };
        self
    }

    /// Sets [`front_matter_bytes`](Self::front_matter_bytes).
    pub const fn with_front_matter_bytes(mut self, bytes: u32) -> Self {
        self.front_matter_bytes = bytes;
        self
    }

    /// Sets [`value_depth`](Self::value_depth); values above 200 mean 200, so that stack use stays
    /// constant.
    pub const fn with_value_depth(mut self, depth: u32) -> Self {
        self.value_depth = if depth > 200 { 200 } else { depth };
        self
    }

    /// Sets [`values`](Self::values).
    pub const fn with_values(mut self, values: u32) -> Self {
        self.values = values;
        self
    }

    /// Sets [`attributes`](Self::attributes).
    pub const fn with_attributes(mut self, attributes: u32) -> Self {
        self.attributes = attributes;
        self
    }

    /// Sets [`srcset_candidates`](Self::srcset_candidates).
    pub const fn with_srcset_candidates(mut self, candidates: u32) -> Self {
        self.srcset_candidates = candidates;
        self
    }

    /// Sets [`diagnostics`](Self::diagnostics).
    pub const fn with_diagnostics(mut self, diagnostics: u32) -> Self {
        self.diagnostics = diagnostics;
        self
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_said_has_its_default() {
        let limits: Limits = serde_json::from_str(r#"{"values":7}"#).unwrap();
        assert_eq!(limits, Limits::new().with_values(7));
        let json = serde_json::to_string(&limits).unwrap();
        assert_eq!(serde_json::from_str::<Limits>(&json).unwrap(), limits);
    }
}
