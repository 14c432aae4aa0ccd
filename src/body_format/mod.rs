//! [`BodyFormat`]: whether a body is HTML or Markdown.

#[cfg(feature = "markdown")]
mod detect;

use serde::{Deserialize, Serialize};

use crate::owned::owned_already;

/// What a body is written in, or that it is to be found out.
///
/// Reading Markdown takes the feature `markdown`. Without it every body is read as HTML; where
/// Markdown was asked for, a diagnostic says so.
///
/// # How it is found out
///
/// Markdown read as HTML loses its structure, HTML read as Markdown loses little. So a name that says
/// Markdown is believed in doubt, and what has no such name is HTML in doubt:
///
/// | the file's name | what the body shows | it is read as |
/// |---|---|---|
/// | `.html`, `.htm`, `.xhtml` | anything | HTML |
/// | `.md`, `.markdown`, `.mdown`, `.mkd`, `.mkdn`, `.mdwn`, `.mdx` | lines of HTML; outside of them no heading, fence or link, and hardly anything else | HTML |
/// | the same | anything else | Markdown |
/// | another, or none given | a heading (`# …`), a fence, a link, and no line of HTML | Markdown |
/// | the same | anything else | HTML |
///
/// # What Markdown is
///
/// The document of a Markdown body is that of the HTML which `pulldown-cmark` renders, of the body with
/// these expanded, where they stand in lines of their own and not in code:
///
/// | in the body | is read as |
/// |---|---|
/// | `{% codeblock Title lang:js %}` … `{% endcodeblock %}`, `{% highlight js %}`, `{{< highlight js >}}` | a fence, its text as it stands, in a figure if it has a title |
/// | `{% note info Title %}` …, `{{% alert %}}` …, `::: tip Title` … `:::` | `<div class="admonition info">` around Markdown |
/// | `{% blockquote Who, Where url %}` … | `<blockquote>` around Markdown, with a `<footer>` |
/// | `{{< details "Title" >}}` …, `::: details Title` … | `<details>` around Markdown |
/// | `{% comment %}` … | `<div hidden>` |
/// | `{: .class #id}`, `{.class}`, `{:toc}` | attributes of a heading's line above; else nothing |
/// | `[a]({{ site.url }}/b)`, `[a]({{< ref "b" >}})` | `[a](/b)`, `[a](b)`; other expressions as they stand |
///
/// # Examples
///
/// ```
/// use copydesk::{BodyFormat, Document, Parser};
///
/// assert_eq!(Document::parse("<p>Hello</p>").body_format(), BodyFormat::Html);
///
/// # #[cfg(feature = "markdown")] {
/// let parser = Parser::new().body_format(BodyFormat::Markdown);
/// let document = parser.parse("Hello *there*");
/// assert_eq!(document.body_format(), BodyFormat::Markdown);
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BodyFormat {
    /// It is found out, and [`Document::body_format`](crate::Document::body_format) tells.
    #[default]
    Auto,
    /// HTML; Markdown in it is text.
    Html,
    /// `CommonMark` with tables, strikethrough, task lists, footnotes, definition lists, heading
    /// attributes and alerts, and the HTML in it.
    Markdown,
}

impl BodyFormat {
    /// What a body is, by the [file's name](crate::Parser::file_name) and by what it shows.
    pub(crate) fn detect(body: &str, file_name: Option<&str>) -> Self {
        #[cfg(feature = "markdown")]
        return detect::detect(body, file_name);
        #[cfg(not(feature = "markdown"))]
        {
            let _ = (body, file_name);
            Self::Html
        }
    }

    pub(crate) const fn html() -> Self {
        Self::Html
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
    pub(crate) const fn is_html(&self) -> bool {
        matches!(self, Self::Html)
    }
}

owned_already!(BodyFormat);
