//! The fast way against pulldown-cmark, event by event.

use std::collections::VecDeque;
use std::fs;
use std::time::{Duration, Instant};

use super::super::pulldown::syntax_of;
use super::super::said::said;
use super::super::{SYNTAX, random};
use super::{Fast, Read};
use crate::html::tests::shared;

/// How far a text is read by the fast way, in bytes.
fn reached(text: &str) -> usize {
    let Some(mut fast) = Fast::new(text, SYNTAX) else { return 0 };
    let mut events = VecDeque::new();
    loop {
        match fast.read(&mut events) {
            Read::More => {}
            Read::All => return text.len(),
            Read::UpTo(reached) => return reached.at,
        }
    }
}

fn check(text: &str) {
    let (ours, theirs) = (said(text, true), said(text, false));
    if let Some(at) = (0..ours.len().max(theirs.len())).find(|&at| ours.get(at) != theirs.get(at)) {
        panic!("{text:?}\n{:?}\nis not\n{:?}", ours.get(at), theirs.get(at));
    }
}

#[test]
fn events_are_pulldown_cmarks_in_the_corpus() {
    let Some(folder) = shared::folder("corpus/markdown") else { return };
    let (mut bytes, mut fast) = (0, 0);
    for path in shared::files(&folder) {
        let text = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&text);
        let body = crate::split(&text).body;
        check(body);
        (bytes, fast) = (bytes + body.len(), fast + reached(body));
    }
    println!("{fast} of {bytes} bytes are read by the fast way");
    assert!(fast * 10 > bytes * 9);
}

/// What Markdown is written with, to be put together at random.
const PIECES: &[&str] = &[
    "a",
    "b c",
    " ",
    "  ",
    "   ",
    "    ",
    "\n",
    "\n",
    "\n\n",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "10. ",
    "> ",
    ">",
    "# ",
    "## ",
    "#",
    "`",
    "``",
    "```",
    "```\n",
    "~~~",
    "~~~rust\n",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "~",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "](x)",
    "[a]",
    "[a]: /u",
    "[a]: /u 't'\n",
    "[b]:\n /v\n",
    "[a][b]",
    "[a][]",
    "<",
    ">",
    "<b>",
    "</b>",
    "<div>\n",
    "</div>",
    "<!-- c -->",
    "<!--",
    "-->",
    "<pre>",
    "</pre>",
    "<a href=\"x\">",
    "<http://x.y>",
    "<x@y.z>",
    "&amp;",
    "&lt;",
    "&copy;",
    "&",
    ";",
    "\\",
    "\\*",
    "\\\n",
    "  \n",
    "|",
    "| a | b |\n",
    "|---|---|\n",
    "--|--\n",
    "|-|\n",
    ":--",
    "a | b\n",
    "---",
    "---\n",
    "===",
    "===\n",
    "- [ ] ",
    "- [x] ",
    "[ ] ",
    ": ",
    ":",
    ": a\n",
    "term\n: def\n",
    "[^1]",
    "[^1]: ",
    "[^1]: note\n",
    "> [!NOTE]\n",
    "[!TIP]",
    "{#id}",
    "{.c}",
    " {#id .c}",
    "\"t\"",
    "'t'",
    "(t)",
    "é",
    "中",
    "，",
    "“",
    "!",
    "***",
    "___",
    "* * *",
    "\t",
    "<a\n",
    "x.",
    "http://x",
    "[a](<u v>)",
    "[a](u \"t\")",
    "[a](u 't')",
    "![i](u)",
    "[![i](u)](v)",
    "`c`",
    "`` c ` d ``",
    "*e*",
    "**s**",
    "_e_",
    "a_b_c",
    "~~d~~",
    "[a]:\n  /u\n",
    "[b c]",
    "[b\nc]",
    "[a b]: /w\n",
    "[a\nb]",
    "[a\\]b]",
    "<i x='\n",
    "y'>",
    "</i\n",
    "<!x\n",
    "<!--\nc",
    "<?x",
    "?>",
    "<a.b@c.d>",
    "<a@-b>",
    "](u&amp;v)",
    "](u\\_v)",
    "](<u\\>v>)",
    "](<&lt;u>)",
    "[a]: /u?a&amp;b\n",
    "{a=b}",
    " {a #b c=d}",
    " {%- x y=\"z\" -%}",
    "]\\\n",
    "\n    a\n",
    "\n\ta\n",
    "\n\n      b\n",
];

#[test]
fn events_are_pulldown_cmarks_in_texts_put_together_at_random() {
    const TEXTS: u32 = 20_000;
    let (mut texts, mut fast) = (0, 0);
    for text in random::texts(PIECES, TEXTS) {
        // The others are not read as they stand.
        if syntax_of(&text, SYNTAX) == SYNTAX {
            check(&text);
            (texts, fast) = (texts + 1, fast + u32::from(reached(&text) == text.len()));
        }
    }
    println!("{fast} of {texts} texts are read by the fast way alone");
    assert!(fast * 2 > texts);
}

/// Forms in which pulldown-cmark has rules of its own, or in which this way was wrong once.
#[test]
fn events_are_pulldown_cmarks_where_it_is_of_its_own_mind() {
    for text in [
        // A backslash that breaks the last line of a link, a label behind an escaped bracket.
        "[a\\\n](x)b",
        "[a]: /u\n\n[!TIP]\\[a]",
        "[^1]: n\n\na[^1]\\[a]",
        // What ends before its brackets do, and is not looked up twice.
        "[a]: /u\n\n[a][]",
        "[b]: /u\n\n[a][b] [a][c] [c][b]",
        // Rows with too few and too many cells, and what follows where they are filled up.
        "a|b\n-|-\nc\n`d|\n# `e",
        "|a|b|\n|-|-|\n|c|\n|d|e|f|\n<x@y.z>|",
        // Boxes in headings and tables.
        "- [ ] a\n  ===",
        "- [x] a|b\n  -|-",
        // Titles that are none, of lists in lists.
        "a\n: b\n\nc",
        "- a\n  : b\n\n  c\n  : d\n- e",
        "a\n:\n\n: b\n\nc\n\nd",
        // Items of nothing.
        "-\n\n  a",
        "- a\n-\n- b\n\n\n- c",
        // Destinations in attributes, backslashes in a table's head, letters that are symbols, titles of
        // nothing.
        "# [a]( {.b)}",
        "a|b\\\\\n-|-\n",
        "a|b\\\n-|-\n",
        "a*Ⓐ b* Ⓐ_a_",
        "[a](u \"\")",
        // Fences that nothing closes.
        "```\na\n   ",
        "- ```\n  a\n\n  ``\nb",
        "```\na ``` b\n ~~~\n  ```  \nc",
        // Alerts, and what interrupts them.
        "> [!NOTE]\n> a\n\n> [!tip]\nb\n\n> [!TIP]\n# c",
        "> [!NOTE] a",
        // Lazy lines, and lines that are not.
        "> a\nb\n> - c\nd\n- e\n  > f\ng",
        "a\n    b\n\n- c\n\n      d",
        // Code in lines.
        "`a\n  b` ``c ` d`` `` e ``",
        "- `a\n  b`",
        "# a `b #` c #",
        // Labels whose letters have two capital ones, or are one of two.
        "[ſ]: /u\n\n[s] [S] [ß] [É]",
        "[é]: /u\n\n[É] [中]",
        // Images, and brackets behind what is no sign of one.
        "![a](b) \\![a](b) \\\\![a](b) !![a](b) !\\[a](b) `!`[a](b)\n![a](b) \\\n![a](b) [a](b\\)![a](b)",
        "|![a](b)|\\![a](b)|!|[a](b)|\n|-|-|-|-|\n\n[a]: b\n\n![a] !a^b ![^a] !\n[a]",
        // Labels over lines, with escaped brackets and with code that holds one.
        "[a b]: /u\n\n[a\nb] [x][a\n  b] [y\nz][a b][]\n> [a\n>   b] [a\nb][a\n> b]",
        "- [a\n  b][]\n  [c][a\nb]\n\n[a b]: /u",
        "[a\\b]: /u\n\n[a\\b]",
        "[a]: /u\n\n[a\\]] [\\[a] [`]`a] [`[`a] [a\\\nb]\n[a  \nb][a]",
        // Definitions whose destination stands below, behind lists and in them.
        "- a\n\n[b]:\n  /u\n[c]:\n    /v\n\n[b] [c] [d]\n\n[d]:\n\n/w",
        "- [a]:\n  /u\n- [b]:\n/v\n- [c]:\n  - d\n\n> [e]:\n> /w\n> [f]:\n> ---\n\n[a] [b] [c] [e] [f]",
        "[a]:\n# b\n\n[a]:\n===\n\n[a]:\n: b\n\n[a]",
        // Tags over lines, and those that are none.
        "a <b\nc='d\ne' f\n=\ng>h</b> <i\n>j</i\n> <k\nl='>\n\nm'>",
        "a <b\n\nc> <d\n# e>\n\nf <g  \nh>  \ni\n===",
        "> a <b\n> c>\n\n- a <b\n  c>",
        // Comments, declarations and instructions.
        "a <!-- b\nc --> <!--> <!---> <!d\ne> <?f\n?> <?> <? g <!-- h <!i\n\n<!j",
        "a <!b\nc <!d <!-- <?e\n\n> a <!b\n> c <?d\n> e?> f <!-- g\n> h",
        "<!a@b.c> <?a@b.c> a <!1> <![a](b)> <!>\n\n|a|<!b|\n|-|-|\n|<!-- c|d -->|",
        "> a <!b\n> ===\n\n> `<!a\n>-",
        // Addresses of mail.
        "<a@b> <a.b+c@d-e.f> <@a> <a@> <a@b.> <a@-b> <a@b-> <a@b@c> <a(b)@c> <a@b_c> <a@b c>",
        // References in destinations.
        "[a](b&amp;c \"d\") [a](<&lt;b c&gt;>) [a](b&c;d) ![a](&amp;) [e] [f](&amp;amp; 'g')\n\n[e]: &quot;&x",
        "[a](b&x;c) [a](b&amp) [a](b&#39;) <http://a?b&amp;c> <a&amp;@b>",
        "[a](b\\_c\\(d\\)\\\\ 't') [a](<b\\<\\>\\ c\\d>) [a](b\\&amp;c) [a](\\abc;) [a](b\\\n) [a](\\))",
        "[a]: b\\*c&amp;\n[b]: <c\\>d>\n\n[a] [b]\n\n|[a](b\\_c)|[a](b\\|c)|\n|-|-|\n|[a](<b\\|>)|[a](b\\\\|c)|",
        // Code that is set in, by spaces and by tabs, with blank lines in it and behind it.
        "    a\n\n      \n     b\n   \n\n  c\n    d\n\n\te\n \tf\n  \t\tg\n\t\n\n\th\n\n    \n",
        "- a\n\n      b\n\n        c\n \n  d\n-     e\n      f\n\n- g\n\n> \n>     h\n>\n>     i\nj\n    k",
        "    a\n  ",
        "    a\n    ",
        "    a\n     ",
        "1.     a\n\n       b\n\nc\n: d\n\n      e\n\n:     f\n[^1]:     g\n\n        h\n    i",
        "a\n\tb\n\t# c\n\n> d\n\n\te\n# f\n\tg\n\n[a]:\n\t/u\n\n[a]",
        "> [!NOTE]\n>     a\n>\n>     b\n\n\t- a\n\t```\n\n\t> b\n\n- a\n\n\n      b\n- c",
        // What begins as definitions do.
        "[a\\]: b\n\n[a\\] c\nd]: e\n\n[a [b]: c\n\n[\\a\\",
        // Attributes of any name.
        "# a {b=c d #e .f == g=h=i}\n\n## [j](k) {-l é}\n\n# {b=c}\n\n# a {b} #\n\n# [a][b {c]} d=e}",
        "[b {c]: /u\n\n# [a][b {c]}",
        // Backslashes behind brackets that are no box.
        "- [a]\\\n  - b\n- [x] c",
    ] {
        check(text);
    }
}

/// What is repeated takes a few hundredths of a second even here; a quadratic loop would take minutes.
#[test]
fn hostile_texts_are_read_in_linear_time() {
    const BYTES: usize = 1 << 18;
    let more = [
        "[a](", "](<", "a|", "- ", "> ", "`` ` ", "[^a", "*a _b ", "|a\n", "[", "<a b='", "`\n",
        "1. ",
    ];
    for piece in PIECES.iter().chain(&more) {
        for head in ["", "|a|b|c|d|\n|-|-|-|-|\n", "[a]: /u\n\n", "- "] {
            let text = [head, &piece.repeat(BYTES / piece.len())].concat();
            let start = Instant::now();
            assert!(reached(&text) <= text.len());
            assert!(start.elapsed() < Duration::from_secs(2), "{head:?} {piece:?}");
        }
    }
}

/// A row may lack nearly as many cells as there are bytes in the table's head, again and again.
#[test]
fn cells_that_rows_lack_are_not_written_without_end() {
    let columns = 1 << 12;
    let text = [
        "|".repeat(columns),
        "\n".into(),
        "|-".repeat(columns),
        "\n".into(),
        "a\n".repeat(columns),
    ];
    let mut text = text.concat();
    text.insert(0, 'a');
    let mut fast = Fast::new(&text, SYNTAX).expect("a table is read");
    let mut events = VecDeque::new();
    let read = std::iter::repeat_with(|| fast.read(&mut events)).find(|&read| read != Read::More);
    assert!(matches!(read, Some(Read::UpTo(_))));
    assert!(events.len() < text.len());
    check(&text);
}
