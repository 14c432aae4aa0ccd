//! [`Edit`]: front matter changed and written back, and all else left as it is.
//!
//! ```text
//! text ──look──▶ values with their places
//!                  │ action      what a change means to them
//!                  ▼ plan        block (YAML's lines) · flow (brackets) · table (TOML's lines)
//!               splices ──▶ new text ──look──▶ values
//!                                        │ check   only what was meant differs, or nothing is done
//!                                        ▼
//!                                     the text from here on
//! ```
//!
//! The planning knows how people write; that nothing else changes is not for it to prove. So it is
//! simple, and where it is wrong the check refuses.

mod action;
mod block;
mod check;
mod convert;
mod flow;
mod lines;
mod look;
mod path;
mod plan;
mod refusal;
mod site;
mod splice;
mod table;
mod write;

use std::borrow::Cow;

use self::action::{Action, Change};
use self::check::check;
use self::look::Look;
pub use self::path::ValuePath;
use self::refusal::Refusal;
use self::splice::{Splice, place_before, splice};
use super::{Dialect, Format, Mapping, Value};
use crate::error::Error;
use crate::limits::Limits;
use crate::parser::Parser;
use crate::text::Text;

/// Changes to the front matter of a text.
///
/// A change touches the bytes of its value and no others: order, comments, quotes, indentation, line
/// ends, fences and the body stay as they are. What is new is written as what stands around it is:
/// text in the quotes of what it replaces, else without quotes where any reader takes it for the same
/// text, else in the quotes of its neighbours. A new key goes to the end of its mapping. A text
/// without front matter gets some in YAML.
///
/// After each change the text is read again: if any other value were not what it was, or the new
/// value not what it shall be, the change is not made, nor any after it, and
/// [`finish`](Self::finish) says why. So an edit does what was asked, or nothing.
///
/// Each change takes time linear in the length of the text.
///
/// # Examples
///
/// ```
/// use copydesk::Edit;
///
/// let source = "---\ntitle: 'Harbor'   # check!\ntags: [sea, storm]\n---\n<p>Hello</p>";
/// let text = Edit::new(source)
///     .set("title", "Harbour: it's open")
///     .push("tags", "pier")
///     .set("extra.reviewed", true)
///     .finish()?;
/// assert_eq!(
///     text,
///     "---\ntitle: 'Harbour: it''s open'   # check!\ntags: [sea, storm, pier]\n\
///      extra:\n  reviewed: true\n---\n<p>Hello</p>"
/// );
/// # Ok::<(), copydesk::Error>(())
/// ```
///
/// # Example: an edit that would change more than was asked for
///
/// ```
/// use copydesk::{Edit, ErrorKind};
///
/// let source = "---\nbase: &base {lang: en}\npage: *base\n---\n";
/// let error = Edit::new(source).set("page.lang", "de").finish().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Edit);
/// assert_eq!(
///     error.to_string(),
///     "`page.lang` is not edited: `page` is an alias of another value at line 3, column 7"
/// );
/// ```
#[derive(Debug, Clone)]
#[must_use = "an edit gives its text when asked to `finish`"]
pub struct Edit<'a> {
    source: &'a str,
    text: Cow<'a, str>,
    dialect: Dialect,
    limits: Limits,
    /// What was done so far, to tell places in `source`.
    done: Vec<Vec<Splice>>,
    error: Option<Error>,
}

impl<'a> Edit<'a> {
    /// Begins to edit a text. For its dialect and limits, see [`Parser::edit`].
    pub fn new(source: &'a str) -> Self {
        Parser::new().edit(source)
    }

    pub(crate) const fn with(source: &'a str, dialect: Dialect, limits: Limits) -> Self {
        let text = Cow::Borrowed(source);
        Self { source, text, dialect, limits, done: Vec::new(), error: None }
    }

    /// The language that the front matter is written in; `None` where there is none yet.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::{Edit, Format};
    ///
    /// assert_eq!(Edit::new("+++\na = 1\n+++\n").format(), Some(Format::Toml));
    /// assert_eq!(Edit::new("<p>Hello</p>").format(), None);
    /// ```
    pub fn format(&self) -> Option<Format> {
        self.look().ok()?.format()
    }

    /// The keys and values with the changes made so far, read anew at each call.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut edit = copydesk::Edit::new("---\nweight: 1\n---\n");
    /// edit.set("weight", 2);
    /// assert_eq!(edit.values().get("weight").and_then(|weight| weight.as_i64()), Some(2));
    /// ```
    pub fn values(&self) -> Mapping<'_> {
        self.look().ok().and_then(|look| look.found.values).unwrap_or_default()
    }

    /// Sets the value at a path. Mappings that are missing on the way are made; a list only gets items
    /// by [`push`](Self::push).
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Edit;
    ///
    /// let text = Edit::new("+++\ntitle = \"Dawn\"\n\n[extra]\nlang = \"en\"\n+++\n")
    ///     .set("weight", 3)
    ///     .set("extra.lang", "de")
    ///     .finish()?;
    /// assert_eq!(text, "+++\ntitle = \"Dawn\"\nweight = 3\n\n[extra]\nlang = \"de\"\n+++\n");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn set<'v>(
        &mut self,
        path: impl Into<ValuePath<'v>>,
        value: impl Into<Value<'v>>,
    ) -> &mut Self {
        self.change(&path.into(), Change::Set(value.into()))
    }

    /// Adds an item to the end of the list at a path. Where there is nothing yet, it is the first one.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Edit;
    ///
    /// let text = Edit::new("---\ntags:\n- sea   # calm\n---\n").push("tags", "storm").finish()?;
    /// assert_eq!(text, "---\ntags:\n- sea   # calm\n- storm\n---\n");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn push<'v>(
        &mut self,
        path: impl Into<ValuePath<'v>>,
        value: impl Into<Value<'v>>,
    ) -> &mut Self {
        self.change(&path.into(), Change::Push(value.into()))
    }

    /// Takes the entry or item at a path out.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Edit;
    ///
    /// let text = Edit::new("---\ntags: [sea, storm]\ndraft: true\n---\n")
    ///     .remove("draft")
    ///     .remove("tags.0")
    ///     .finish()?;
    /// assert_eq!(text, "---\ntags: [storm]\n---\n");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn remove<'v>(&mut self, path: impl Into<ValuePath<'v>>) -> &mut Self {
        self.change(&path.into(), Change::Remove)
    }

    /// Gives the key that a path ends with another name.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Edit;
    ///
    /// let text = Edit::new("---\nheadimg: pier.jpg\n---\n").rename("headimg", "cover").finish()?;
    /// assert_eq!(text, "---\ncover: pier.jpg\n---\n");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn rename<'v>(
        &mut self,
        path: impl Into<ValuePath<'v>>,
        key: impl Into<Text<'v>>,
    ) -> &mut Self {
        self.change(&path.into(), Change::Rename(key.into()))
    }

    /// The text with all changes.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Edit`](crate::ErrorKind::Edit): the first change that was not made, with its path,
    /// its place in the source and the reason.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::Edit;
    ///
    /// let source = "---\ntags: sea\n---\n";
    /// let error = Edit::new(source).push("tags", "storm").finish().unwrap_err();
    /// assert_eq!(error.message(), "`tags` is not edited: the value is not a list");
    /// assert_eq!(error.span().slice(source), Some("sea"));
    /// ```
    pub fn finish(&self) -> Result<String, Error> {
        match &self.error {
            Some(error) => Err(error.clone()),
            None => Ok(self.text.clone().into_owned()),
        }
    }

    /// The text with all changes and with its front matter in another language.
    ///
    /// Comments are lost, and for TOML, which has no word for nothing, so is what is null. Dates that
    /// stand without quotes are dates in TOML and stay plain in YAML; JSON has none, so there they are
    /// text. Numbers may be spelled in another way. Front matter that is in that language already
    /// stays as it is.
    ///
    /// # Errors
    ///
    /// Those of [`finish`](Self::finish); and [`ErrorKind::Edit`](crate::ErrorKind::Edit) where the
    /// front matter cannot be said in that language.
    ///
    /// # Examples
    ///
    /// ```
    /// use copydesk::{Edit, Format};
    ///
    /// let source = "---\ntitle: Dawn\ndate: 2021-12-27\nextra: {lang: en}\n---\n<p>Hello</p>";
    /// assert_eq!(
    ///     Edit::new(source).finish_as(Format::Toml)?,
    ///     "+++\ntitle = \"Dawn\"\ndate = 2021-12-27\n\n[extra]\nlang = \"en\"\n+++\n<p>Hello</p>"
    /// );
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn finish_as(&self, format: Format) -> Result<String, Error> {
        let text = self.finish()?;
        match self.look().and_then(|look| self.converted(&look, format)) {
            Ok(converted) => Ok(converted.unwrap_or(text)),
            Err(refusal) => Err(self.error_of(refusal)),
        }
    }

    fn look(&self) -> Result<Look<'_>, Refusal> {
        Look::at(&self.text, self.dialect, &self.limits)
    }

    fn change(&mut self, path: &ValuePath<'_>, change: Change<'_>) -> &mut Self {
        if self.error.is_some() {
            return self;
        }
        match self.changed(path, change) {
            Ok(None) => {}
            Ok(Some((text, splices))) => {
                self.text = Cow::Owned(text);
                self.done.push(splices);
            }
            Err(refusal) => self.error = Some(self.error_of(refusal)),
        }
        self
    }

    /// The text after a change, and what was done to it; `None` if it says so already.
    fn changed(
        &self,
        path: &ValuePath<'_>,
        change: Change<'_>,
    ) -> Result<Option<(String, Vec<Splice>)>, Refusal> {
        let look = self.look()?;
        if let Some(unreadable) = look.unreadable() {
            return Err(unreadable);
        }
        let none = Mapping::default();
        let (mut expected, format) = match look.front_matter() {
            Some((front_matter, values)) => (values.clone(), front_matter.format),
            None => (none, Format::Yaml),
        };
        let action = Action::of(&expected, path, change)?;
        if let Action::Replace(path, value) = &action {
            if expected.at(path) == Some(value) {
                return Ok(None);
            }
        }
        let planned = match look.front_matter() {
            Some(_) => plan::splices(&look, &action),
            None => convert::first(&look, &action),
        };
        let refuse = |reason: &str| {
            let (span, reason) =
                look.reason(path).unwrap_or_else(|| (look.place(path), reason.to_owned()));
            Refusal::new(path, span, reason)
        };
        let mut splices = planned.map_err(refuse)?;
        let text =
            splice(look.text, &mut splices).ok_or_else(|| refuse("its place is not known"))?;
        let meant = action.clone().apply(&mut expected);
        meant.ok_or_else(|| refuse("its place is not known"))?;
        let after = Look::at(&text, self.dialect, &self.limits)?;
        check(&look, &after, Some(&action), &expected, format)?;
        Ok(Some((text, splices)))
    }

    /// The error with its place in the source, of which the text was made.
    #[cold]
    fn error_of(&self, mut refusal: Refusal) -> Error {
        for splices in self.done.iter().rev() {
            refusal.span = place_before(splices, refusal.span);
        }
        refusal.into_error(self.source)
    }
}

#[cfg(test)]
mod tests;
