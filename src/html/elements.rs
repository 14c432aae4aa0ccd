//! What the standard says of elements by their names.

use super::Tag;
use super::tokenizer::State;

pub(super) fn is_table_part(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Td
            | Tag::Th
            | Tag::Tr
            | Tag::Tbody
            | Tag::Thead
            | Tag::Tfoot
            | Tag::Caption
            | Tag::Colgroup
            | Tag::Col
    )
}

pub(super) fn closes_p(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Address
            | Tag::Article
            | Tag::Aside
            | Tag::Blockquote
            | Tag::Center
            | Tag::Details
            | Tag::Dialog
            | Tag::Dir
            | Tag::Div
            | Tag::Dl
            | Tag::Fieldset
            | Tag::Figcaption
            | Tag::Figure
            | Tag::Footer
            | Tag::Form
            | Tag::H1
            | Tag::H2
            | Tag::H3
            | Tag::H4
            | Tag::H5
            | Tag::H6
            | Tag::Header
            | Tag::Hgroup
            | Tag::Hr
            | Tag::Listing
            | Tag::Main
            | Tag::Menu
            | Tag::Nav
            | Tag::Ol
            | Tag::P
            | Tag::Plaintext
            | Tag::Pre
            | Tag::Search
            | Tag::Section
            | Tag::Summary
            | Tag::Table
            | Tag::Ul
            | Tag::Xmp
    )
}

pub(super) fn is_head(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Base
            | Tag::Basefont
            | Tag::Bgsound
            | Tag::Link
            | Tag::Meta
            | Tag::Noframes
            | Tag::Noscript
            | Tag::Script
            | Tag::Style
            | Tag::Template
            | Tag::Title
    )
}

pub(super) fn is_void(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Area
            | Tag::Base
            | Tag::Basefont
            | Tag::Bgsound
            | Tag::Br
            | Tag::Col
            | Tag::Embed
            | Tag::Frame
            | Tag::Hr
            | Tag::Img
            | Tag::Input
            | Tag::Keygen
            | Tag::Link
            | Tag::Meta
            | Tag::Param
            | Tag::Source
            | Tag::Track
            | Tag::Wbr
    )
}

/// The HTML elements that end SVG and `MathML`, as far as articles use them.
pub(super) fn leaves_foreign(tag: Tag) -> bool {
    closes_p(tag) && tag != Tag::Form
        || matches!(
            tag,
            Tag::B
                | Tag::Big
                | Tag::Br
                | Tag::Code
                | Tag::Dd
                | Tag::Dt
                | Tag::Em
                | Tag::Embed
                | Tag::I
                | Tag::Img
                | Tag::Li
                | Tag::Meta
                | Tag::Nobr
                | Tag::Ruby
                | Tag::S
                | Tag::Small
                | Tag::Span
                | Tag::Strike
                | Tag::Strong
                | Tag::Sub
                | Tag::Sup
                | Tag::Tt
                | Tag::U
                | Tag::Var
        )
}

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

/// The elements whose end tag ends what stands in them and may be left out.
pub(super) fn is_block_end(tag: Tag) -> bool {
    let other = matches!(tag, Tag::Button | Tag::Applet | Tag::Marquee | Tag::Object | Tag::Form);
    let opens_otherwise = matches!(tag, Tag::Hr | Tag::P | Tag::Plaintext | Tag::Table | Tag::Xmp);
    other || closes_p(tag) && !opens_otherwise
}

/// The elements whose end tags may be left out.
pub(super) fn may_end(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Dd
            | Tag::Dt
            | Tag::Li
            | Tag::Optgroup
            | Tag::Option
            | Tag::P
            | Tag::Rb
            | Tag::Rp
            | Tag::Rt
            | Tag::Rtc
    )
}
