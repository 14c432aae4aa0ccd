//! The fast way: the tree of tame markup, whose tree is the nesting written.
//!
//! It builds directly what the tree builder would build, or declines: `None` means "ask the spec
//! way". What makes markup tame is that every end tag closes the current node (after ends that may
//! be left out), or else nothing but what goes among words stands between, so that no element is ever
//! moved and [formatting](formatting) is opened again in order; and that tables hold nothing but their
//! parts. Each decline names the rule that made it unsure.

mod end;
mod formatting;
mod svg;
mod table;
mod taker;

use self::formatting::Formatting;
use super::elements::{CLOSES_P, HEADINGS, TABLE, TABLE_PARTS, VOID, text_state};
use super::nest::Nest;
use super::spec::report_cut;
use super::tokenizer::{Ahead, StartTag, Token, Tokens};
use super::{Element, NodeData, NodeId, Tag, Tags, Tree};
use crate::diagnostic::Diagnostics;
use crate::span::Span;
use crate::text::Text;

/// The rule that makes markup untame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Decline {
    /// `html`, `head`, `body`, `frameset` within a table: the rules of other insertion modes.
    Page,
    /// `select` and its options, `math`, HTML within `svg`, parts of tables and stray end tags in a
    /// `template`: rules of their own.
    Special,
    /// Anything in a table that is no part of it (foster parenting) but a text of its own.
    Table,
    /// A `p` is open, but is not the current node, where one must end.
    Paragraph,
    /// An item is open, but is not the current node, where one must end.
    Item,
    /// An end tag of an open element that is not the current node, where blocks stand between (adoption
    /// agency, scopes); formatting that a block ended, before what has rules of its own.
    Misnested,
    /// `a` in `a`, `nobr` in `nobr`, `form` in `form`, `button` in `button`.
    Nested,
    /// Parts of `ruby` outside their order.
    Ruby,
    /// A NUL.
    Nul,
}

/// The tree of a body that is tame; its tokens borrow from `text`.
pub(super) fn parse<'a>(
    mut tokens: impl Tokens<'a>,
    text: &'a str,
    base: u32,
    diagnostics: &mut Diagnostics,
) -> Result<Tree<'a>, Decline> {
    let nest = Nest::new(text, base, tokens.nodes());
    let mut builder = Builder {
        nest,
        foreign: 0,
        fostered: None,
        formatting: Formatting::default(),
        declined: None,
    };
    loop {
        if builder.foreign == 0 {
            let has_given = tokens.give(&mut builder);
            if let Some(decline) = builder.declined {
                return Err(decline);
            }
            if has_given {
                continue;
            }
        }
        let ahead = if builder.foreign == 0 { tokens.ahead() } else { Ahead::Any };
        match ahead {
            Ahead::StartTag => {
                let Some((tag, span)) = tokens.next_start_tag() else { continue };
                builder.start_tag(tag, span, &mut tokens)?;
            }
            Ahead::EndTag => {
                let Some((end, span)) = tokens.next_end_tag() else { continue };
                builder.end_tag(&end, span)?;
            }
            Ahead::Text => {
                let Some((text, span)) = tokens.next_text() else { continue };
                builder.text(text, span)?;
            }
            Ahead::Any => {
                let (token, span) = tokens.next(|| builder.foreign > 0);
                if builder.token(token, span, &mut tokens)? {
                    break;
                }
            }
        }
    }
    builder.nest.close_all(base + text.len() as u32);
    report_cut(tokens.cut(), diagnostics);
    let mut tree = builder.nest.tree;
    tree.set_attributes(std::mem::take(tokens.attributes()));
    Ok(tree)
}

/// The tags before which something may have to end or be added, outside of tables.
const HAS_RULE: Tags = CLOSES_P.with(&[
    Tag::Html,
    Tag::Head,
    Tag::Body,
    Tag::Frameset,
    Tag::Frame,
    Tag::Select,
    Tag::Option,
    Tag::Optgroup,
    Tag::Math,
    Tag::A,
    Tag::Nobr,
    Tag::Form,
    Tag::Button,
    Tag::Li,
    Tag::Dd,
    Tag::Dt,
    Tag::Rb,
    Tag::Rt,
    Tag::Rp,
    Tag::Rtc,
]);

/// The elements whose text is not as it stands, or does not stand in them; and those whose end tag is
/// told by its name.
const READS_TEXT_APART: Tags = TABLE.with(&[
    Tag::Pre,
    Tag::Listing,
    Tag::Textarea,
    Tag::Title,
    Tag::Style,
    Tag::Xmp,
    Tag::Iframe,
    Tag::Noembed,
    Tag::Noframes,
    Tag::Script,
    Tag::Plaintext,
    Tag::Other,
]);

struct Builder<'a> {
    nest: Nest<'a>,
    /// How many of the open elements are SVG's: the innermost ones.
    foreign: u32,
    /// Where the text ends that went before a table last.
    fostered: Option<u32>,
    formatting: Formatting,
    /// Why what was taken is not tame.
    declined: Option<Decline>,
}

impl<'a> Builder<'a> {
    /// The tag of the current node, which is HTML's wherever it is asked for.
    fn current(&self) -> Option<Tag> {
        self.nest.open.last().map(|&(_, tag)| tag)
    }

    /// The tag of the current node's parent.
    fn parent(&self) -> Option<Tag> {
        self.nest.open.iter().rev().nth(1).map(|&(_, tag)| tag)
    }

    fn in_table(&self) -> bool {
        self.current().is_some_and(|current| TABLE.has(current))
    }

    /// Takes a token of any kind; tells whether it is the last.
    fn token(
        &mut self,
        token: Token<'a>,
        span: Span,
        tokens: &mut impl Tokens<'a>,
    ) -> Result<bool, Decline> {
        match token {
            Token::StartTag(tag) if self.foreign > 0 => {
                self.svg_start_tag(tag, span, tokens.attributes())?;
            }
            Token::EndTag(tag) if self.foreign > 0 => self.svg_end_tag(&tag.name(), span)?,
            Token::Text(text) if self.foreign > 0 => self.nest.text(text, span),
            Token::StartTag(tag) => self.start_tag(tag, span, tokens)?,
            Token::EndTag(end) => self.end_tag(&end, span)?,
            Token::Text(text) => self.text(text, span)?,
            Token::Comment(text) => {
                self.nest.skip_line_feed = false;
                self.nest.append_comment(text, span);
            }
            // It does not end the text that may have to go before the table.
            Token::Doctype(_) if self.in_table() => return Err(Decline::Table),
            // A doctype in a body is dropped.
            Token::Doctype(_) => self.nest.skip_line_feed = false,
            Token::Null => return Err(Decline::Nul),
            Token::End => return Ok(true),
        }
        Ok(false)
    }

    #[inline(always)]
    fn text(&mut self, text: Text<'a>, span: Span) -> Result<(), Decline> {
        let whole = span;
        let (text, span) = self.nest.trim(text, span);
        if text.is_empty() {
            return Ok(());
        }
        if self.in_table() {
            return self.table_text(text, span);
        }
        if self.formatting.awaits() {
            self.open_formatting(whole)?;
        }
        self.nest.text(text, span);
        Ok(())
    }

    /// Adds an element, and has its text read as it is to be.
    #[inline(always)]
    fn start_tag(
        &mut self,
        start: StartTag<'a>,
        span: Span,
        tokens: &mut impl Tokens<'a>,
    ) -> Result<(), Decline> {
        if start.tag == Tag::Svg {
            return self.svg(start, span, tokens);
        }
        self.nest.skip_line_feed = false;
        let StartTag { mut tag, other, attributes, .. } = start;
        if !self.stands(tag, span)? {
            return Ok(());
        }
        if tag == Tag::Image {
            tag = Tag::Img;
        }
        let id = if tag == Tag::Other {
            self.nest.append_other(other.clone(), attributes, span)
        } else {
            self.nest.append(NodeData::Element(Element::html(tag, attributes)), span)
        };
        if VOID.has(tag) || self.take_text(id, tag, tokens) {
            return Ok(());
        }
        self.open(id, tag, &other);
        self.nest.skip_line_feed = matches!(tag, Tag::Pre | Tag::Listing | Tag::Textarea);
        if let Some(state) = text_state(tag) {
            tokens.set_state(state);
        }
        Ok(())
    }

    /// Takes the text that an element begins with; tells whether its end tag followed, and is taken.
    /// Most elements hold a text and nothing else: they need not be opened.
    #[inline(always)]
    fn take_text(&mut self, id: NodeId, tag: Tag, tokens: &mut impl Tokens<'a>) -> bool {
        let is_apart = READS_TEXT_APART.has(tag) || self.formatting.awaits() || self.has_alike(tag);
        if is_apart || tokens.ahead() != Ahead::Text {
            return false;
        }
        let Some((text, span)) = tokens.next_text() else { return false };
        self.nest.tree.append_first_text(id, text, span);
        let Some(end) = tokens.next_end_tag_of(tag) else { return false };
        self.nest.tree.node_mut(id).span.end = end;
        true
    }

    /// Whether a start tag of `tag` is anything, once what it ends has ended, and what it implies was added.
    #[inline(always)]
    fn stands(&mut self, tag: Tag, at: Span) -> Result<bool, Decline> {
        Ok(self.may_stand(tag) || self.prepare(tag, at)?)
    }

    /// Whether a start tag of `tag` may stand here and ends and implies nothing, as most do.
    #[inline]
    fn may_stand(&self, tag: Tag) -> bool {
        /// What ends a `p`, and nothing else outside of the elements that are asked for.
        const ENDS_P_ALONE: Tags = CLOSES_P.without(&[Tag::Form]);
        if self.formatting.awaits() {
            return false;
        }
        let current = self.current();
        if current.is_some_and(|current| TABLE.has(current)) {
            return matches!(
                (current, tag),
                (Some(Tag::Tr), Tag::Td | Tag::Th)
                    | (Some(Tag::Tbody | Tag::Thead | Tag::Tfoot), Tag::Tr)
            );
        }
        if ENDS_P_ALONE.has(tag) {
            return !self.nest.has(Tag::P) && !current.is_some_and(|current| HEADINGS.has(current));
        }
        match tag {
            Tag::A => !self.nest.has(Tag::A),
            Tag::Li => matches!(current, Some(Tag::Ul | Tag::Ol)) && !self.nest.has(Tag::P),
            _ => !HAS_RULE.has(tag) && !TABLE_PARTS.has(tag),
        }
    }

    /// Ends what a start tag of `tag` ends, and adds what it implies; false if it is nothing itself.
    fn prepare(&mut self, tag: Tag, at: Span) -> Result<bool, Decline> {
        if self.formatting.awaits() {
            self.open_formatting_before(tag, at)?;
        }
        let at = at.start;
        if TABLE_PARTS.has(tag) {
            if self.nest.has(Tag::Template) {
                return Err(Decline::Special);
            }
            let in_table = self.nest.has(Tag::Table);
            return if in_table { self.table_part(tag, at).map(|()| true) } else { Ok(false) };
        }
        if self.in_table() {
            self.end_columns(at);
            if self.in_table() && !matches!(tag, Tag::Style | Tag::Script) {
                return Err(Decline::Table);
            }
        }
        if !HAS_RULE.has(tag) {
            return Ok(true);
        }
        let done = match tag {
            // A page's parts are nothing in a fragment ("in body").
            Tag::Html | Tag::Head | Tag::Body | Tag::Frameset | Tag::Frame => return Ok(false),
            Tag::Select | Tag::Option | Tag::Optgroup | Tag::Math => Err(Decline::Special),
            Tag::A | Tag::Nobr | Tag::Form | Tag::Button if self.nest.has(tag) => {
                Err(Decline::Nested)
            }
            Tag::A | Tag::Nobr | Tag::Button => Ok(()),
            Tag::Li | Tag::Dd | Tag::Dt => self.item(tag, at),
            Tag::Rb | Tag::Rt | Tag::Rp | Tag::Rtc => self.ruby_part(tag, at),
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => {
                self.end_p(at)?;
                if self.current().is_some_and(|current| HEADINGS.has(current)) {
                    self.nest.close(at);
                }
                Ok(())
            }
            _ => self.end_p(at),
        };
        done.map(|()| true)
    }

    /// Ends a `p` in button scope.
    fn end_p(&mut self, at: u32) -> Result<(), Decline> {
        if self.current() == Some(Tag::P) {
            self.nest.close(at);
        }
        if self.nest.has(Tag::P) {
            // It may be in button scope or not, and hold formatting elements.
            return Err(Decline::Paragraph);
        }
        Ok(())
    }

    /// Ends the item before an item.
    fn item(&mut self, tag: Tag, at: u32) -> Result<(), Decline> {
        let same = |open: Option<Tag>| match tag {
            Tag::Li => open == Some(Tag::Li),
            _ => matches!(open, Some(Tag::Dd | Tag::Dt)),
        };
        if same(self.current()) {
            self.nest.close(at);
        } else if self.current() == Some(Tag::P) && same(self.parent()) {
            self.nest.close(at);
            self.nest.close(at);
        } else {
            let open = match tag {
                Tag::Li => self.nest.has(Tag::Li),
                _ => self.nest.has(Tag::Dd) || self.nest.has(Tag::Dt),
            };
            // The search for an open item stops at a list, but goes through `div`.
            let list = matches!(self.current(), Some(Tag::Ul | Tag::Ol | Tag::Dl));
            if open && !list {
                return Err(Decline::Item);
            }
        }
        self.end_p(at)
    }

    fn ruby_part(&mut self, tag: Tag, at: u32) -> Result<(), Decline> {
        if !self.nest.has(Tag::Ruby) || self.current() == Some(Tag::Ruby) {
            return Ok(());
        }
        let part = matches!(self.current(), Some(Tag::Rb | Tag::Rt | Tag::Rp));
        if !part || self.parent() != Some(Tag::Ruby) || tag == Tag::Rtc {
            return Err(Decline::Ruby);
        }
        self.nest.close(at);
        Ok(())
    }
}
