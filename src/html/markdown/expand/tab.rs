//! Tabs: what stands in one is folded in, under its label.
//!
//! ```text
//! {{< tabpane text=true >}}          nothing
//! {{% tab header="Label" %}} …       <details><summary>Label</summary> …      Docsy, Hugo
//! {% tab name Label %} …             the same                                 Jekyll
//! {{< tab header="Label" >}} …       the same around code                     Docsy, without `text`
//! ```

use super::code::Around;
use super::container::Name;
use super::line::Line;
use super::note::{SUMMARY, details};
use super::place;
use super::scan::Scan;
use crate::shortcode::{Meaning, Shortcode, shortcode};

/// Docsy's `tabpane` that is open: what its tabs are, if they do not say it themselves.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pane<'s> {
    is_text: bool,
    language: Option<&'s str>,
    /// Whether a tab's label is the language.
    by_label: bool,
}

impl<'s> Pane<'s> {
    pub(super) fn read(code: &Shortcode<'s>) -> Self {
        let is = |name| code.named(name) == Some("true");
        let language = code.named("lang").filter(|language| !language.is_empty());
        Self { is_text: is("text"), language, by_label: is("langEqualsHeader") }
    }
}

impl<'s> Scan<'s> {
    /// Notes where a pane of tabs begins or ends.
    pub(super) fn pane(&mut self, code: &Shortcode<'s>) {
        match code.name {
            "tabpane" => self.pane = Some(Pane::read(code)),
            "/tabpane" => self.pane = None,
            _ => {}
        }
    }

    /// Opens a tab.
    pub(super) fn tab(&mut self, code: &Shortcode<'s>, line: &Line) -> Option<usize> {
        let prefix = self.prefix(line)?;
        let label = self.label(code);
        let (open, close) = SUMMARY;
        let title = self.title(label.unwrap_or_default(), open, close, &prefix);
        let (start, end) = details(false, title);
        if let Some(pane) = self.pane.filter(|pane| self.is_code(*pane, code)) {
            let by_label = || label.filter(|_| pane.by_label);
            let language = code.named("lang").or_else(by_label).or(pane.language);
            return self.code_in(code, line, Around { language, start, end });
        }
        self.open(Name::Tag(code.name), code.range.clone(), line, start, end)
    }

    /// The label of a tab.
    fn label(&self, code: &Shortcode<'s>) -> Option<&'s str> {
        let named = ["header", "title", "name", "label"];
        let named = named.into_iter().find_map(|name| code.named(name));
        let positional = || {
            let mut words = code.positional();
            let first = words.next()?;
            // Jekyll's names its tabs' group first, and a label has no quotes.
            let is_liquid = self.slice(code.range.clone()).starts_with("{%");
            let Some(label) = words.next().filter(|_| is_liquid) else { return Some(first) };
            let last = words.last().unwrap_or(label);
            self.source.get(place(self.source, label).start..place(self.source, last).end)
        };
        named.or_else(positional).map(str::trim).filter(|label| !label.is_empty())
    }

    /// Whether a tab of a pane is code: unless it says that it is text, or begins with a fence.
    fn is_code(&self, pane: Pane<'s>, code: &Shortcode<'s>) -> bool {
        let rest = self.slice(code.range.end..self.source.len()).trim_start();
        let is_text = pane.is_text || code.named("text") == Some("true");
        !is_text && !rest.starts_with(['`', '~', '{'])
    }

    /// Whether a tag at `at` opens what is read as Markdown, or as code.
    pub(super) fn opens_at(&self, at: usize) -> bool {
        let code = shortcode(self.source, at);
        code.and_then(|code| Meaning::of(code.name)).is_some_and(Meaning::is_paired)
    }
}
