//! Formulas: `MathML`, what scripts make formulas of, and what they have made.
//!
//! ```text
//! <math alttext="x^2">…<annotation encoding="application/x-tex">x^2     MathML; KaTeX, MediaWiki, LaTeXML
//! <script type="math/tex; mode=display">x^2                             MathJax 2, kramdown
//! <span class="math inline">\(x^2\)    <div class="arithmatex">\[x^2\]  Pandoc, Sphinx, MkDocs
//! <span data-math-style="inline">x^2                                    comrak
//! ```
//!
//! Of a formula that is there twice, once for readers and once for programs, the one that says more is
//! kept. Text between `$` or `\(` is a formula only in an element that says so.

use super::look::has_word;
use super::run::Format;
use super::{Builder, Content};
use crate::document::block::{Block, OmittedKind, Paragraph};
use crate::document::inline::{Inline, Inlines};
use crate::document::math::{Math, MathBlock};
use crate::html::{NodeData, NodeId, Tag, Tree};
use crate::span::Span;
use crate::text::Text;

impl<'a> Builder<'_, 'a> {
    /// Enters an element of `MathML`.
    pub(super) fn enter_mathml(&mut self, node: NodeId, tag: Tag) -> Content {
        if tag == Tag::Math {
            let math = Box::new(formula(self.tree, node));
            return self.open_format(node, Format::Math(math));
        }
        if is_annotation(self.tree, node) {
            return self.omit(node, OmittedKind::DuplicateRendering);
        }
        Content::Walk
    }

    /// Enters an element that says that it is a formula, or another rendering of one.
    pub(super) fn enter_math(&mut self, node: NodeId, tag: Tag, class: &str) -> Option<Content> {
        // `math`, `katex-html`, `MathJax`, `arithmatex`; nothing where another attribute says so.
        let may = class.is_empty() || class.contains("at");
        if !may || !matches!(tag, Tag::Span | Tag::Div) || self.is_code() {
            return None;
        }
        if is_rendered_again(self.tree, node) {
            return Some(self.omit(node, OmittedKind::DuplicateRendering));
        }
        let (text, says_how) = (lone_text(self.tree, node)?, says_math(self.tree, node)?);
        let NodeData::Text(written) = &self.tree.node(text).data else { return None };
        let is_display = says_how == Says::Display;
        let (tex, display) = match (delimited(written), says_how) {
            (Some((tex, display)), _) => (tex, display || is_display),
            (None, Says::Inline | Says::Display) => (written.trim(), is_display),
            (None, Says::InText) => return None,
        };
        let tex = Some(written.part(Span::of_part(written, tex, 0).range()));
        let display = display || tag == Tag::Div;
        self.push_formula(node, tag, Math { tex, display, ..Math::default() }, text, written);
        Some(Content::Skip)
    }

    /// Enters a script that holds a formula: it is what its rendering, or its source, says.
    pub(super) fn enter_tex(&mut self, node: NodeId) -> Option<Content> {
        let display = tex_script(self.tree, node).filter(|_| !self.is_code())?;
        let text = lone_text(self.tree, node)?;
        let NodeData::Text(written) = &self.tree.node(text).data else { return None };
        let tex = written.part(Span::of_part(written, without_cdata(written), 0).range());
        let math = Math { tex: Some(tex.clone()), display, ..Math::default() };
        self.push_formula(node, Tag::Script, math, text, &tex);
        Some(Content::Skip)
    }

    /// Takes a formula that is one text, or a part of it.
    fn push_formula(
        &mut self,
        node: NodeId,
        tag: Tag,
        math: Math<'a>,
        text: NodeId,
        written: &Text<'a>,
    ) {
        if tag == Tag::Div {
            self.flush();
        }
        let opened = self.run.may_open(Format::Math(Box::new(math)));
        let is_open = opened.is_some();
        if let Some(format) = opened {
            self.run.open(node, format);
        }
        let whole = self.span(text);
        let place = match (&self.tree.node(text).data, written.as_borrowed()) {
            (NodeData::Text(all), Some(part)) if all.is_borrowed() => {
                Span::of_part(all, part, whole.start)
            }
            _ => whole,
        };
        self.asides.text(written);
        self.run.text(written, place);
        if is_open {
            self.run.close(node);
        }
        if tag == Tag::Div {
            self.flush();
        }
    }
}

/// Whether a phrase is a formula that is set on lines of its own.
pub(super) fn is_alone(inlines: &[Inline<'_>]) -> bool {
    matches!(inlines, [Inline::Math(math)] if math.display)
}

/// The block that such a phrase is.
pub(super) fn block(inlines: Inlines<'_>, span: Span) -> Block<'_> {
    match inlines.into_vec().pop() {
        Some(Inline::Math(math)) => {
            let Math { tex, inlines, .. } = *math;
            Block::Math(Box::new(MathBlock { tex, inlines, span }))
        }
        other => {
            Block::Paragraph(Paragraph { inlines: Inlines::from(Vec::from_iter(other)), span })
        }
    }
}

/// What a `<math>` says of itself.
fn formula<'a>(tree: &Tree<'a>, math: NodeId) -> Math<'a> {
    /// An annotation stands after the one row that it annotates.
    const MOST: usize = 8;
    let near = |node| tree.children(node).take(MOST);
    let semantics = near(math).find(|&child| is_named(tree, child, "semantics"));
    let mut annotations = semantics.into_iter().flat_map(near).filter(|&child| {
        let encoding = tree.attribute(child, "encoding");
        let is_tex = encoding.is_some_and(|it| it.value.to_ascii_lowercase().contains("tex"));
        is_tex && is_named(tree, child, "annotation")
    });
    let annotated = annotations.find_map(|annotation| lone_text(tree, annotation));
    let annotated = annotated.and_then(|text| match &tree.node(text).data {
        NodeData::Text(text) => Some(text),
        _ => None,
    });
    let said = annotated.or(tree.attribute(math, "alttext").map(|said| &said.value));
    let tex = said.map(|tex| tex.part(Span::of_part(tex, tex.trim(), 0).range()));
    let display = tree.attribute(math, "display").is_some_and(|it| it.value == "block");
    Math { tex: tex.filter(|tex| !tex.is_empty()), display, ..Math::default() }
}

fn is_named(tree: &Tree<'_>, node: NodeId, name: &str) -> bool {
    tree.element(node).is_some_and(|element| tree.name(element) == name)
}

/// Whether an element says in another notation what stands before it: no browser shows it (`MathML`
/// Core, "User Agent Stylesheet").
fn is_annotation(tree: &Tree<'_>, node: NodeId) -> bool {
    let is_one = is_named(tree, node, "annotation") || is_named(tree, node, "annotation-xml");
    let is_of = |parent: &NodeId| is_named(tree, *parent, "semantics");
    let mut before =
        std::iter::successors(tree.previous_sibling(node), |&before| tree.previous_sibling(before));
    is_one
        && tree.parent(node).as_ref().is_some_and(is_of)
        && before.any(|before| tree.element(before).is_some())
}

/// Whether an element is `KaTeX`'s rendering of the `MathML` before it, or `MathJax`'s of the script
/// after it.
fn is_rendered_again(tree: &Tree<'_>, node: NodeId) -> bool {
    /// A preview, the rendering and the script.
    const MOST: usize = 4;
    if has_word(tree, node, &["katex-html"]) {
        let before = tree.previous_sibling(node);
        return before.is_some_and(|before| has_word(tree, before, &["katex-mathml"]));
    }
    let is_mathjax = has_word(
        tree,
        node,
        &["MathJax", "MathJax_Display", "MathJax_SVG", "MathJax_CHTML", "MathJax_Preview"],
    );
    let after = std::iter::successors(Some(node), |&after| tree.next_sibling(after));
    is_mathjax && after.take(MOST).any(|after| tex_script(tree, after).is_some())
}

/// Whether a script holds a formula, and whether that is to be displayed.
fn tex_script(tree: &Tree<'_>, node: NodeId) -> Option<bool> {
    let kind = tree.attribute(node, "type").filter(|_| tree.tag(node) == Some(Tag::Script))?;
    let rest = kind.value.trim().strip_prefix("math/tex")?;
    Some(rest.contains("display"))
}

/// How an element that is a formula by its class is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Inline,
    Display,
    /// The delimiters in it say so; without such it is no formula.
    InText,
}

fn says_math(tree: &Tree<'_>, node: NodeId) -> Option<Says> {
    let has = |words: &[&str]| has_word(tree, node, words);
    let style = tree.attribute(node, "data-math-style").map(|style| &*style.value);
    let is_math = || has(&["math", "arithmatex"]);
    match style {
        Some("display") => Some(Says::Display),
        Some(_) => Some(Says::Inline),
        None if has(&["math-display"]) => Some(Says::Display),
        None if has(&["math-inline"]) => Some(Says::Inline),
        None if !is_math() => None,
        None if has(&["display"]) => Some(Says::Display),
        None if has(&["inline"]) => Some(Says::Inline),
        None => Some(Says::InText),
    }
}

/// The one text that an element holds, with nothing else in it.
fn lone_text(tree: &Tree<'_>, node: NodeId) -> Option<NodeId> {
    let text = tree.first_child(node).filter(|&text| tree.next_sibling(text).is_none())?;
    matches!(&tree.node(text).data, NodeData::Text(text) if !text.trim().is_empty()).then_some(text)
}

/// The TeX between delimiters, and whether they say that it is to be displayed.
fn delimited(written: &str) -> Option<(&str, bool)> {
    const DELIMITERS: &[(&str, &str, bool)] =
        &[("\\(", "\\)", false), ("\\[", "\\]", true), ("$$", "$$", true), ("$", "$", false)];
    let written = written.trim();
    if written.starts_with("\\begin{") {
        return Some((written, true));
    }
    DELIMITERS.iter().find_map(|&(open, close, display)| {
        let tex = written.strip_prefix(open)?.strip_suffix(close)?.trim();
        (!tex.is_empty()).then_some((tex, display))
    })
}

/// TeX without the comments that hide it from XML: `% <![CDATA[ … %]]>`.
fn without_cdata(tex: &str) -> &str {
    let tex = tex.trim();
    let inner = tex.strip_prefix("% <![CDATA[").and_then(|rest| rest.strip_suffix("%]]>"));
    inner.map_or(tex, str::trim)
}

#[cfg(test)]
mod tests {
    use crate::{Block, Document, Inline, OmittedKind};

    /// Formulas as `tex|text`, those in a line in angles; then the plain text of the rest.
    fn read(body: &str) -> String {
        let document = Document::parse(body);
        let in_line = |inline: &Inline<'_>| match inline {
            Inline::Math(math) => {
                let how = if math.display { "!" } else { "" };
                format!("<{how}{}|{}>", math.tex.as_deref().unwrap_or("-"), math.inlines.text())
            }
            Inline::Text(text) => text.to_string(),
            other => format!("{other:?}"),
        };
        let short = |block: &Block<'_>| match block {
            Block::Math(math) => {
                format!("[{}|{}]", math.tex.as_deref().unwrap_or("-"), math.inlines.text())
            }
            Block::Paragraph(paragraph) => paragraph.inlines.iter().map(in_line).collect(),
            other => format!("{other:?}"),
        };
        let blocks: Vec<String> = document.blocks().iter().map(short).collect();
        let omitted = document.omitted().iter();
        let again = omitted.filter(|it| it.kind == OmittedKind::DuplicateRendering).count();
        format!("{} {again}", blocks.join("; "))
    }

    const X2: &str = "<msup><mi>x</mi><mn>2</mn></msup>";

    #[test]
    fn formulas_in_the_forms_of_the_field() {
        let mathml = format!(
            "<math><semantics>{X2}<annotation encoding=application/x-tex> x^2 </annotation></semantics></math>"
        );
        let katex = format!(
            "<span class=katex><span class=katex-mathml>{mathml}</span><span class=katex-html aria-hidden=true><span class=base>x<span>2</span></span></span></span>"
        );
        for (body, expected) in [
            (format!("<p>a <math>{X2}</math>"), "a <-|x2> 0"),
            (format!("<p>a <math alttext='x^2' display=block>{X2}</math>"), "a <!x^2|x2> 0"),
            (format!("<p><math alttext='x^2' display=block>{X2}</math>"), "[x^2|x2] 0"),
            (format!("<p>a {mathml} b"), "a <x^2|x2> b 1"),
            (format!("<p>a {katex} b"), "a <x^2|x2> b 2"),
            ("<span class=katex><span class=katex-html aria-hidden=true>x</span></span>".into(), "x 0"),
            ("<p>a <script type=math/tex>x < 2</script> b".into(), "a <x < 2|x < 2> b 0"),
            (
                "<p>a</p><script type='math/tex; mode=display'>% <![CDATA[\nx < 2 %]]></script><p>b</p>"
                    .into(),
                "a; [x < 2|x < 2]; b 0",
            ),
            (
                "<p>a<span class=MathJax_Preview></span><span class=MathJax><nobr>x</nobr></span><script type=math/tex>x</script>"
                    .into(),
                "a<x|x> 2",
            ),
            (r"<p>a <span class='math inline'>\(x\)</span>.".into(), r"a <x|\(x\)>. 0"),
            (r"<p><span class='math display'>\[x\]</span>".into(), r"[x|\[x\]] 0"),
            (r"a<div class=arithmatex>\[x\]</div>b".into(), r"a; [x|\[x\]]; b 0"),
            ("<p>a <span class='math math-inline'>x</span>".into(), "a <x|x> 0"),
            ("<p><span data-math-style=display>x</span>".into(), "[x|x] 0"),
            (r"<div class=math>\begin{a}x\end{a}</div>".into(), r"[\begin{a}x\end{a}|\begin{a}x\end{a}] 0"),
        ] {
            assert_eq!(read(&body), expected, "{body}");
        }
    }

    #[test]
    fn other_text_is_none() {
        for (body, expected) in [
            ("<p>It cost $5 and $6.", "It cost $5 and $6. 0"),
            (r"<p>a \(x\)", r"a \(x\) 0"),
            ("<div class=math>Math 101</div>", "Math 101 0"),
            ("<p><span class=math>$</span>", "$ 0"),
            ("<math><semantics><annotation>x</annotation></semantics></math>", "<-|x> 0"),
        ] {
            assert_eq!(read(body), expected, "{body}");
        }
    }
}
