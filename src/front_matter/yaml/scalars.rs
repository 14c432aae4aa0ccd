//! Scalars of YAML: their places, their tags, and what is cut off them.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{ScalarStyle, Tag};

use super::events::Reader;
use crate::diagnostic::Code;
use crate::front_matter::scalar::{Scalar, Schema, Style};
use crate::front_matter::short;
use crate::front_matter::value::{Value, ValueKind};
use crate::text::Text;

impl<'a> Reader<'a, '_> {
    /// Long text weighs: whoever writes the values out writes every copy.
    pub(super) fn weigh(&mut self, text: &str) {
        self.context.weight += text.len() as u64 / 16;
    }

    pub(super) fn scalar(
        &mut self,
        text: Cow<'a, str>,
        style: ScalarStyle,
        tag: Option<&Tag>,
        range: Range<usize>,
    ) -> Value<'a> {
        self.weigh(&text);
        let style = style_of(style);
        let (text, range) = match style {
            Style::Plain if range.is_empty() => (Cow::Borrowed(""), self.place_of_empty(&range)),
            Style::Literal | Style::Folded => (text, self.with_header(range)),
            _ => (text, range),
        };
        self.last = range.end;
        let mut scalar = Scalar::new(Text::from(text), style);
        if style == Style::Plain {
            self.look_for_comment(range.clone());
        }
        if is_text_tag(tag) {
            scalar.schema = Schema::Text;
        } else {
            self.look_at_scalar_tag(tag, style);
        }
        self.value(ValueKind::Scalar(scalar), range)
    }

    /// After the colon, if there is one.
    fn place_of_empty(&self, range: &Range<usize>) -> Range<usize> {
        let rest = self.text.get(self.last..).unwrap_or_default();
        let blanks = rest.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let place = match rest.as_bytes().get(blanks) {
            Some(b':') => self.last + blanks + 1,
            _ => self.last.max(range.start),
        };
        place..place
    }

    /// A block scalar's range with its `|` and without the line ends after it.
    fn with_header(&self, range: Range<usize>) -> Range<usize> {
        let before = self.source(self.last.min(range.start)..range.start);
        let header = before
            .match_indices(['|', '>'])
            .map(|(at, _)| at)
            .find(|&at| before[..at].ends_with(|c: char| c.is_ascii_whitespace() || c == ':'));
        let start = header.map_or(range.start, |at| self.last + at);
        let end = start + self.source(start..range.end).trim_end().len();
        start..end
    }

    /// `title: C# and #tag`: a comment that begins like a word.
    fn look_for_comment(&mut self, range: Range<usize>) {
        let rest = self.text.get(range.end..).unwrap_or_default();
        let line = rest.trim_start_matches([' ', '\t']);
        let mut after = line.bytes();
        let is_word = after.next() == Some(b'#')
            && after.next().is_some_and(|next| !next.is_ascii_whitespace() && next != b'#');
        if is_word && line.len() < rest.len() {
            let start = range.end + (rest.len() - line.len());
            let length = line.find(['\n', '\r']).unwrap_or(line.len());
            let message = "the rest of the line is a comment; quote the value to keep it";
            self.note(Code::CommentCutsValue, start..start + length, message);
        }
    }

    fn look_at_scalar_tag(&mut self, tag: Option<&Tag>, style: Style) {
        match tag {
            Some(tag) if style == Style::Plain && tag.original_handle() == "!" => {
                let message = format!(
                    "`{}` is taken for a tag; quote the value to keep it",
                    short(&tag.original())
                );
                self.note(Code::EatenText, self.tag.clone(), message);
            }
            _ => self.look_at_tag(tag),
        }
    }

    /// Tells of a tag that is not obeyed. Those of the core schema say what is so anyway.
    pub(super) fn look_at_tag(&mut self, tag: Option<&Tag>) {
        let Some(tag) = tag else { return };
        let core = ["str", "int", "float", "bool", "null", "seq", "map"];
        if !tag.core_suffix().is_some_and(|suffix| core.contains(&suffix)) {
            let message = format!("the tag `{}` is not obeyed", short(&tag.original()));
            self.note(Code::IgnoredTag, self.tag.clone(), message);
        }
    }
}

/// `!!str`, and `!` alone, make text of anything.
fn is_text_tag(tag: Option<&Tag>) -> bool {
    tag.is_some_and(|tag| tag.core_suffix() == Some("str") || tag.original() == "!")
}

const fn style_of(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted => Style::SingleQuoted,
        ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
        ScalarStyle::Literal => Style::Literal,
        ScalarStyle::Folded => Style::Folded,
    }
}
