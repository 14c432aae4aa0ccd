//! Admonitions: the elements that notes, tips and warnings are written in, by their class.
//!
//! ```text
//! blockquote.markdown-alert-note   div.markdown-alert.markdown-alert-note     GitHub, pulldown-cmark
//! div.admonition.note > p.admonition-title                                    Sphinx, MkDocs
//! div.theme-admonition-note.alert.alert--info                                 Docusaurus
//! div.custom-block.tip > p.custom-block-title                                 VuePress
//! div.alert.alert-warning     div.callout.callout-note                        Bootstrap, Docsy, Quarto
//! div.admonitionblock.note > table: td.icon, td.content                       Asciidoctor
//! div.note.info               div.notecard.warning        aside.note          Hexo, MDN, by hand
//! blockquote that begins with a mark: > [!tip] Title                          Obsidian, Hugo, Kramdown
//! ```

use super::frame::{Closed, Kind};
use super::look::{descendants, has_word};
use super::{Builder, Content, aside};
use crate::document::admonition::{Admonition, AdmonitionKind};
use crate::document::block::{Block, OmittedKind};
use crate::document::inline::Inlines;
use crate::html::{MARK, NodeData, NodeId, Tag, Tree};
use crate::span::Span;

/// An admonition that is open.
#[derive(Debug)]
pub(super) struct AdmonitionFrame<'a> {
    kind: AdmonitionKind,
    title: Inlines<'a>,
    /// Whether its first paragraph is its title.
    is_titled: bool,
}

impl<'a> Builder<'_, 'a> {
    /// Enters an admonition, or the title that it begins with.
    pub(super) fn enter_admonition(
        &mut self,
        node: NodeId,
        tag: Tag,
        class: &str,
    ) -> Option<Content> {
        match tag {
            Tag::Div | Tag::P | Tag::Span
                if matches!(self.top(), Kind::Admonition(_)) && self.is_title(class) =>
            {
                self.flush();
                Some(self.open_frame(node, Kind::Summary))
            }
            Tag::Div | Tag::Aside | Tag::Section if !self.top().is_words() => {
                let kind = kind_of_class(self.tree, node, class, true)?;
                if aside::is_named(class) {
                    return None;
                }
                let admonition = Box::new(AdmonitionFrame::new(kind));
                Some(self.open_frame(node, Kind::Admonition(admonition)))
            }
            _ => None,
        }
    }

    /// Enters the table that an admonition of Asciidoctor's is laid out in. Its first cell says which it
    /// is: that is the title, if the other one has none of its own.
    pub(super) fn enter_icon_table(&mut self, node: NodeId, tag: Tag) -> Option<Content> {
        /// What is in an icon is in few nodes: so a look costs little, however deep they nest.
        const MOST_NODES: usize = 16;
        let tree = self.tree;
        match tag {
            Tag::Table => is_icon_table(tree, node).then_some(Content::Walk),
            Tag::Td if has_word(tree, node, &["icon"]) && icon_table_of(tree, node).is_some() => {
                let is_said = descendants(tree, node).take(MOST_NODES).any(|it| {
                    matches!(&tree.node(it).data, NodeData::Text(text) if !text.trim().is_empty())
                });
                let is_titled = content_cell(tree, node).is_some_and(|content| {
                    let first = tree.children(content).find(|&it| tree.tag(it).is_some());
                    first.is_some_and(|first| has_word(tree, first, &["title"]))
                });
                Some(if is_said && !is_titled {
                    self.open_frame(node, Kind::Summary)
                } else {
                    self.omit(node, OmittedKind::DuplicateRendering)
                })
            }
            _ => None,
        }
    }

    /// What a `<blockquote>` is, if it is an admonition: by its class, or by the mark that Markdown
    /// left in it.
    pub(super) fn admonition_of_quote(&self, node: NodeId) -> Option<AdmonitionFrame<'a>> {
        let class = self.tree.attribute(node, "class");
        let kind = class.and_then(|class| kind_of_class(self.tree, node, &class.value, false));
        kind.map(AdmonitionFrame::new).or_else(|| self.admonition_of_mark(node))
    }

    /// What a `<blockquote>` begins with: `[!tip]`, or the classes that stand beside it.
    fn admonition_of_mark(&self, quote: NodeId) -> Option<AdmonitionFrame<'a>> {
        let first = self.tree.first_child(quote)?;
        let is_space =
            matches!(&self.tree.node(first).data, NodeData::Text(text) if text.trim().is_empty());
        let first = if is_space { self.tree.next_sibling(first)? } else { first };
        let NodeData::Comment(id) = self.tree.node(first).data else { return None };
        let written = self.tree.comment(id).strip_prefix(MARK)?;
        let (name, _) = written.trim_start_matches(MARK).strip_prefix("[!")?.split_once(']')?;
        let name = name.split('|').next().unwrap_or_default().trim().to_ascii_lowercase();
        let classes = name.replace("-title", "");
        let kind = kind_of_class(self.tree, quote, &format!("admonition {classes}"), false)?;
        Some(AdmonitionFrame { kind, title: Inlines::default(), is_titled: classes != name })
    }

    /// Whether an element is by its class the title that the open admonition begins with.
    fn is_title(&self, class: &str) -> bool {
        const WORDS: &[&str] = &["title", "heading", "header"];
        let Some(frame) = self.frames.last() else { return false };
        let is_first = frame.blocks.is_empty() && self.run.is_empty();
        let class = if is_first { class.to_ascii_lowercase() } else { String::new() };
        WORDS.iter().any(|word| class.contains(word))
    }
}

impl<'a> AdmonitionFrame<'a> {
    pub(super) fn new(kind: AdmonitionKind) -> Self {
        Self { kind, title: Inlines::default(), is_titled: false }
    }

    /// Takes the title; a second one is a paragraph.
    pub(super) fn take_title(&mut self, title: Inlines<'a>) -> Option<Inlines<'a>> {
        if self.title.is_empty() {
            self.title = title;
            return None;
        }
        Some(title)
    }

    pub(super) fn close(self, mut blocks: Vec<Block<'a>>, span: Span) -> Closed<'a> {
        let Self { kind, mut title, is_titled } = self;
        let is_title = is_titled && matches!(blocks.first(), Some(Block::Paragraph(_)));
        if let Some(Block::Paragraph(first)) = is_title.then(|| blocks.remove(0)) {
            title = first.inlines;
        }
        Closed::Block(Block::Admonition(Box::new(Admonition { kind, title, blocks, span })))
    }
}

/// Whether a table lays out an admonition: its first cell is an icon, the second the content.
fn is_icon_table(tree: &Tree<'_>, table: NodeId) -> bool {
    /// The row is among the first.
    const MOST_NODES: usize = 8;
    let first = descendants(tree, table).take(MOST_NODES);
    let cell = first.into_iter().find(|&node| tree.tag(node) == Some(Tag::Td));
    cell.is_some_and(|cell| icon_table_of(tree, cell) == Some(table))
}

/// The table whose first cell is an admonition's icon.
fn icon_table_of(tree: &Tree<'_>, cell: NodeId) -> Option<NodeId> {
    let table = [Tag::Tr, Tag::Tbody, Tag::Table].into_iter().try_fold(cell, |node, tag| {
        tree.parent(node).filter(|&parent| tree.tag(parent) == Some(tag))
    })?;
    let block = tree.parent(table)?;
    let is_icon = has_word(tree, block, &["admonitionblock"])
        && has_word(tree, cell, &["icon"])
        && content_cell(tree, cell).is_some();
    is_icon.then_some(table)
}

/// The cell beside an icon.
fn content_cell(tree: &Tree<'_>, icon: NodeId) -> Option<NodeId> {
    let after = std::iter::successors(tree.next_sibling(icon), |&node| tree.next_sibling(node));
    let cell = after.into_iter().find(|&node| tree.tag(node).is_some())?;
    has_word(tree, cell, &["content"]).then_some(cell)
}

/// The words of classes that say that an element is an admonition, with a word that says which.
const NAMES: &[&str] = &[
    "admonition",
    "admonitionblock",
    "alert",
    "book-hint",
    "bs-callout",
    "callout",
    "custom-block",
    "gdoc-hint",
    "hint",
    "hint-container",
    "markdown-alert",
    "note",
    "notecard",
    "notice",
    "notices",
    "prompt",
    "starlight-aside",
    "theme-admonition",
    "usa-alert",
];

/// What an element is by its class; a lone word (`note`) says it only if it may be `alone`.
fn kind_of_class(
    tree: &Tree<'_>,
    node: NodeId,
    class: &str,
    alone: bool,
) -> Option<AdmonitionKind> {
    let (mut named, mut kind, mut said) = (None, None, None);
    for word in class.split_ascii_whitespace() {
        if let Some(name) = NAMES.iter().find(|&&name| name == word) {
            named = named.or(Some(*name));
        }
        let of_name = word.rsplit_once('-').and_then(|(name, rest)| {
            let name = name.strip_suffix('-').unwrap_or(name);
            kind_of(rest).filter(|_| NAMES.contains(&name))
        });
        if of_name.is_some() {
            named = named.or(Some("admonition"));
            kind = kind.or(of_name);
        }
        said = said.or_else(|| kind_of(word).filter(|_| !NAMES.contains(&word)));
    }
    let written = || {
        let kind = tree.attribute(node, "data-callout")?;
        Some(kind_of(&kind.value).unwrap_or(AdmonitionKind::Other))
    };
    // `admonition note`: a name that is a kind says which, where another one says that it is one.
    let of_names =
        || class.split_ascii_whitespace().filter(|&word| Some(word) != named).find_map(kind_of);
    match (named, kind.or(said).or_else(of_names)) {
        (Some(_), Some(kind)) => Some(kind),
        (Some("note"), None) => alone.then_some(AdmonitionKind::Note),
        (Some("admonition" | "callout" | "theme-admonition"), None) => {
            written().or(Some(AdmonitionKind::Other))
        }
        (None, Some(kind)) => {
            let own = ["warning", "caution", "important"];
            let is_own = |word: &str| own.contains(&word);
            (alone && class.split_ascii_whitespace().any(is_own)).then_some(kind)
        }
        _ => None,
    }
}

fn kind_of(word: &str) -> Option<AdmonitionKind> {
    Some(match word {
        "note" | "primary" | "secondary" | "default" => AdmonitionKind::Note,
        "info" | "information" | "seealso" | "todo" => AdmonitionKind::Info,
        "tip" | "hint" => AdmonitionKind::Tip,
        "important" => AdmonitionKind::Important,
        "warning" | "warn" | "attention" | "deprecated" | "experimental" => AdmonitionKind::Warning,
        "caution" => AdmonitionKind::Caution,
        "danger" | "error" | "failure" | "fail" | "missing" | "bug" => AdmonitionKind::Danger,
        "success" | "check" | "done" => AdmonitionKind::Success,
        "question" | "help" | "faq" => AdmonitionKind::Question,
        "example" => AdmonitionKind::Example,
        "abstract" | "summary" | "tldr" => AdmonitionKind::Abstract,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::{Block, Document};

    fn read(body: &str) -> String {
        let document = Document::parse(body);
        let short = |block: &Block<'_>| match block {
            Block::Admonition(admonition) => {
                let blocks = admonition.blocks.iter().map(|block| block.text().into_string());
                let blocks = blocks.collect::<Vec<_>>().join("/");
                format!("{:?} {}: {blocks}", admonition.kind, admonition.title.text())
            }
            Block::Aside(aside) => format!("aside {}", aside.blocks[0].text()),
            Block::Quote(_) => format!("quote {}", block.text()),
            block => block.text().into_string(),
        };
        document.blocks().iter().map(short).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn admonitions_in_the_forms_of_the_field() {
        for (body, expected) in [
            ("<blockquote class=markdown-alert-tip><p>a</blockquote>b", "Tip : a; b"),
            (
                "<div class='markdown-alert markdown-alert-note'><p class=markdown-alert-title><svg></svg>Note</p><p>a</div>",
                "Note Note: a",
            ),
            ("<div class='admonition seealso'><p class=admonition-title>T</p>a</div>", "Info T: a"),
            ("<div class='admonition mine'><p>a</div>", "Other : a"),
            ("<div class='admonition note'><p>a</div>", "Note : a"),
            ("<div class='admonition hint mine'><p>a</div>", "Tip : a"),
            (
                "<div class='theme-admonition theme-admonition-info alert alert--info'><div class=admonitionHeading_x>T</div><div>a</div></div>",
                "Info T: a",
            ),
            (
                "<div class='custom-block danger'><p class=custom-block-title>T</p><p>a</div>",
                "Danger T: a",
            ),
            ("<div class='alert alert-warning' role=alert><h4>T</h4>a</div>", "Warning : T/a"),
            (
                "<div class='callout' data-callout=tip><div class=callout-title>T</div>a</div>",
                "Tip T: a",
            ),
            ("<div class='note info'><p>a</p></div>", "Info : a"),
            ("<div class='note notecard'><p><b>Note:</b> a</p></div>", "Note : Note: a"),
            ("<div class='notecard warning'>a</div>", "Warning : a"),
            ("<aside class=note>a</aside>", "Note : a"),
            ("<div class=warning><p>a</div>", "Warning : a"),
            ("<div class='notice--info'><p>a</div>", "Info : a"),
            ("<blockquote class=prompt-tip><p>a</blockquote>", "Tip : a"),
            (
                "<div class='admonitionblock tip'><table><tr><td class=icon><div class=title>Tipp</div></td><td class=content>a<p>b</td></tr></table></div>c",
                "Tip Tipp: a/b; c",
            ),
            (
                "<div class='admonitionblock note'><table><tbody><tr>\n<td class=icon><i class='fa icon-note' title=Note></i></td>\n<td class=content>\n<div class=title>T</div>\n<div class=paragraph><p>a</p></div><table><tr><td>1<td>2</table></td></tr></tbody></table></div>",
                "Note T: a/1\t2",
            ),
            (
                "<div class='admonitionblock caution'><table><tr><td class=icon><img src=a alt=Caution></td><td class=content>a</td></tr></table></div>",
                "Caution : a",
            ),
        ] {
            assert_eq!(read(body), expected, "{body}");
        }
    }

    #[test]
    fn others_are_none() {
        for (body, expected) in [
            ("<div class=alert>a</div>", "a"),
            ("<div class=info>a</div>", "a"),
            ("<div class='btn btn-warning'>a</div>", "a"),
            ("<blockquote class=note>a</blockquote>", "quote a"),
            (
                "<div class=listingblock><table><tr><td class=icon>a<td class=content>b</table></div>",
                "a\tb",
            ),
            ("<p>a</p><div class='alert alert-info newsletter'>b</div>", "a; aside b"),
        ] {
            assert_eq!(read(body), expected, "{body}");
        }
    }
}
