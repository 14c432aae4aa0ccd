//! What the words of classes and ids mean, in the languages that they are written in.

use std::cmp::Ordering;

use crate::document::aside::AsideKind;
use crate::document::aside::AsideKind::{
    Advertisement, Author, Byline, Comments, Control, Navigation, Notice, Other, Paywall,
    Promotion, Related, Share, Signup, Tags,
};

/// What a word says of the element whose class it is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It may be this.
    Is(AsideKind),
    /// It is article, whatever the other words say.
    Article,
}

use Meaning::{Article, Is};

/// Words that a class, an id and the like are made of, in the order of their bytes.
#[rustfmt::skip]
const WORDS: &[(&str, Meaning)] = &[
    ("actionbar", Is(Share)), ("ad", Is(Advertisement)), ("adbox", Is(Advertisement)),
    ("adcontainer", Is(Advertisement)), ("adcontent", Is(Advertisement)), ("addthis", Is(Share)),
    ("addtoany", Is(Share)), ("adlabel", Is(Advertisement)), ("admarker", Is(Advertisement)),
    ("admonition", Article), ("ads", Is(Advertisement)), ("adsense", Is(Advertisement)),
    ("adslabel", Is(Advertisement)), ("adslot", Is(Advertisement)), ("adunit", Is(Advertisement)),
    ("advert", Is(Advertisement)), ("advertisement", Is(Advertisement)),
    ("advertisements", Is(Advertisement)), ("advertising", Is(Advertisement)),
    ("advertlabel", Is(Advertisement)), ("advertorial", Is(Advertisement)),
    ("adverts", Is(Advertisement)), ("adwrapper", Is(Advertisement)), ("affiliate", Is(Advertisement)),
    ("agencies", Is(Byline)),
    ("agency", Is(Byline)), ("alsoread", Is(Related)), ("anzeige", Is(Advertisement)),
    ("appstore", Is(Promotion)), ("auteur", Is(Author)), ("auteurs", Is(Author)),
    ("author", Is(Author)), ("authorbio", Is(Author)), ("authorbox", Is(Author)),
    ("authorcard", Is(Author)), ("authordetails", Is(Author)), ("authored", Is(Author)),
    ("authorinfo", Is(Author)), ("authorline", Is(Author)), ("authorname", Is(Author)),
    ("authorprofile", Is(Author)), ("authors", Is(Author)), ("autor", Is(Author)),
    ("autore", Is(Author)), ("autoren", Is(Author)), ("autorname", Is(Author)),
    ("bibliography", Article), ("bio", Is(Author)), ("biography", Is(Author)),
    ("bookmark", Is(Share)), ("bookmarks", Is(Share)), ("breadcrumb", Is(Navigation)),
    ("breadcrumbs", Is(Navigation)), ("byline", Is(Byline)), ("bylines", Is(Byline)),
    ("callout", Article), ("categories", Is(Tags)), ("category", Is(Tags)),
    ("comentario", Is(Comments)), ("comentarios", Is(Comments)), ("comment", Is(Comments)),
    ("commentaire", Is(Comments)), ("commentaires", Is(Comments)), ("commentbox", Is(Comments)),
    ("commentcount", Is(Comments)), ("commentform", Is(Comments)), ("commenti", Is(Comments)),
    ("commenting", Is(Comments)), ("commentlist", Is(Comments)), ("comments", Is(Comments)),
    ("commentsection", Is(Comments)), ("commercial", Is(Advertisement)),
    ("compartilhar", Is(Share)), ("compartir", Is(Share)), ("condividi", Is(Share)),
    ("consent", Is(Notice)), ("contributor", Is(Author)), ("contributors", Is(Author)),
    ("cookie", Is(Notice)), ("cookies", Is(Notice)), ("copyright", Is(Byline)),
    ("correlate", Is(Related)), ("correlati", Is(Related)), ("crowdfunding", Is(Promotion)),
    ("cta", Is(Promotion)), ("dachzeile", Is(Tags)), ("date", Is(Byline)), ("dateline", Is(Byline)),
    ("datemodified", Is(Byline)), ("datepublished", Is(Byline)), ("dates", Is(Byline)),
    ("datetime", Is(Byline)), ("datum", Is(Byline)), ("delen", Is(Share)),
    ("dfp", Is(Advertisement)), ("dialog", Is(Control)), ("disclaimer", Is(Notice)),
    ("disqus", Is(Comments)), ("donate", Is(Promotion)), ("donation", Is(Promotion)),
    ("dropdown", Is(Control)), ("embed", Article), ("endnotes", Article), ("eyebrow", Is(Tags)),
    ("facebook", Is(Share)), ("factbox", Article), ("fecha", Is(Byline)), ("feedback", Is(Notice)),
    ("follow", Is(Share)), ("following", Is(Share)), ("footnote", Article), ("footnotes", Article),
    ("fundraising", Is(Promotion)), ("gdpr", Is(Notice)), ("hashtags", Is(Tags)),
    ("journalist", Is(Author)), ("keyword", Is(Tags)), ("keywords", Is(Tags)), ("kicker", Is(Tags)),
    ("kommentar", Is(Comments)), ("kommentare", Is(Comments)), ("kommentarer", Is(Comments)),
    ("lastmodified", Is(Byline)), ("latest", Is(Related)), ("lightbox", Is(Control)),
    ("linkedin", Is(Share)), ("loader", Is(Control)), ("loading", Is(Control)),
    ("login", Is(Signup)), ("mailchimp", Is(Signup)), ("membership", Is(Promotion)),
    ("menu", Is(Navigation)), ("metadata", Is(Byline)), ("metainfo", Is(Byline)),
    ("metered", Is(Paywall)), ("modal", Is(Control)), ("mostpopular", Is(Related)),
    ("mostread", Is(Related)), ("nav", Is(Navigation)), ("navbar", Is(Navigation)),
    ("navigation", Is(Navigation)), ("newsletter", Is(Signup)), ("newsletterbox", Is(Signup)),
    ("newsletterform", Is(Signup)), ("newsletters", Is(Signup)), ("newslettersignup", Is(Signup)),
    ("notecard", Article), ("offscreen", Is(Control)), ("onetrust", Is(Notice)),
    ("optin", Is(Signup)), ("outbrain", Is(Related)), ("overline", Is(Tags)),
    ("pager", Is(Navigation)), ("pagination", Is(Navigation)), ("partage", Is(Share)),
    ("partager", Is(Share)), ("paywall", Is(Paywall)), ("piano", Is(Paywall)),
    ("pinterest", Is(Share)), ("placeholder", Is(Control)), ("player", Is(Control)),
    ("podcast", Is(Promotion)), ("popover", Is(Control)), ("popular", Is(Related)),
    ("popup", Is(Control)), ("prevnext", Is(Navigation)), ("promo", Is(Promotion)), ("promos", Is(Promotion)),
    ("promote", Is(Promotion)), ("promoted", Is(Promotion)), ("promotion", Is(Promotion)),
    ("pubblicita", Is(Advertisement)), ("pubdate", Is(Byline)), ("publication", Is(Byline)),
    ("publicidad", Is(Advertisement)), ("publicite", Is(Advertisement)),
    ("publishdate", Is(Byline)), ("published", Is(Byline)), ("pullquote", Article),
    ("quicklinks", Is(Navigation)),
    ("rail", Is(Other)), ("readingtime", Is(Byline)), ("readmore", Is(Related)),
    ("readtime", Is(Byline)), ("recipe", Article), ("recirc", Is(Related)),
    ("recirculation", Is(Related)), ("recommendation", Is(Related)),
    ("recommendations", Is(Related)), ("recommended", Is(Related)), ("recommends", Is(Related)),
    ("redacteur", Is(Author)), ("references", Article), ("register", Is(Signup)),
    ("registration", Is(Signup)), ("regwall", Is(Signup)), ("reklama", Is(Advertisement)),
    ("reklame", Is(Advertisement)), ("relacionadas", Is(Related)), ("relacionado", Is(Related)),
    ("relacionados", Is(Related)), ("related", Is(Related)), ("relatedarticle", Is(Related)),
    ("relatedarticles", Is(Related)), ("relatedcontent", Is(Related)),
    ("relateditems", Is(Related)), ("relatedlinks", Is(Related)), ("relatednews", Is(Related)),
    ("relatedposts", Is(Related)), ("relateds", Is(Related)), ("relatedstories", Is(Related)),
    ("relatedtopics", Is(Related)), ("reporter", Is(Author)), ("respond", Is(Comments)),
    ("rubric", Is(Tags)), ("rubrik", Is(Tags)), ("screenreader", Is(Control)), ("share", Is(Share)),
    ("sharebar", Is(Share)), ("sharebutton", Is(Share)), ("sharebuttons", Is(Share)),
    ("sharedaddy", Is(Share)), ("shareicon", Is(Share)), ("shareicons", Is(Share)),
    ("sharelinks", Is(Share)), ("sharelist", Is(Share)), ("sharer", Is(Share)),
    ("shares", Is(Share)), ("sharethis", Is(Share)), ("sharetool", Is(Share)),
    ("sharetools", Is(Share)), ("sharing", Is(Share)), ("sidebar", Is(Other)),
    ("signin", Is(Signup)), ("signup", Is(Signup)), ("similaires", Is(Related)),
    ("similar", Is(Related)), ("skeleton", Is(Control)), ("skiplink", Is(Control)),
    ("social", Is(Share)), ("socialbar", Is(Share)), ("socialbuttons", Is(Share)),
    ("socialicons", Is(Share)), ("sociallinks", Is(Share)), ("socialmedia", Is(Share)),
    ("socials", Is(Share)), ("socialshare", Is(Share)), ("socialsharing", Is(Share)),
    ("source", Is(Byline)), ("sourcepoint", Is(Notice)), ("sources", Is(Byline)),
    ("spinner", Is(Control)), ("spitzmarke", Is(Tags)), ("sponsor", Is(Advertisement)),
    ("sponsored", Is(Advertisement)), ("sponsors", Is(Advertisement)), ("subscribe", Is(Signup)),
    ("subscription", Is(Signup)), ("subscriptions", Is(Signup)), ("taboola", Is(Related)),
    ("tagcloud", Is(Tags)), ("taglist", Is(Tags)), ("tags", Is(Tags)), ("taxonomy", Is(Tags)),
    ("teaser", Is(Related)), ("teaserbox", Is(Related)), ("teaserlist", Is(Related)),
    ("teasers", Is(Related)), ("teilen", Is(Share)), ("telegram", Is(Share)), ("time", Is(Byline)),
    ("timestamp", Is(Byline)), ("toast", Is(Notice)), ("toc", Is(Navigation)),
    ("toolbar", Is(Control)), ("tooltip", Is(Control)), ("topics", Is(Tags)), ("topline", Is(Tags)),
    ("trending", Is(Related)), ("updated", Is(Byline)), ("upnext", Is(Related)),
    ("viafoura", Is(Comments)), ("visuallyhidden", Is(Control)), ("weiterlesen", Is(Related)),
    ("werbung", Is(Advertisement)), ("whatsapp", Is(Share)), ("widget", Is(Other)),
    ("widgets", Is(Other)), ("writer", Is(Author)), ("writers", Is(Author)),
];

/// Words that mean something only one after the other.
#[rustfmt::skip]
const PAIRS: &[(&str, &str, Meaning)] = &[
    ("also", "like", Is(Related)), ("also", "read", Is(Related)),
    ("app", "download", Is(Promotion)), ("article", "actions", Is(Share)),
    ("article", "card", Is(Related)), ("article", "cards", Is(Related)),
    ("article", "label", Is(Tags)), ("article", "list", Is(Related)),
    ("article", "meta", Is(Byline)), ("content", "marketing", Is(Advertisement)),
    ("content", "meta", Is(Byline)), ("copy", "button", Is(Share)), ("entry", "meta", Is(Byline)),
    ("fact", "box", Article), ("job", "list", Is(Related)), ("last", "updated", Is(Byline)),
    ("latest", "articles", Is(Related)), ("latest", "news", Is(Related)),
    ("latest", "posts", Is(Related)), ("latest", "stories", Is(Related)),
    ("leave", "reply", Is(Comments)), ("link", "list", Is(Other)), ("log", "in", Is(Signup)),
    ("mehr", "zum", Is(Related)), ("meta", "bar", Is(Byline)), ("meta", "data", Is(Byline)),
    ("meta", "info", Is(Byline)), ("meta", "items", Is(Byline)), ("meta", "line", Is(Byline)),
    ("meta", "text", Is(Byline)), ("might", "like", Is(Related)), ("more", "articles", Is(Related)),
    ("more", "from", Is(Related)), ("more", "like", Is(Related)), ("more", "news", Is(Related)),
    ("more", "on", Is(Related)), ("more", "stories", Is(Related)), ("more", "topic", Is(Related)),
    ("more", "topics", Is(Related)), ("most", "commented", Is(Related)),
    ("most", "popular", Is(Related)), ("most", "read", Is(Related)),
    ("most", "viewed", Is(Related)), ("native", "ad", Is(Advertisement)),
    ("native", "advertisement", Is(Advertisement)), ("news", "card", Is(Related)),
    ("news", "list", Is(Related)), ("next", "article", Is(Related)),
    ("next", "post", Is(Navigation)), ("next", "story", Is(Related)), ("opt", "in", Is(Signup)),
    ("other", "articles", Is(Related)), ("other", "news", Is(Related)),
    ("other", "posts", Is(Related)), ("other", "stories", Is(Related)),
    ("page", "meta", Is(Byline)), ("play", "button", Is(Control)), ("post", "actions", Is(Share)),
    ("post", "card", Is(Related)), ("post", "meta", Is(Byline)),
    ("post", "navigation", Is(Navigation)), ("preferred", "source", Is(Promotion)),
    ("prev", "next", Is(Navigation)), ("previous", "post", Is(Navigation)),
    ("pull", "quote", Article), ("quick", "links", Is(Navigation)), ("read", "also", Is(Related)),
    ("read", "more", Is(Related)), ("read", "next", Is(Related)), ("read", "time", Is(Byline)),
    ("reading", "time", Is(Byline)), ("screen", "reader", Is(Control)),
    ("see", "also", Is(Related)), ("see", "more", Is(Related)), ("sign", "in", Is(Signup)),
    ("sign", "up", Is(Signup)), ("sr", "only", Is(Control)), ("story", "actions", Is(Share)),
    ("story", "card", Is(Related)), ("story", "meta", Is(Byline)), ("story", "tags", Is(Tags)),
    ("tag", "cloud", Is(Tags)), ("tag", "list", Is(Tags)), ("time", "to", Is(Byline)),
    ("top", "stories", Is(Related)), ("topic", "list", Is(Tags)), ("up", "next", Is(Related)),
    ("video", "controls", Is(Control)), ("video", "duration", Is(Control)),
    ("video", "fallback", Is(Control)), ("video", "info", Is(Control)),
    ("video", "overlay", Is(Control)), ("video", "title", Is(Control)),
    ("visually", "hidden", Is(Control)), ("word", "count", Is(Byline)),
    ("y", "hidden", Is(Control)),
];

/// Shorter words count only if signs stand around them: `adBody` and a hash such as `xAdq` name no ad.
const SHORT: usize = 3;
/// No word of the table is longer.
const LONGEST: usize = 16;

/// What the value of a `class` or `id` says of its element: the first thing it says, but for what many
/// elements of an article say too (a date).
pub(super) fn meaning(value: &str) -> Option<Meaning> {
    let mut said = None;
    let mut before = "";
    for word in Words::new(value) {
        match of_pair(before, word.text).or_else(|| of_word(&word)) {
            Some(Article) => return Some(Article),
            Some(new) if matches!(said, None | Some(Is(Byline | Tags | Other))) => said = Some(new),
            _ => {}
        }
        before = word.text;
    }
    said
}

fn of_word(word: &Word<'_>) -> Option<Meaning> {
    if word.text.len() > LONGEST || word.text.len() <= SHORT && !word.apart {
        return None;
    }
    let words = &WORDS[WORD_STARTS.of(word.text)];
    let at = words.binary_search_by(|(entry, _)| compare(entry, word.text)).ok()?;
    Some(words[at].1)
}

fn of_pair(first: &str, second: &str) -> Option<Meaning> {
    if first.is_empty() || first.len() > LONGEST || second.len() > LONGEST {
        return None;
    }
    let pairs = &PAIRS[PAIR_STARTS.of(first)];
    let is_pair =
        |pair: &&(&str, &str, _)| compare(pair.0, first).is_eq() && compare(pair.1, second).is_eq();
    pairs.iter().find(is_pair).map(|(.., said)| *said)
}

/// Where in a table the entries begin that begin with each letter.
struct Starts([u16; 27]);

static WORD_STARTS: Starts = {
    let mut starts = [0; 27];
    let mut at = 0;
    while at < WORDS.len() {
        starts[(WORDS[at].0.as_bytes()[0] - b'a') as usize + 1] = at as u16 + 1;
        at += 1;
    }
    Starts(filled(starts))
};

static PAIR_STARTS: Starts = {
    let mut starts = [0; 27];
    let mut at = 0;
    while at < PAIRS.len() {
        starts[(PAIRS[at].0.as_bytes()[0] - b'a') as usize + 1] = at as u16 + 1;
        at += 1;
    }
    Starts(filled(starts))
};

/// The ends of each letter's entries, of those without any too.
const fn filled(mut ends: [u16; 27]) -> [u16; 27] {
    let mut letter = 1;
    while letter < 27 {
        if ends[letter] == 0 {
            ends[letter] = ends[letter - 1];
        }
        letter += 1;
    }
    ends
}

impl Starts {
    /// Where the entries stand that begin like a word of letters.
    fn of(&self, word: &str) -> std::ops::Range<usize> {
        let letter = word.bytes().next().map_or(0, |byte| (byte | 0x20).wrapping_sub(b'a'));
        let letter = usize::from(letter.min(25));
        usize::from(self.0[letter])..usize::from(self.0[letter + 1])
    }
}

/// Compares an entry with a word in any case.
fn compare(entry: &str, word: &str) -> Ordering {
    entry.bytes().cmp(word.bytes().map(|byte| byte.to_ascii_lowercase()))
}

/// The words of `js-shareBar__item`: `js`, `share`, `Bar`, `item`.
struct Words<'t> {
    rest: &'t str,
    /// Whether the rest begins within letters.
    joined: bool,
}

struct Word<'t> {
    text: &'t str,
    /// Whether signs or nothing stand on both sides of it.
    apart: bool,
}

impl<'t> Words<'t> {
    const fn new(text: &'t str) -> Self {
        Self { rest: text, joined: false }
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        let start = self.rest.bytes().position(|byte| byte.is_ascii_alphabetic())?;
        let (before, letters) = self.rest.split_at(start);
        let ends = |pair: &[u8]| {
            !pair[1].is_ascii_alphabetic()
                || pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase()
        };
        let end = letters.as_bytes().windows(2).position(ends);
        let (text, after) = letters.split_at(end.map_or(letters.len(), |last| last + 1));
        let is_sign = |byte: u8| matches!(byte, b'-' | b'_' | b' ' | b'\t' | b'\n');
        let begins = before.bytes().next_back().map_or(!self.joined, is_sign);
        let apart = begins && after.bytes().next().is_none_or(is_sign);
        self.rest = after;
        self.joined = after.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
        Some(Word { text, apart })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        assert!(WORDS.is_sorted_by(|(one, _), (other, _)| one < other));
        assert!(PAIRS.is_sorted_by(|one, other| (one.0, one.1) < (other.0, other.1)));
        let words = || WORDS.iter().map(|(word, _)| *word);
        let all = words().chain(PAIRS.iter().flat_map(|(first, second, _)| [*first, *second]));
        for word in all {
            assert!(word.len() <= LONGEST, "{word}");
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
        }
    }

    #[test]
    fn every_word_and_pair_is_found() {
        for (word, said) in WORDS {
            assert_eq!(meaning(&format!("c-{word}_x")), Some(*said), "{word}");
        }
        for (first, second, said) in PAIRS {
            let found = of_pair(&first.to_ascii_uppercase(), second);
            assert_eq!(found, Some(*said), "{first} {second}");
        }
    }

    #[test]
    fn classes_say_what_their_words_say() {
        for (class, said) in [
            ("", None),
            ("article-body mb-4 md:flex", None),
            ("js-shareBar__item", Some(Is(Share))),
            ("c-article-you-might-also-like", Some(Is(Related))),
            ("ArticleSection_relatedArticle__AYp5j", Some(Is(Related))),
            ("ad", Some(Is(Advertisement))),
            ("in-read_ad slot", Some(Is(Advertisement))),
            // Not apart: a part of a name, of a hash.
            ("readMe adBody xAdq_Ad2", None),
            ("header head shadow load", None),
            // A date among others is not what it is about.
            ("date related", Some(Is(Related))),
            ("related footnotes", Some(Article)),
            ("日本 share", Some(Is(Share))),
        ] {
            assert_eq!(meaning(class), said, "{class}");
        }
    }
}
