//! Law 6 for Markdown: on every family of hostile input, four times as much takes no more than some
//! times as long, and what comes out is bounded by what went in.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use copydesk::{BodyFormat, Document, Parser};

use crate::shared;

/// Linear would be 4, quadratic 16. Wide, for machines that do other things too.
const GROWTH: u32 = 9;
/// No time below this is measured well enough to say that it grows.
const FLOOR: Duration = Duration::from_millis(400);
/// How often a family must grow too much to be blamed for it.
const ATTEMPTS: u32 = 3;

/// What a family repeats, or how it is made.
enum Family {
    Repeated(&'static str),
    Made(&'static str, fn(usize) -> String),
}

use Family::{Made, Repeated};

const FAMILIES: &[Family] = &[
    // Containers, each in the last.
    Repeated("> "),
    Repeated("- "),
    Repeated("- > 1. "),
    Repeated("> [!NOTE]\n"),
    Made("deeper lists", |bytes| {
        let depth = bytes.isqrt();
        (0..depth).map(|depth| " ".repeat(2 * depth) + "- a\n").collect()
    }),
    Made("a list, then blank lines", |bytes| format!("- a\n{}", " \n".repeat(bytes / 2))),
    // What stands below one block, and what is not alone in its lines.
    Made("a quotation, then attributes", |bytes| {
        format!("{}a\n{}", ">".repeat(bytes / 2), "{: #a}\n".repeat(bytes / 14))
    }),
    Made("a heading, then attributes", |bytes| {
        format!("# a{}\n{}", " ".repeat(bytes / 2), "{: #a}\n".repeat(bytes / 14))
    }),
    Repeated("- {: .note }\n  a\n{% if b %}\n"),
    Made("tags that end in the next line", |bytes| "{% if\n%}".repeat(bytes / 8) + "a"),
    // Links.
    Repeated("["),
    Repeated("[a]("),
    Repeated("!["),
    Repeated("[a\n"),
    Repeated("[a]: b \""),
    Repeated("<http://a>"),
    Made("references", |bytes| {
        let count = bytes / 24;
        let numbered = |text: &mut String, rest| {
            (0..count).for_each(|number| write!(text, "[a{number}]{rest}").unwrap());
        };
        let mut text = String::new();
        numbered(&mut text, ": b\n");
        numbered(&mut text, "");
        text
    }),
    Made("a long address, used again and again", |bytes| {
        format!("[a]: {}\n\n{}", "b".repeat(bytes / 2), "[a]".repeat(bytes / 6))
    }),
    Made("footnotes", |bytes| {
        let mut text = String::new();
        for number in 0..bytes / 24 {
            write!(text, "[^{number}]\n\n[^{number}]: a\n\n").unwrap();
        }
        text
    }),
    // Emphasis and code.
    Repeated("*a_ "),
    Repeated("**a *b "),
    Repeated("~a ~~b "),
    Made("nested emphasis", |bytes| "*a **b ".repeat(bytes / 14) + &"b** a*".repeat(bytes / 14)),
    Made("backticks", |bytes| (0..bytes / 250).map(|n| "`".repeat(n % 500) + "a").collect()),
    // Tables: the cells that a row lacks are added.
    Made("a wide table", |bytes| "|a".repeat(bytes / 4) + "|\n" + &"|-".repeat(bytes / 4) + "|\n"),
    Made("a table of short rows", |bytes| {
        let cells = (bytes / 8).min(2_000);
        "|a".repeat(cells) + "|\n" + &"|-".repeat(cells) + "|\n" + &"|b\n".repeat(bytes / 6)
    }),
    // Definition lists.
    Repeated("a\n: b\n"),
    Repeated("a\n: b\n\n  : "),
    Repeated(": "),
    Repeated("a\n:\n"),
    // HTML that is not over where its event is.
    Repeated("<a b=\""),
    Repeated("a <!-- "),
    Repeated("> <!--\n\n"),
    Repeated("> <div a=\"\n\n"),
    Repeated("a <script> b *c* "),
    Repeated("a <title> *c* "),
    Repeated("<div>\n\n*a*\n\n"),
    Repeated("- <b>\n  c\n"),
    Made("a script in a list", |bytes| format!("- <script>\n{}", "  a\n\n".repeat(bytes / 5))),
    // Shortcodes, attributes and computed addresses.
    Repeated("{% note %}\n"),
    Repeated("{% note %}{% endnote %}"),
    Repeated("{% note %}\na {% endnote %} "),
    Repeated("{% note %}\n{% tip %}\n{% endnote %}\n"),
    Repeated("- {% note %} "),
    Repeated("> ::: note\n> :::\n"),
    Repeated("::: a\n"),
    Repeated("{% codeblock %}\n"),
    Repeated("{% code %}a{% endcode %} "),
    Repeated("  {% code %}\na\n  {% endcode %}\n"),
    Repeated("{% raw %}\n"),
    Repeated("{% tab %} "),
    Repeated("a {% b *c* \n>%} "),
    Repeated("{% a >>>>"),
    Repeated("{% post_link a b %} "),
    Repeated("[a]: {{ b }} "),
    Repeated("* TOC\n{:toc}\n\n"),
    Repeated("# a\n{: #b}\n"),
    Repeated("*a*{: .b}"),
    Repeated("[a]({{ b }} "),
    Repeated("[a]({{ b }}{{ c }}\n"),
    Made("addresses in an address", |bytes| format!("[a]({}(", "{{](}}".repeat(bytes / 6))),
    Made("code that ends once", |bytes| "{% code %}\n".repeat(bytes / 12) + "{% endcode -- %}"),
    Made("notes that Markdown takes for code", |bytes| {
        "a\n\n    {% note %}\n    {% endnote %}\n\n".repeat(bytes / 34)
    }),
    // Callouts, and fences with names.
    Repeated("a\n{: .note}\n"),
    Repeated("{: .note }\na\n"),
    Repeated("{: .note }\n"),
    Repeated("> a\n{: .note-title}\n\n"),
    Repeated("> [!a] b\n"),
    Repeated("> [!a] b\n\n"),
    Repeated("> [!"),
    Repeated("```js a.js\nb\n```\n"),
    Repeated("```js a.js\n"),
    Repeated("~~~ a b "),
    Repeated("``` a b "),
    Repeated("```{.js}\n"),
    Repeated("```\na\n```\n{: file='a'}\n"),
    Repeated("```js:a.b,c=d "),
    Made("a long block before attributes", |bytes| {
        "a\n".repeat(bytes / 4) + &"{: .note}\n".repeat(bytes / 20)
    }),
    // Steps of templates, and comments.
    Repeated("{% if a %}\n"),
    Repeated("{% if a %} "),
    Repeated("{% comment %} "),
    Repeated("{% comment %} a {% endcomment %} "),
    Repeated("{# "),
    Repeated("{# a #} "),
    Repeated("{# *a*\n"),
    Repeated("{% include a %}\n"),
    Repeated("{% comment %} -- {% endcomment %} "),
    Made("comments that are none", |bytes| {
        "{% comment %} ".repeat(bytes / 28)
            + "-- {% endcomment %}"
            + &"{% comment %} ".repeat(bytes / 28)
    }),
    Made("comments that end once", |bytes| {
        "{% comment %} ".repeat(bytes / 14) + "-- {% endcomment %}"
    }),
    // Values of attributes, and buttons.
    Repeated("<a b=\"{{< ref \"c\" >}}\">"),
    Repeated("=\"{{"),
    Repeated("<a =\"{{ 'b' }}"),
    Repeated("{{< button href=a >}} b "),
    Repeated("{{< button href=a >}}\nb\n{{< /button >}}\n"),
    // Images above words in emphasis.
    Repeated("{% img a.b %}\n*c*\n"),
    Repeated("{% note %}{% endnote %}{% img a.b %}"),
    // Tabs.
    Repeated("{{< tabpane >}}\n{{< tab a >}}\n"),
    Repeated("{{< tabpane >}} {{< tab a >}} "),
    Repeated("{{< tabpane >}}{{< tab a >}}{{< /tab >}}{{< /tabpane >}}"),
    Made("tabs of code", |bytes| {
        let tabs = "{{< tab a >}} ".repeat(bytes / 14);
        format!("{{{{< tabpane >}}}}\n{tabs}{{{{< /tab >}}}}")
    }),
    // Content that is set in.
    Repeated("!!! a\n"),
    Repeated("!!! a\n    b\n"),
    Repeated("!!! a. "),
    Repeated("??? \"a\"\n\n    b\n\n"),
    Repeated("!!! a \"`b`\"\n"),
    Repeated("> !!! a\n"),
    Repeated("- !!! a\n      b\n"),
    Repeated("!!! a\n    ```\n"),
    Repeated("=== \"a\"\n    === \"b\"\n        c\n\n"),
    Made("notes, each in the last", |bytes| {
        let depth = (bytes / 2).isqrt();
        (0..depth).map(|depth| " ".repeat(4 * depth) + "!!! a\n").collect()
    }),
    Made("notes, each in the last, again and again", |bytes| {
        let nest: String = (0..40).map(|depth| " ".repeat(4 * depth) + "!!! a\n").collect();
        nest.repeat(bytes / nest.len())
    }),
    Made("a note, then blank lines", |bytes| {
        let notes = "!!! a\n    b\n\n\n\n\n\n\n\n\n";
        format!("!!! a\n    b\n{}{}", "\n".repeat(bytes / 2), notes.repeat(bytes / 2 / notes.len()))
    }),
    // The rest.
    Repeated("&"),
    Repeated("\\"),
    Repeated("<"),
    Repeated("a\r"),
    Repeated("\0a "),
    Repeated("    a\n\n"),
    Made("a heading's classes", |bytes| format!("# a {{{}}}", ".b ".repeat(bytes / 3))),
    Made("a heading's attributes", |bytes| {
        let attributes = (0..bytes / 9).fold(String::new(), |all, n| all + &format!("b{n}=c "));
        format!("# a {{{attributes}}}")
    }),
];

impl Family {
    fn name(&self) -> &'static str {
        match self {
            Repeated(text) | Made(text, _) => text,
        }
    }

    fn text(&self, bytes: usize) -> String {
        match self {
            Repeated(text) => text.repeat(bytes / text.len()),
            Made(_, make) => make(bytes),
        }
    }
}

fn parse(text: &str) -> Document<'_> {
    Parser::new().body_format(BodyFormat::Markdown).parse(text)
}

fn time(text: &str) -> Duration {
    let start = Instant::now();
    let document = parse(text);
    let time = start.elapsed();
    assert_eq!(document.body_format(), BodyFormat::Markdown);
    time
}

#[test]
fn hostile_markdown_takes_linear_time() {
    let slow = |family: &Family| {
        let small = time(&family.text(64 << 10));
        let large = time(&family.text(256 << 10));
        (large > FLOOR && large > small * GROWTH).then(|| format!("{small:?}, then {large:?}"))
    };
    let mut failures = Vec::new();
    for family in FAMILIES {
        if let Some(times) = (0..ATTEMPTS).try_fold(None, |_, _| slow(family).map(Some)).flatten() {
            failures.push((family.name().to_owned(), times));
        }
    }
    shared::report(&failures, FAMILIES.len());
}

#[test]
fn hostile_markdown_is_as_rendered_and_its_json_is_read() {
    for family in FAMILIES {
        let text = family.text(4_096);
        if let Some(difference) = crate::markdown::difference(&text) {
            panic!("{:?}: {difference}", family.name());
        }
        let json = serde_json::to_string(&parse(&text)).unwrap();
        // pulldown-cmark adds at most 2^18 cells to all tables of a text.
        assert!(json.len() <= 64 * text.len() + (4 << 18), "{:?}: {}", family.name(), json.len());
        serde_json::from_str::<serde_json::Value>(&json).unwrap();
    }
}
