//! The fast way declines, or builds the tree of the spec way.

use std::collections::BTreeMap;
use std::fs;

use super::{dump, hostile, shared, spans, trees};
use crate::diagnostic::Diagnostics;
use crate::html::{fast, is_page, spec};

/// What became of the texts tried.
#[derive(Default)]
struct Tally {
    kept: usize,
    bytes: usize,
    kept_bytes: usize,
    /// Texts and bytes, by reason.
    declined: BTreeMap<fast::Decline, (usize, usize)>,
    differ: Vec<String>,
}

impl Tally {
    fn try_text(&mut self, name: &str, text: &str) {
        if is_page(text) {
            return;
        }
        self.bytes += text.len();
        let tree = match fast::parse(super::tokens(text), text, 0, &mut Diagnostics::new(9)) {
            Err(reason) => {
                let declined = self.declined.entry(reason).or_default();
                *declined = (declined.0 + 1, declined.1 + text.len());
                return;
            }
            Ok(tree) => tree,
        };
        self.kept += 1;
        self.kept_bytes += text.len();
        let spec = spec::parse_unbounded(text, spec::Context::BODY);
        if dump::tree(&tree) != dump::tree(&spec) || spans::of(&tree) != spans::of(&spec) {
            self.differ.push(name.to_owned());
        }
    }

    #[track_caller]
    fn assert_same(self) {
        let declined: usize = self.declined.values().map(|&(texts, _)| texts).sum();
        let Self { kept, kept_bytes, bytes, .. } = self;
        println!("{kept} kept ({kept_bytes} of {bytes} bytes), {declined}: {:?}", self.declined);
        assert!(kept > 0);
        assert!(self.differ.is_empty(), "{:#?}", self.differ);
    }
}

#[test]
fn fast_trees_of_the_corpus() {
    for folder in ["feed", "html", "figures", "odd", "markdown"] {
        let Some(tally) = tally_of(folder) else { return };
        print!("{folder}: ");
        tally.assert_same();
    }
}

/// Real posts in HTML: nearly all go the fast way, by their number and by their bytes.
#[test]
fn most_posts_are_tame() {
    for folder in ["feed", "html"] {
        let Some(tally) = tally_of(folder) else { return };
        let posts = tally.kept + tally.declined.values().map(|&(texts, _)| texts).sum::<usize>();
        assert!(tally.kept * 100 >= posts * 95, "{folder}: {} of {posts}", tally.kept);
        let share = (tally.kept_bytes, tally.bytes);
        assert!(share.0 * 100 >= share.1 * 95, "{folder}: {share:?} bytes");
    }
}

fn tally_of(folder: &str) -> Option<Tally> {
    let folder = shared::folder(&format!("corpus/{folder}"))?;
    let mut tally = Tally::default();
    for path in shared::files(&folder) {
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        tally.try_text(&path.display().to_string(), crate::split(&text).body);
    }
    Some(tally)
}

#[test]
fn fast_trees_of_html5lib() {
    let mut tally = Tally::default();
    trees::each(|place, data| tally.try_text(place, data));
    if tally.bytes > 0 {
        tally.assert_same();
    }
}

#[test]
fn fast_trees_of_hostile_markup() {
    let Some((names, generate)) = hostile::families() else { return };
    let mut tally = Tally::default();
    for name in names {
        tally.try_text(&name, &generate(&name, 4_096));
    }
    tally.assert_same();
}

#[test]
fn what_is_common_is_tame() {
    let texts = [
        "<p>A List<String>.</p>b",
        "<ul><li>A <x>b</li><li>c</li></ul>",
        "<h2>List<T></h2><div><span>a</div><ol><li><div>b</ol>",
        "<table><tr><td><span>a</td></tr></table>",
        "a<table><tbody>{% for b in c %}<tr><td>d</td></tr>{% endfor %}\n</tbody></table>e",
        "<table>a</table>b<table>\nc</table>",
        "<template><p>a<b>c</b></p></template>d",
        "<p>A List<I>.</p><pre>b</pre><ul><li><em>c</em></li><li>d</li></ul><p>e</p>",
        "<b><i>a<p>b<u>c</p><p></u>d<br></p></i></b>e",
        "<p><font color=red>a</p><p>b</p><h2>c</font></h2><div>d</div>",
        "<table><tr><td><b>a</td><td>b</td></tr></table>c",
    ];
    let mut tally = Tally::default();
    for text in texts {
        tally.try_text(text, text);
    }
    assert_eq!(tally.kept, texts.len());
    tally.assert_same();
}

/// Formatting is opened again in each block that follows: what it says is not read too often.
#[test]
fn long_attributes_are_not_read_again_and_again() {
    let class = "ab ".repeat(400);
    for count in [1, 20] {
        let text = format!("<p><b class=\"{class}\">x</p>{}", "<p>y</p>".repeat(count));
        let tree = fast::parse(super::tokens(&text), &text, 0, &mut Diagnostics::new(9));
        assert_eq!(tree.is_ok(), count == 1, "{count}");
    }
}

/// All short sequences of the tags that the rules speak of.
#[test]
fn fast_trees_of_generated_markup() {
    const PARTS: &[&str] = &[
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<a>",
        "</a>",
        "<li>",
        "</li>",
        "<ul>",
        "</ul>",
        "<div>",
        "</div>",
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<tbody>",
        "</tbody>",
        "<thead>",
        "<dl>",
        "<dt>",
        "<dd>",
        "</dd>",
        "<h1>",
        "</h1>",
        "<h2>",
        "<span>",
        "</span>",
        "<pre>",
        "</pre>",
        "\n",
        "x",
        "<br>",
        "<hr>",
        "<ruby>",
        "<rt>",
        "<rp>",
        "</ruby>",
        "<button>",
        "</button>",
        "<form>",
        "</form>",
        "<object>",
        "</object>",
        "<x-y>",
        "</x-y>",
        "<!--c-->",
        "<script></script>",
        "</br>",
        "<img>",
        "<address>",
        "<textarea>\n</textarea>",
        "</thead>",
        "<th>",
        "<i>",
        "</i>",
        "<tfoot>",
        "<marquee>",
        "</marquee>",
        "<nobr>",
        " ",
        "<input>",
        "<rb>",
        "<rtc>",
        "</rt>",
        "</address>",
        "<section>",
        "</section>",
        "<summary>",
        "<style></style>",
        "<title>&lt;</title>",
        "<listing>",
        "<x-y z>",
        "</img>",
        "<image>",
        "&amp;",
        "<plaintext>",
        "<xmp>",
        "<noscript>",
        "</noscript>",
        "<dialog>",
        "<link>",
        "<!doctype>",
        "</>",
        "<caption>",
        "</caption>",
        "<colgroup>",
        "</colgroup>",
        "<col>",
        "</col>",
        "<svg viewBox=1 refx>",
        "</svg>",
        "<svg/>",
        "<path d=1 />",
        "<g>",
        "</g>",
        "<linearGradient>",
        "</lineargradient>",
        "<font>",
        "<![CDATA[x]]>",
        "<template>",
        "</template>",
        "<em>",
        "</em>",
        "<isindex>",
        "<ol>",
        "</ol>",
        "<blockquote>",
        "</h2>",
        "</dt>",
    ];
    let mut tally = Tally::default();
    // A small generator of numbers; the same ones every time.
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    for _ in 0..8_000 {
        let length = 2 + next(8);
        let text: String = (0..length).map(|_| PARTS[next(PARTS.len())]).collect();
        tally.try_text(&text, &text);
    }
    tally.differ.sort_by_key(String::len);
    tally.differ.truncate(20);
    tally.assert_same();
}
