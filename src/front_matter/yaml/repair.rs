//! YAML with a mistake: its top-level blocks are read one by one, and a broken one is raw text.
//!
//! A block goes from a line `key: …` to the next such line at the same indentation. Lines between
//! them that are no keys belong to the block above. Every line is looked at once and every block
//! is parsed at most twice, so this is linear.

use super::FULL_WIDTH_COLON;
use super::context::Context;
use super::events::Root;
use super::places::Places;
use crate::diagnostic::Code;
use crate::front_matter::Raw;
use crate::front_matter::mapping::Entry;
use crate::front_matter::notes::Notes;
use crate::front_matter::quotes::without_quotes;
use crate::front_matter::scalar::Scalar;
use crate::front_matter::value::{Value, ValueKind};
use crate::text::Text;

/// The entries of all blocks of `raw`.
pub(super) fn blocks<'a>(raw: Raw<'a>, context: &mut Context<'a>, notes: &mut Notes) -> Root<'a> {
    let cut = cut(raw);
    if cut.is_prose() {
        return Root::Other;
    }
    if let Some(before) = cut.before {
        let message = "this stands before the first key and is left aside";
        notes.push(Code::InvalidFrontMatter, before.span(), message);
    }
    let mut entries = Vec::new();
    for block in &cut.blocks {
        block.look_at_indent(notes);
        entries.extend(read(*block, context, notes));
    }
    Root::Entries(entries)
}

/// A top-level key with its value: a part of the front matter, and where in it the key ends.
#[derive(Debug, Clone, Copy)]
struct Block<'a> {
    raw: Raw<'a>,
    key: Key<'a>,
    /// Whether it is indented otherwise than the first one.
    uneven: bool,
}

/// The front matter, cut into blocks.
#[derive(Debug)]
struct Cut<'a> {
    /// What stands before the first key, if not comments.
    before: Option<Raw<'a>>,
    blocks: Vec<Block<'a>>,
    /// Whether sentences stand below a key at its indentation.
    stray: bool,
}

impl Cut<'_> {
    /// Whether this reads like sentences between two rules: `Note: it goes on\non the next line`.
    fn is_prose(&self) -> bool {
        let stray = self.stray || self.before.is_some();
        let proper = self.blocks.iter().filter(|block| !block.key.wide).count();
        proper == 0 || (self.blocks.len() == 1 && stray)
    }
}

fn cut(raw: Raw<'_>) -> Cut<'_> {
    let mut cut = Cut { before: None, blocks: Vec::new(), stray: false };
    let mut indent = None;
    let mut block: Option<Block<'_>> = None;
    let mut at = 0;
    for line in raw.text.split_inclusive(['\n', '\r']) {
        let content = line.trim_start_matches([' ', '\t']);
        let width = line.len() - content.len();
        if !is_blank_or_comment(content) {
            let level = *indent.get_or_insert(width);
            let slip = block.is_some_and(|block| block.has_inline_value());
            match key_of(content).filter(|_| width <= level + usize::from(slip)) {
                Some(key) => {
                    cut.blocks.extend(block.map(|block| block.until(raw, at)));
                    let rest = raw.part(at + width..raw.text.len());
                    block = Some(Block { raw: rest, key, uneven: width != level });
                }
                None if block.is_none() => cut.before = Some(raw.part(0..at + line.len())),
                None => cut.stray |= width <= level && is_sentence(content),
            }
        }
        at += line.len();
    }
    cut.blocks.extend(block.map(|block| block.until(raw, at)));
    cut
}

/// Several words, or the end of a sentence: not the rest of a value that lost its indentation.
fn is_sentence(line: &str) -> bool {
    let line = line.trim_end();
    let goes_on = line.contains([' ', '\t']);
    let ends = line.ends_with(['.', '!', '?', '…', '。', '！', '？']);
    (goes_on || ends) && !line.starts_with(['-', ']', '}'])
}

fn is_blank_or_comment(content: &str) -> bool {
    content.is_empty() || content.starts_with(['#', '\n', '\r'])
}

/// A key as it begins a block.
#[derive(Debug, Clone, Copy)]
struct Key<'a> {
    /// Without its quotes.
    text: &'a str,
    /// How long it is with them.
    len: usize,
    /// Where its colon ends.
    end: usize,
    /// Whether its colon is the full-width one, which people write who write Chinese.
    wide: bool,
}

/// The key of a line `key: …`, `"key": …` or `key:`.
fn key_of(content: &str) -> Option<Key<'_>> {
    let quoted = |quote| {
        let (text, rest) = content.strip_prefix(quote)?.split_once(quote)?;
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let len = content.len() - rest.len();
        ends_key(&rest[blanks..]).then_some(Key { text, len, end: len + blanks + 1, wide: false })
    };
    quoted('"')
        .or_else(|| quoted('\''))
        .or_else(|| plain_key(content))
        .or_else(|| wide_key(content))
}

fn plain_key(content: &str) -> Option<Key<'_>> {
    const INDICATORS: [char; 17] =
        ['#', '[', ']', '{', '}', ',', '&', '*', '!', '|', '>', '@', '`', '%', '"', '\'', ':'];
    if content.starts_with(INDICATORS) || content.starts_with("- ") || content.starts_with("? ") {
        return None;
    }
    let colon =
        content.match_indices(':').map(|(at, _)| at).find(|&at| ends_key(&content[at..]))?;
    let text = content[..colon].trim_end_matches([' ', '\t']);
    (!text.contains(" #")).then_some(Key { text, len: text.len(), end: colon + 1, wide: false })
}

/// `标题：…`: one word and a full-width colon.
fn wide_key(content: &str) -> Option<Key<'_>> {
    let (text, _) = content.split_once(FULL_WIDTH_COLON)?;
    let is_word = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let end = text.len() + FULL_WIDTH_COLON.len_utf8();
    (is_word && text.starts_with(char::is_alphanumeric)).then_some(Key {
        text,
        len: text.len(),
        end,
        wide: true,
    })
}

/// Whether this is the colon after a key.
fn ends_key(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next() == Some(':') && chars.next().is_none_or(|c| matches!(c, ' ' | '\t' | '\n' | '\r'))
}

impl<'a> Block<'a> {
    /// The block that this one, which goes to the end of `all`, is up to the offset `end` in `all`.
    fn until(self, all: Raw<'a>, end: usize) -> Self {
        let start = (self.raw.base - all.base) as usize;
        Self { raw: all.part(start..end), ..self }
    }

    /// Whether the key's line goes on with plain text: then a key one blank deeper is a slip of the
    /// hand.
    fn has_inline_value(&self) -> bool {
        const OPENS: [char; 10] = ['\n', '\r', '|', '>', '"', '\'', '[', '{', '&', '!'];
        let value = self.raw.text.get(self.key.end..).unwrap_or_default();
        let value = value.trim_start_matches([' ', '\t']);
        !value.is_empty() && !value.starts_with(OPENS)
    }

    /// Tells of a key that does not stand below the first one.
    fn look_at_indent(&self, notes: &mut Notes) {
        if self.uneven {
            let message = "this key is indented otherwise than the first one";
            notes.push(Code::InvalidFrontMatter, self.key_raw().span(), message);
        }
    }

    fn key_raw(&self) -> Raw<'a> {
        self.raw.part(0..self.key.len)
    }

    /// What stands after the colon, without blanks and comment lines at its end.
    fn value(&self) -> Raw<'a> {
        let text = self.raw.text.get(self.key.end..).unwrap_or_default();
        let mut end = text.len();
        let mut at = text.len();
        for line in text.split_inclusive(['\n', '\r']).rev() {
            at -= line.len();
            if at > 0 && is_blank_or_comment(line.trim_start()) {
                end = at;
            } else {
                break;
            }
        }
        let text = text[..end].trim_end();
        let value = text.trim_start();
        let start = self.key.end + (text.len() - value.len());
        self.raw.part(start..start + value.len())
    }

    /// The entry of a key with a full-width colon: its value is text.
    fn wide_entry(&self, notes: &mut Notes) -> Entry<'a> {
        let colon = self.raw.part(self.key.len..self.key.end);
        notes.push(
            Code::FullWidthColon,
            colon.span(),
            "a full-width colon was read as a key's; write `: `",
        );
        self.entry(text_value(self.value()))
    }

    fn entry(&self, value: Value<'a>) -> Entry<'a> {
        let key_span = self.key_raw().span();
        Entry { key: Text::borrowed(self.key.text), key_span, value }
    }
}

/// Reads one block: as YAML, as YAML with tabs made spaces, or as raw text.
fn read<'a>(block: Block<'a>, context: &mut Context<'a>, notes: &mut Notes) -> Vec<Entry<'a>> {
    if block.key.wide {
        return vec![block.wide_entry(notes)];
    }
    let (before, quiet) = (context.mark(), notes.mark());
    let places = Places::at(block.raw.base);
    if let Ok(Root::Entries(entries)) = context.document(block.raw.text, &places, notes) {
        return entries;
    }
    context.back_to(before);
    notes.back_to(quiet);
    if let Some(entries) = without_tabs(block, context, notes) {
        return entries;
    }
    notes.back_to(quiet);
    vec![block.entry(raw_value(block.value(), notes))]
}

/// Reads a block whose lines are indented by tabs, each taken for two spaces.
fn without_tabs<'a>(
    block: Block<'a>,
    context: &mut Context<'a>,
    notes: &mut Notes,
) -> Option<Vec<Entry<'a>>> {
    let indented = |line: &str| line.trim_start_matches(' ').starts_with('\t');
    let tab = block.raw.text.split(['\n', '\r']).find(|line| indented(line))?;
    let (text, places) = Places::without_tabs(block.raw.text, block.raw.base);
    let mut narrower = context.narrower(text.contains('*'));
    let root = narrower.document(&text, &places, notes).ok()?;
    let Root::Entries(entries) = root else { return None };
    context.spent(&narrower);
    narrower.finish(notes);
    let indent = &tab[..tab.len() - tab.trim_start_matches([' ', '\t']).len()];
    notes.push(
        Code::TabIndentation,
        block.raw.of(indent).span(),
        "a tab indents this line; it was read as two spaces",
    );
    Some(entries.into_iter().map(Entry::into_owned).collect())
}

/// The value as the text written, or as the list it looks like.
fn raw_value<'a>(raw: Raw<'a>, notes: &mut Notes) -> Value<'a> {
    if let Some(items) = tight_list(raw) {
        let message = "a list item needs a space after its dash";
        notes.push(Code::RepairedValue, raw.span(), message);
        return Value { kind: ValueKind::List(items), span: raw.span() };
    }
    let message = "this is not valid YAML and was read as the text written; quote it";
    notes.push(Code::RepairedValue, raw.span(), message);
    text_value(raw)
}

fn text_value(raw: Raw<'_>) -> Value<'_> {
    let scalar = Scalar::text(Text::borrowed(without_quotes(raw.text)));
    Value { kind: ValueKind::Scalar(scalar), span: raw.span() }
}

/// The items of `-a` lines; `None` if any line is another.
fn tight_list(raw: Raw<'_>) -> Option<Vec<Value<'_>>> {
    let lines = raw.text.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
    let items: Option<Vec<_>> = lines
        .map(|line| {
            let item = line.trim().strip_prefix('-')?.trim_start();
            (!item.is_empty() && !item.starts_with('-')).then(|| text_value(raw.of(item)))
        })
        .collect();
    // One line that begins with a dash may be text: `-5 °C`.
    items.filter(|items| items.len() > 1)
}
