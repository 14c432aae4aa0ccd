//! Whether front matter asks for formulas.

use super::Metadata;
use crate::front_matter::{Mapping, Value};

/// The keys by which themes are asked to set formulas: `PaperMod`, `Chirpy`, `NexT`, `Fluid`, `LoveIt` …
const KEYS: &[&str] =
    &["math", "mathjax", "katex", "latex", "use_math", "usemathjax", "useMath", "mathjax3"];

/// What stands for `true` in them.
const ENGINES: &[&str] = &["katex", "mathjax", "latex", "tex", "mathml"];

impl Metadata<'_> {
    /// Whether one of these fields says that the body holds formulas: `math: true`, `math: katex`,
    /// `math: {enable: true}`, or the same under `params` (Hugo) or `extra` (Zola).
    pub(crate) fn asks_for_math(&self) -> bool {
        let nested = ["params", "extra"].into_iter().filter_map(|key| self.extra.get(key));
        let nested = nested.filter_map(Value::as_mapping);
        std::iter::once(&self.extra).chain(nested).any(asks)
    }
}

fn asks(fields: &Mapping<'_>) -> bool {
    KEYS.iter().filter_map(|key| fields.get(key)).any(|value| {
        let is_engine =
            |text: &str| ENGINES.iter().any(|engine| engine.eq_ignore_ascii_case(text.trim()));
        let enabled = || value.as_mapping()?.get("enable")?.as_flag();
        value.as_flag().or_else(enabled).unwrap_or_else(|| value.text().is_some_and(is_engine))
    })
}

#[cfg(test)]
#[cfg(feature = "yaml")]
mod tests {
    use crate::Document;

    #[test]
    fn formulas_are_asked_for_as_themes_have_it() {
        for (front_matter, expected) in [
            ("math: true", true),
            ("mathjax: yes", true),
            ("katex: 'on'", true),
            ("math: KaTeX", true),
            ("math:\n  enable: true", true),
            ("params: {math: true}", true),
            ("math: false\nmathjax: true", true),
            ("math: false", false),
            ("math:\n  enable: false", false),
            ("math: lesson 1", false),
            ("tags: [math]", false),
            ("title: math", false),
        ] {
            let source = format!("---\n{front_matter}\n---\n");
            let document = Document::parse(&source);
            assert_eq!(document.metadata().asks_for_math(), expected, "{front_matter}");
        }
    }
}
