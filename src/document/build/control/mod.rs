//! Controls: what a reader acts on in a figure, and does not read: "Enlarge", "1 of 5", "toggle
//! caption".

mod labels;

use self::labels::{ALONE, LABELS, OF, PICTURES};
use super::look::{descendants, wording};
use super::noscript::{lone_image, shown};
use super::role::role;
use super::{Builder, Content, credit};
use crate::document::block::OmittedKind;
use crate::html::{NodeData, NodeId, Tag, Tree};

/// What stands on a control is not longer, in bytes.
const LONGEST: usize = 96;

impl Builder<'_, '_> {
    /// Leaves out a control that stands in a figure, its caption, or right after media: a button with
    /// words alone, or an element whose words or icon are a control's.
    pub(super) fn enter_control(
        &mut self,
        node: NodeId,
        tag: Tag,
        after_media: bool,
    ) -> Option<Content> {
        if !matches!(
            tag,
            Tag::Button | Tag::A | Tag::Span | Tag::Div | Tag::P | Tag::B | Tag::Label | Tag::Time
        ) {
            return None;
        }
        let is_control = match wording(self.tree, node, LONGEST) {
            Some(words) if tag == Tag::Button || has_role(self.tree, node) => {
                (!after_media || self.is_alone(node)) && !is_said(self.tree, node, &words)
            }
            Some(words) => {
                let key = key(&words);
                let is_alone = || self.is_alone(node);
                is_in(LABELS, &key)
                    || is_counter(&key) && is_alone()
                    // After media without a figure: a link of its own, the time of what follows.
                    || !after_media && (is_in(ALONE, &key) || is_time(&key)) && is_alone()
            }
            None => !after_media && is_icon(self.tree, node),
        };
        is_control.then(|| self.omit(node, OmittedKind::Control))
    }

    /// Whether an element is no part of a sentence.
    fn is_alone(&self, node: NodeId) -> bool {
        let next = shown(self.tree, self.tree.next_sibling(node));
        let goes_on =
            next.is_some_and(|next| matches!(self.tree.node(next).data, NodeData::Text(_)));
        (self.run.is_empty() || self.run.is_media()) && !goes_on
    }
}

fn has_role(tree: &Tree<'_>, node: NodeId) -> bool {
    let role = tree.attribute(node, "role");
    role.is_some_and(|role| role.value.trim().eq_ignore_ascii_case("button"))
}

/// Whether a button holds what is said of the figure: a caption or a credit that opens on demand.
fn is_said(tree: &Tree<'_>, button: NodeId, words: &str) -> bool {
    let is_caption = |node| tree.tag(node) == Some(Tag::Figcaption) || role(tree, node).is_some();
    is_caption(button) || descendants(tree, button).any(is_caption) || credit::is_all(words)
}

/// Whether an element holds nothing but the icon of a control: a drawing or one by its name, which says
/// in words what it does.
fn is_icon(tree: &Tree<'_>, node: NodeId) -> bool {
    const NAMES: &[&str] = &[".svg", "icon", "zoom", "loupe", "lupe", "btn", "button", "spinner"];
    let Some(image) = lone_image(tree, node) else { return false };
    let get = |name| tree.attribute(image, name).map(|it| it.value.to_ascii_lowercase());
    let (src, alt) = (get("src").unwrap_or_default(), key(&get("alt").unwrap_or_default()));
    NAMES.iter().any(|name| src.contains(name)) && (is_in(LABELS, &alt) || is_in(ALONE, &alt))
}

/// Words in lower case, without white space and the signs around them.
fn key(words: &str) -> String {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    visible(words).flat_map(char::to_lowercase).collect()
}

fn visible(words: &str) -> impl Iterator<Item = char> {
    words.chars().filter(|c| !c.is_whitespace())
}

fn is_in(labels: &[&str], key: &str) -> bool {
    labels.binary_search_by(|label| visible(label).cmp(key.chars())).is_ok()
}

/// Whether a text only counts the pictures of a gallery.
pub(super) fn is_number(text: &str) -> bool {
    is_counter(&key(text))
}

/// `1/12`, `image 1 of 5`.
fn is_counter(key: &str) -> bool {
    let number = |text: &'_ str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        (1..=3).contains(&digits).then_some(digits)
    };
    let key = PICTURES.iter().find_map(|picture| key.strip_prefix(picture)).unwrap_or(key);
    let Some(first) = number(key) else { return false };
    let rest = OF.iter().find_map(|of| key[first..].strip_prefix(of));
    rest.is_some_and(|rest| number(rest) == Some(rest.len()))
}

/// `4:11`, `00:00:49`: how long something plays.
fn is_time(key: &str) -> bool {
    let mut parts = key.split(':');
    let is_part = |part: &str, least: usize| {
        (least..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let first = parts.next().is_some_and(|part| is_part(part, 1));
    let mut rest = parts.peekable();
    first && rest.peek().is_some() && key.len() <= 8 && rest.all(|part| is_part(part, 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Block, Document};

    #[test]
    fn the_tables_are_in_order() {
        for labels in [LABELS, ALONE] {
            assert!(labels.is_sorted_by(|one, other| visible(one).lt(visible(other))));
            assert!(labels.iter().all(|label| is_in(labels, &key(label))));
        }
    }

    /// What is left of a figure's words, and how many controls were left out.
    fn read(figure: &str) -> (String, usize) {
        let html = format!("<figure><img src=a>{figure}</figure>");
        let document = Document::parse(&html);
        let [Block::Figure(figure)] = document.blocks() else { panic!("{html}") };
        let said = figure.caption.iter().map(|caption| caption.inlines.text().into_string());
        let credits = figure.credits.iter().map(|credit| format!("({})", credit.text));
        let rest = figure.blocks.iter().map(|block| format!("[{}]", block.text()));
        let controls = document.omitted().iter().filter(|it| it.kind == OmittedKind::Control);
        (said.chain(credits).chain(rest).collect::<Vec<_>>().join(" "), controls.count())
    }

    #[test]
    fn every_label_is_left_out() {
        for label in LABELS.iter().chain(ALONE) {
            assert_eq!(read(&format!("<span>{label}</span>")), (String::new(), 1), "{label}");
            let capitals = if label.is_ascii() { &label.to_uppercase() } else { *label };
            let caption = format!("<figcaption>b<div> + {capitals} </div></figcaption>");
            assert_eq!(read(&caption), ("b".to_owned(), 1), "{label}");
        }
    }

    /// Beside media that stand in no figure.
    #[test]
    fn controls_after_media() {
        for (html, expected, controls) in [
            ("<div><img src=a><button>b</button></div><p class=caption>c", "c", 1),
            ("<div><img src=a></div><div>1/12</div><p>c", " c", 1),
            ("<p><img src=a> <a href=b>Click to enlarge</a><p>c", " c", 1),
            // In a sentence, or no control without a figure.
            ("<p><img src=a> <button>b</button> to save", " b to save", 0),
            ("<p><img src=a> <a href=b>Download</a><p>c", "Download c", 0),
            ("<p>b</p><button>c</button>", "b c", 0),
            ("<figure><img src=a></figure><time>20:24</time><p>c", " 20:24 c", 0),
            ("<p>At <span>1/12</span>", "At 1/12", 0),
        ] {
            let document = Document::parse(html);
            let read: Vec<_> =
                document.blocks().iter().map(|block| block.text().into_string()).collect();
            let omitted = document.omitted().len();
            assert_eq!(
                (&*read.join(" ").replace('\n', " "), omitted),
                (expected, controls),
                "{html}"
            );
        }
    }

    #[test]
    fn controls() {
        for (html, said, controls) in [
            ("<button>Show all of it</button><figcaption>b</figcaption>", "b", 1),
            ("<a role=button href=x>More</a><figcaption>b</figcaption>", "b", 1),
            ("<figcaption>b <button>More</button></figcaption>", "b", 1),
            ("<figcaption>b <a href=x>Enlarge this <i>image</i></a></figcaption>", "b", 1),
            (
                "<figcaption><p>b <b class=credit>Ann Lee</b> <b><b>hide caption</b></b></figcaption><b><b>toggle caption</b></b>",
                "b (Ann Lee)",
                2,
            ),
            ("<div>1 / 12</div><figcaption>b</figcaption>", "b", 1),
            ("<div><span>Image 1</span> <span>of 5</span></div>", "", 1),
            ("<span>00:00:49</span>", "", 1),
            ("<a href=x><img src=zoom.svg alt=Enlarge></a>", "", 1),
            // What is said of the image.
            ("<button><img src=b>c</button>", "c", 0),
            ("<button class=caption>b</button>", "b", 0),
            ("<button><figcaption>b</figcaption></button>", "b", 0),
            ("<button>Photo: Ann Lee</button>", "(Ann Lee)", 0),
            (
                "<figcaption>Still from <span>Play</span>, 1963</figcaption>",
                "Still from Play, 1963",
                0,
            ),
            ("<figcaption><span>Play</span> is a film</figcaption>", "Play is a film", 0),
            ("<figcaption><span>1/2</span> an apple</figcaption>", "1/2 an apple", 0),
            ("<figcaption>Score 1/2/3 <span>12/2024</span></figcaption>", "Score 1/2/3 12/2024", 0),
            ("<figcaption>At <span>4:11</span></figcaption>", "At 4:11", 0),
            ("<figcaption><span>Enlarged view</span></figcaption>", "Enlarged view", 0),
            ("<ul><li><button>b</button></ul>", "[b]", 0),
        ] {
            assert_eq!(read(html), (said.to_owned(), controls), "{html}");
        }
    }
}
