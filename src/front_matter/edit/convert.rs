//! Whole front matter: the first one of a text, and that of another format.

use super::action::{Action, without_nulls};
use super::check::check;
use super::lines;
use super::look::Look;
use super::path::ValuePath;
use super::plan::Planned;
use super::refusal::Refusal;
use super::splice::Splice;
use super::write::yaml::{Page, STEP};
use super::write::{Hand, Unwritable, json, toml};
use super::{Edit, Format, Mapping};
use crate::span::Span;

/// Front matter for a text that has none.
pub(super) fn first(look: &Look<'_>, action: &Action<'_>) -> Planned {
    let mut values = Mapping::default();
    action.clone().apply(&mut values).ok_or("there is no such value")?;
    let text = look.text;
    let newline = lines::newline_before(text, lines::next(text, 0));
    let written = fenced(&values, Format::Yaml, newline)?;
    Ok(vec![Splice::insert(text.len() - look.found.body.len(), written)])
}

/// Fences and, between them, the values.
fn fenced(values: &Mapping<'_>, format: Format, newline: &str) -> Result<String, Unwritable> {
    let mut out = String::new();
    let hand = Hand::new(format);
    let fence = match format {
        Format::Yaml => {
            let page = Page { hand, newline, dash: STEP };
            page.entries(values, "", &mut out)?;
            out.push_str(if values.is_empty() { "" } else { newline });
            "---"
        }
        Format::Toml => {
            toml::table(values, "", hand, newline, &mut out)?;
            "+++"
        }
        Format::Json => {
            json::object(values, hand, newline, "", &mut out)?;
            return Ok(out + newline);
        }
        Format::Org => return Err("keywords of Org mode are not written"),
    };
    Ok([fence, newline, &out, fence, newline].concat())
}

impl Edit<'_> {
    /// The text with its front matter in another format; `None` if it is in that one, or there is none.
    pub(super) fn converted(
        &self,
        look: &Look<'_>,
        format: Format,
    ) -> Result<Option<String>, Refusal> {
        if let Some(unreadable) = look.unreadable() {
            return Err(unreadable);
        }
        let Some((front_matter, values)) = look.front_matter() else { return Ok(None) };
        if front_matter.format == format {
            return Ok(None);
        }
        let values = match format {
            Format::Toml => without_nulls(values),
            _ => std::borrow::Cow::Borrowed(values),
        };
        let newline = lines::newline_before(look.text, front_matter.span.end as usize);
        let refuse = |reason| Refusal::new(&ValuePath::root(), front_matter.span, reason);
        let written = fenced(&values, format, newline).map_err(refuse)?;
        let Span { start, end } = front_matter.span;
        let text = [&look.text[..start as usize], &written, &look.text[end as usize..]].concat();
        let after = Look::at(&text, self.dialect, &self.limits)?;
        check(look, &after, None, &values, format)?;
        Ok(Some(text))
    }
}
