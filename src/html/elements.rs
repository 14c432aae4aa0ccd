//! What the standard says of elements by their names.

use super::tokenizer::State;
use super::{Tag, Tags};

/// What stands in a table and nowhere else.
pub(super) const TABLE_PARTS: Tags = Tags::of(&[
    Tag::Td,
    Tag::Th,
    Tag::Tr,
    Tag::Tbody,
    Tag::Thead,
    Tag::Tfoot,
    Tag::Caption,
    Tag::Colgroup,
    Tag::Col,
]);

/// The elements whose start tag ends a `p`.
pub(crate) const CLOSES_P: Tags = Tags::of(&[
    Tag::Address,
    Tag::Article,
    Tag::Aside,
    Tag::Blockquote,
    Tag::Center,
    Tag::Details,
    Tag::Dialog,
    Tag::Dir,
    Tag::Div,
    Tag::Dl,
    Tag::Fieldset,
    Tag::Figcaption,
    Tag::Figure,
    Tag::Footer,
    Tag::Form,
    Tag::H1,
    Tag::H2,
    Tag::H3,
    Tag::H4,
    Tag::H5,
    Tag::H6,
    Tag::Header,
    Tag::Hgroup,
    Tag::Hr,
    Tag::Listing,
    Tag::Main,
    Tag::Menu,
    Tag::Nav,
    Tag::Ol,
    Tag::P,
    Tag::Plaintext,
    Tag::Pre,
    Tag::Search,
    Tag::Section,
    Tag::Summary,
    Tag::Table,
    Tag::Ul,
    Tag::Xmp,
]);

/// What stands in the head of a page, and may stand in its body.
pub(super) const HEAD: Tags = Tags::of(&[
    Tag::Base,
    Tag::Basefont,
    Tag::Bgsound,
    Tag::Link,
    Tag::Meta,
    Tag::Noframes,
    Tag::Noscript,
    Tag::Script,
    Tag::Style,
    Tag::Template,
    Tag::Title,
]);

/// The elements that hold nothing.
pub(super) const VOID: Tags = Tags::of(&[
    Tag::Area,
    Tag::Base,
    Tag::Basefont,
    Tag::Bgsound,
    Tag::Br,
    Tag::Col,
    Tag::Embed,
    Tag::Frame,
    Tag::Hr,
    Tag::Img,
    Tag::Input,
    Tag::Keygen,
    Tag::Link,
    Tag::Meta,
    Tag::Param,
    Tag::Source,
    Tag::Track,
    Tag::Wbr,
]);

/// The HTML elements that end SVG and `MathML`, as far as articles use them.
pub(super) const LEAVES_FOREIGN: Tags = CLOSES_P.without(&[Tag::Form]).with(&[
    Tag::B,
    Tag::Big,
    Tag::Br,
    Tag::Code,
    Tag::Dd,
    Tag::Dt,
    Tag::Em,
    Tag::Embed,
    Tag::I,
    Tag::Img,
    Tag::Li,
    Tag::Meta,
    Tag::Nobr,
    Tag::Ruby,
    Tag::S,
    Tag::Small,
    Tag::Span,
    Tag::Strike,
    Tag::Strong,
    Tag::Sub,
    Tag::Sup,
    Tag::Tt,
    Tag::U,
    Tag::Var,
]);

/// The elements whose end tag ends what stands in them and may be left out.
pub(super) const BLOCK_ENDS: Tags = CLOSES_P
    .without(&[Tag::Hr, Tag::P, Tag::Plaintext, Tag::Table, Tag::Xmp])
    .with(&[Tag::Button, Tag::Applet, Tag::Marquee, Tag::Object, Tag::Form]);

/// The elements whose end tags may be left out.
pub(super) const MAY_END: Tags = Tags::of(&[
    Tag::Dd,
    Tag::Dt,
    Tag::Li,
    Tag::Optgroup,
    Tag::Option,
    Tag::P,
    Tag::Rb,
    Tag::Rp,
    Tag::Rt,
    Tag::Rtc,
]);

/// Headings.
pub(crate) const HEADINGS: Tags = Tags::of(&[Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6]);

/// Where nothing but parts of a table may stand.
pub(super) const TABLE: Tags =
    Tags::of(&[Tag::Table, Tag::Colgroup, Tag::Tbody, Tag::Thead, Tag::Tfoot, Tag::Tr]);

/// The state in which the text of an element is read, where it is not the usual one.
pub(super) fn text_state(tag: Tag) -> Option<State> {
    match tag {
        Tag::Title | Tag::Textarea => Some(State::Rcdata),
        Tag::Style | Tag::Xmp | Tag::Iframe | Tag::Noembed | Tag::Noframes => Some(State::Rawtext),
        Tag::Script => Some(State::ScriptData),
        Tag::Plaintext => Some(State::Plaintext),
        _ => None,
    }
}
