//! What asides say of themselves: "Read more", "Lesen Sie auch", "関連記事".

use super::Found;
use crate::document::aside::AsideKind::{Advertisement, Related, Share};
use crate::document::aside::{AsideEvidence, AsideKind};
use crate::document::block::{Block, Item};
use crate::document::inline::{Inline, Inlines};

/// Labels in lower case, in the order of their bytes.
#[rustfmt::skip]
const LABELS: &[(&str, AsideKind)] = &[
    ("a lire aussi", Related), ("advert", Advertisement), ("advertentie", Advertisement),
    ("advertisement", Advertisement), ("advertisements", Advertisement),
    ("aiheesta lisää", Related), ("also read", Related), ("annonce", Advertisement),
    ("annons", Advertisement), ("annonse", Advertisement), ("annonsørinnhold", Advertisement),
    ("anzeige", Advertisement), ("article continues after advertisement", Advertisement),
    ("article continues below advertisement", Advertisement), ("articles associés", Related),
    ("articles liés", Related), ("articles similaires", Related), ("articole similare", Related),
    ("articoli correlati", Related), ("artigos relacionados", Related), ("artikel teilen", Share),
    ("artikel terkait", Related), ("artículos relacionados", Related),
    ("auch interessant", Related), ("audio und video zum thema", Related), ("baca juga", Related),
    ("baca lagi", Related), ("baca selengkapnya", Related), ("bagikan", Share),
    ("bekijk ook", Related), ("berita lainnya", Related), ("berita terkait", Related),
    ("bunlar da ilginizi çekebilir", Related), ("bài liên quan", Related),
    ("bài viết liên quan", Related), ("cele mai citite", Related), ("chia sẻ", Share),
    ("citește mai mult", Related), ("citește și", Related), ("citiți și", Related),
    ("comparteix", Share), ("compartilhar", Share), ("compartilhe", Share), ("compartir", Share),
    ("compartir en", Share), ("condividi", Share), ("contenido relacionado", Related),
    ("conteúdo relacionado", Related), ("continua após a publicidade", Advertisement),
    ("continua depois da publicidade", Advertisement), ("continue reading below", Advertisement),
    ("copy link", Share), ("czytaj również", Related), ("czytaj także", Related),
    ("czytaj też", Related), ("czytaj więcej", Related), ("có thể bạn quan tâm", Related),
    ("dalintis", Share), ("dans la même rubrique", Related),
    ("das könnte dich auch interessieren", Related), ("das könnte sie auch interessieren", Related),
    ("del artikkel", Share), ("dela artikeln", Share), ("delen", Share), ("deli", Share),
    ("der artikel wird nach der anzeige fortgesetzt", Advertisement), ("devamını oku", Related),
    ("die redaktion empfiehlt", Related), ("diesen artikel teilen", Share), ("distribuie", Share),
    ("diğer haberler", Related), ("don't miss", Related), ("don’t miss", Related),
    ("drucken", Share), ("editor's picks", Related), ("editors' picks", Related),
    ("editor’s picks", Related), ("empfohlene artikel", Related), ("en çok okunanlar", Related),
    ("et pot interessar", Related), ("ezt is ajánljuk", Related), ("fler artiklar", Related),
    ("flere artikler", Related), ("flere saker", Related), ("folgen auf", Share),
    ("follow us", Share), ("follow us on social media", Share), ("gerelateerd", Related),
    ("gerelateerde artikelen", Related), ("haberi görüntüle", Related), ("hirdetés", Advertisement),
    ("i più letti", Related), ("iklan", Advertisement), ("ilgili haberler", Related),
    ("ilginizi çekebilir", Related), ("in other news", Related), ("jaa artikkeli", Share),
    ("kapcsolódó", Related), ("kapcsolódó cikkek", Related), ("keep reading", Related),
    ("la suite après la publicité", Advertisement), ("lasi arī", Related), ("lasi vēl", Related),
    ("lasiet arī", Related), ("latest articles", Related), ("latest news", Related),
    ("latest stories", Related), ("le puede interesar", Related), ("lea también", Related),
    ("lee más", Related), ("lee también", Related), ("leer más", Related),
    ("leer también", Related), ("lees meer", Related), ("lees ook", Related),
    ("lees verder", Related), ("leggi anche", Related), ("leggi di più", Related),
    ("leggi pure", Related), ("leggi tutto", Related), ("legolvasottabb", Related),
    ("leia ainda", Related), ("leia mais", Related), ("leia também", Related),
    ("les hele saken", Related), ("les mer", Related), ("les også", Related),
    ("les plus lus", Related), ("lesen sie auch", Related), ("lesen sie dazu", Related),
    ("lesen sie hier", Related), ("lesen sie mehr", Related), ("lihat juga", Related),
    ("link copied", Share), ("link kopieren", Share), ("lire aussi", Related),
    ("lire la suite", Related), ("lire plus", Related), ("lire également", Related),
    ("llegeix també", Related), ("llegiu també", Related), ("lo más leído", Related),
    ("lo más visto", Related), ("loe ka", Related), ("loe lisaks", Related), ("loe veel", Related),
    ("lue lisää", Related), ("lue myös", Related), ("luetuimmat", Related), ("läs mer", Related),
    ("läs också", Related), ("läs vidare", Related), ("läs även", Related), ("læs mere", Related),
    ("læs også", Related), ("mainos", Advertisement), ("mais lidas", Related),
    ("mais lidos", Related), ("mais notícias", Related), ("meer nieuws", Related),
    ("meer over dit onderwerp", Related), ("meest gelezen", Related), ("megosztás", Share),
    ("mehr aus", Related), ("mehr dazu", Related), ("mehr lesen", Related),
    ("mehr nachrichten", Related), ("mehr zum thema", Related), ("meistgelesen", Related),
    ("meistgelesene artikel", Related), ("mest lest", Related), ("mest läst", Related),
    ("mest læste", Related), ("mohlo by vás zajímat", Related), ("more from", Related),
    ("more like this", Related), ("more news", Related), ("more on", Related),
    ("more on this", Related), ("more on this story", Related), ("more stories", Related),
    ("more top stories", Related), ("more trending", Related), ("most popular", Related),
    ("most read", Related), ("most viewed", Related), ("must read", Related),
    ("más información", Related), ("más leídas", Related), ("más noticias", Related),
    ("najczęściej czytane", Related), ("najnowsze", Related), ("najčitanije", Related),
    ("najčítanejšie", Related), ("nejčtenější", Related), ("neueste artikel", Related),
    ("no te pierdas", Related), ("noticias relacionadas", Related), ("notizie correlate", Related),
    ("notícias relacionadas", Related), ("notícies relacionades", Related),
    ("okumaya devam et", Related), ("olvasson tovább", Related), ("paid content", Advertisement),
    ("partager", Share), ("partager cet article", Share), ("partager l'article", Share),
    ("passend dazu", Related), ("paylaş", Share), ("più letti", Related), ("podijeli", Share),
    ("polecane", Related), ("popular stories", Related), ("posts relacionados", Related),
    ("potrebbe interessarti", Related), ("potrebbe interessarti anche", Related),
    ("povezane vesti", Related), ("povezane vijesti", Related), ("powiązane artykuły", Related),
    ("preberite tudi", Related), ("preberite še", Related), ("prečítajte si aj", Related),
    ("pročitaj više", Related), ("pročitajte i", Related), ("pročitajte još", Related),
    ("przeczytaj również", Related), ("przeczytaj także", Related), ("przeczytaj też", Related),
    ("pubblicità", Advertisement), ("publicidad", Advertisement), ("publicidade", Advertisement),
    ("publicitat", Advertisement), ("publicitate", Advertisement), ("publicité", Advertisement),
    ("přečtěte si", Related), ("přečtěte si také", Related), ("quảng cáo", Advertisement),
    ("read also", Related), ("read more", Related), ("read next", Related),
    ("recommended", Related), ("recommended articles", Related),
    ("recommended from editorial", Related), ("recommended stories", Related),
    ("reklaam", Advertisement), ("reklam", Advertisement), ("reklama", Advertisement),
    ("reklame", Advertisement), ("reklám", Advertisement), ("reklāma", Advertisement),
    ("related", Related), ("related article", Related), ("related articles", Related),
    ("related content", Related), ("related news", Related), ("related posts", Related),
    ("related stories", Related), ("related story", Related), ("relaterade artiklar", Related),
    ("relaterede artikler", Related), ("relaterte artikler", Related), ("relaterte saker", Related),
    ("sdílejte článek", Share), ("sdílet", Share), ("sdílet článek", Share), ("share", Share),
    ("share on facebook", Share), ("share on twitter", Share), ("share this", Share),
    ("share this article", Share), ("share this story", Share), ("simak juga", Related),
    ("skaitomiausi", Related), ("skaitykite taip pat", Related), ("skaityti daugiau", Related),
    ("soma pia", Related), ("soma zaidi", Related), ("sorodne novice", Related),
    ("související články", Related), ("sponsored", Advertisement),
    ("sponsored content", Advertisement), ("story continues after advertisement", Advertisement),
    ("story continues below advertisement", Advertisement), ("sur le même sujet", Related),
    ("sur le même thème", Related), ("susiję straipsniai", Related), ("súvisiace články", Related),
    ("taip pat skaitykite", Related), ("también te puede interesar", Related),
    ("te puede interesar", Related), ("te recomendamos", Related), ("teilen", Share),
    ("terpopuler", Related), ("ti potrebbe interessare", Related), ("tin cùng chuyên mục", Related),
    ("tin liên quan", Related), ("top stories", Related), ("trending", Related),
    ("trending now", Related), ("udostępnij", Share), ("veja também", Related),
    ("verwandte artikel", Related), ("verwandte themen", Related), ("vezi și", Related),
    ("vous aimerez aussi", Related), ("weitere artikel", Related), ("weitere meldungen", Related),
    ("weitere nachrichten", Related), ("weitere videos", Related), ("weiterlesen", Related),
    ("werbung", Advertisement), ("więcej na ten temat", Related), ("xem thêm", Related),
    ("you may also like", Related), ("you may like", Related), ("you might also like", Related),
    ("zdieľať", Share), ("zobacz również", Related), ("zobacz także", Related),
    ("zobacz też", Related), ("zum selben thema", Related), ("zum thema", Related),
    ("à découvrir également", Related), ("à lire aussi", Related),
    ("à lire sur le même sujet", Related), ("à lire également", Related), ("à voir aussi", Related),
    ("ähnliche", Related), ("ähnliche artikel", Related), ("čtěte i", Related),
    ("čtěte také", Related), ("čítajte aj", Related), ("čítajte tiež", Related),
    ("đọc nhiều nhất", Related), ("đọc thêm", Related), ("δείτε επίσης", Related),
    ("διαβάστε ακόμα", Related), ("διαβάστε ακόμη", Related), ("διαβάστε επίσης", Related),
    ("διαβάστε περισσότερα", Related), ("διαφήμιση", Advertisement), ("διαφημιση", Advertisement),
    ("κοινοποίηση", Share), ("σχετικά άρθρα", Related), ("більше новин", Related),
    ("вижте още", Related), ("главное сегодня", Related), ("дивіться також", Related),
    ("другие новости", Related), ("еще по теме", Related), ("ещё по теме", Related),
    ("за темою", Related), ("материалы по теме", Related), ("новости по теме", Related),
    ("още по темата", Related), ("по теме", Related), ("подели", Share), ("поделиться", Share),
    ("поделиться ссылкой", Share), ("похожие материалы", Related), ("поширити", Share),
    ("прочетете още", Related), ("прочети още", Related), ("прочитајте још", Related),
    ("реклама", Advertisement), ("рекомендуем", Related), ("самое читаемое", Related),
    ("свързани статии", Related), ("смотрите также", Related), ("схожі новини", Related),
    ("читайте ещё", Related), ("читайте по теме", Related), ("читайте также", Related),
    ("читайте також", Related), ("читати далі", Related), ("читать далее", Related),
    ("читать ещё", Related), ("читать также", Related), ("כתבות נוספות", Related),
    ("כתבות קשורות", Related), ("עוד בנושא", Related), ("פרסומת", Advertisement),
    ("קרא עוד", Related), ("קראו גם", Related), ("שתף", Share), ("שתפו", Share),
    ("أخبار ذات صلة", Related), ("إعلان", Advertisement), ("إقرأ أيضا", Related),
    ("اخبار مرتبط", Related), ("اشتراک گذاری", Share), ("اعلان", Advertisement),
    ("اقرأ أيضا", Related), ("اقرأ أيضاً", Related), ("اقرأ أيضًا", Related),
    ("اقرأ المزيد", Related), ("الأكثر قراءة", Related), ("بیشتر بخوانید", Related),
    ("تبلیغات", Advertisement), ("شارك", Share), ("قد يهمك", Related), ("قد يهمك أيضا", Related),
    ("مزید پڑھیں", Related), ("مشاركة", Share), ("مطالب مرتبط", Related),
    ("مقالات ذات صلة", Related), ("مواضيع ذات صلة", Related), ("موضوعات ذات صلة", Related),
    ("همچنین بخوانید", Related), ("پربازدیدترین ها", Related), ("یہ بھی پڑھیں", Related),
    ("इसे भी पढ़ें", Related), ("और पढ़ें", Related), ("यह भी पढ़ें", Related),
    ("ये भी पढ़ें", Related), ("विज्ञापन", Advertisement), ("शेयर करें", Share),
    ("संबंधित खबरें", Related), ("আরও পড়ুন", Related), ("আরো পড়ুন", Related),
    ("বিজ্ঞাপন", Advertisement), ("শেয়ার করুন", Share), ("ข่าวที่เกี่ยวข้อง", Related),
    ("บทความที่เกี่ยวข้อง", Related), ("อ่านต่อ", Related), ("อ่านเพิ่มเติม", Related),
    ("แชร์", Share), ("โฆษณา", Advertisement), ("あわせて読みたい", Related), ("おすすめ記事", Related),
    ("アクセスランキング", Related), ("シェア", Share), ("シェアする", Share), ("上一篇", Related), ("下一篇", Related),
    ("人気記事", Related), ("你可能還想看", Related), ("分享", Share), ("分享到", Share), ("前の記事", Related),
    ("合わせて読みたい", Related), ("广告", Advertisement), ("広告", Advertisement), ("廣告", Advertisement),
    ("推荐阅读", Related), ("推薦閱讀", Related), ("更多新聞", Related), ("更多新闻", Related), ("更多阅读", Related),
    ("最新記事", Related), ("次の記事", Related), ("热门文章", Related), ("热门新闻", Related), ("熱門文章", Related),
    ("熱門新聞", Related), ("猜你喜欢", Related), ("相关报道", Related), ("相关文章", Related), ("相关新闻", Related),
    ("相关阅读", Related), ("相關報導", Related), ("相關文章", Related), ("相關新聞", Related), ("相關閱讀", Related),
    ("看更多", Related), ("続きを読む", Related), ("関連ニュース", Related), ("関連記事", Related), ("閱讀更多", Related),
    ("阅读更多", Related), ("공유", Share), ("공유하기", Share), ("관련 기사", Related), ("관련 뉴스", Related),
    ("관련기사", Related), ("광고", Advertisement), ("더 읽기", Related), ("더보기", Related),
    ("많이 본 기사", Related), ("많이 본 뉴스", Related), ("인기기사", Related), ("추천 기사", Related),
    ("추천기사", Related),
];

/// Labels that articles of reference end with, too.
const SEE_ALSO: &[&str] = &[
    "bekijk ook",
    "lihat juga",
    "veja também",
    "vezi și",
    "zobacz także",
    "zobacz też",
    "zobacz również",
    "à voir aussi",
    "вижте още",
    "дивіться також",
    "смотрите также",
    "δείτε επίσης",
];

/// A text that is a label is not longer, in bytes; nor is what of a longer one is looked at.
const LONGEST: usize = 96;

/// Of the text after a label so many tenths are linked, if it is of another article.
const LINKED: usize = 8;

/// The blocks that a label makes asides: a text that is one, with the links after it; and a label with
/// what it is of in one paragraph.
pub(super) fn find(blocks: &[Block<'_>], found: &mut Vec<Found>) {
    let mut next = 0;
    for (start, block) in blocks.iter().enumerate() {
        if start < next {
            continue;
        }
        let said = match block {
            Block::Paragraph(paragraph) => of_phrase(&paragraph.inlines),
            Block::Heading(heading) => {
                let said = of_phrase(&heading.inlines);
                said.filter(|said| said.kind == Related && said.is_all && !said.is_see_also)
            }
            _ => None,
        };
        let Some(said) = said else { continue };
        let follows = || blocks[start + 1..].iter().take_while(|block| is_links(block)).count();
        let own = !matches!(block, Block::Heading(_)) && (said.is_linked || said.kind != Related);
        let more = if said.is_all && said.kind == Related { follows() } else { 0 };
        if own || more > 0 {
            next = start + 1 + more;
            let blocks = start as u32..next as u32;
            found.push(Found::of_blocks(said.kind, AsideEvidence::Label, blocks));
        }
    }
}

/// What a phrase says that begins with a label.
struct Said {
    kind: AsideKind,
    /// Whether the label is "see also", which is the article's where it is a heading.
    is_see_also: bool,
    /// Whether it is nothing but the label.
    is_all: bool,
    /// Whether what follows the label is links, or the label is one.
    is_linked: bool,
}

fn of_phrase(phrase: &Inlines<'_>) -> Option<Said> {
    let first = first_text(phrase)?;
    if phrase.is_plain() && first.len() > LONGEST {
        return None;
    }
    let (kind, len) = label(first)?;
    let lengths = Lengths::of(phrase);
    let is_see_also = SEE_ALSO.iter().any(|see| end_of(see, first.trim_start()).is_some());
    let is_all = lengths.text == first.len() && first[len..].chars().all(is_sign);
    // The label itself is not of what it is a label of.
    let after = lengths.text - len;
    let is_linked = lengths.linked > 0 && lengths.linked * 10 >= after * LINKED;
    (is_all || kind == Related && is_linked).then_some(Said {
        kind,
        is_see_also,
        is_all,
        is_linked,
    })
}

fn is_sign(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, ':' | '：' | '.' | '…' | '>' | '»' | '›' | '→' | '|' | '-' | '–' | '!')
}

/// The label that a text begins with, and where it ends.
fn label(text: &str) -> Option<(AsideKind, usize)> {
    let signs = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let text = &text[signs..];
    let begin = text.chars().next()?.to_lowercase().next()?;
    let from = LABELS.partition_point(|(label, _)| label.chars().next() < Some(begin));
    let same = LABELS[from..].iter().take_while(|(label, _)| label.starts_with(begin));
    let ends = same.filter_map(|(label, kind)| Some((*kind, end_of(label, text)?)));
    ends.max_by_key(|(_, end)| *end).map(|(kind, end)| (kind, signs + end))
}

/// Where a text that begins with a label, in any case, goes on.
fn end_of(label: &str, text: &str) -> Option<usize> {
    let mut label = label.chars();
    let mut last = None;
    for (at, c) in text.char_indices() {
        let mut same = c.to_lowercase();
        let Some(expected) = label.next() else {
            // Of a script without spaces, words need not end.
            let ends = !c.is_alphanumeric() || last >= Some('\u{0E00}');
            return ends.then_some(at);
        };
        if same.next() != Some(expected) {
            return None;
        }
        last = Some(c);
    }
    label.next().is_none().then_some(text.len())
}

fn first_text<'s>(phrase: &'s Inlines<'_>) -> Option<&'s str> {
    phrase.iter().find_map(|inline| match inline {
        Inline::Text(text) if text.trim().is_empty() => None,
        Inline::Text(text) => Some(&**text),
        inline => first_text(inline.children()?),
    })
}

/// How long a phrase is, and what of it is linked, in bytes.
#[derive(Default)]
struct Lengths {
    text: usize,
    linked: usize,
    /// Whether a linked image is in it.
    has_image: bool,
}

impl Lengths {
    fn of(phrase: &Inlines<'_>) -> Self {
        let mut lengths = Self::default();
        for inline in phrase {
            lengths.add(inline);
        }
        lengths
    }

    fn add(&mut self, inline: &Inline<'_>) {
        match inline {
            Inline::Text(text) => self.text += text.len(),
            Inline::Link(link) => {
                let inner = Self::of(&link.inlines);
                let has_image =
                    link.inlines.iter().any(|inline| matches!(inline, Inline::Image(_)));
                self.text += inner.text;
                self.linked += inner.text;
                self.has_image |= has_image || inner.has_image;
            }
            inline => {
                let inner = inline.children().map(Self::of).unwrap_or_default();
                self.text += inner.text;
                self.linked += inner.linked;
                self.has_image |= inner.has_image;
            }
        }
    }

    /// Whether it is links and next to nothing else.
    const fn are_links(&self) -> bool {
        self.linked * 10 >= self.text * LINKED && (self.linked > 0 || self.has_image)
    }
}

/// Whether a block reads like an article.
pub(super) fn is_prose(block: &Block<'_>) -> bool {
    match block {
        Block::Paragraph(paragraph) => {
            let Lengths { text, linked, .. } = Lengths::of(&paragraph.inlines);
            text - linked >= super::tally::PROSE as usize
        }
        Block::Code(_) => true,
        _ => false,
    }
}

/// Whether a block is links to other articles and next to nothing else.
fn is_links(block: &Block<'_>) -> bool {
    match block {
        Block::Paragraph(paragraph) => Lengths::of(&paragraph.inlines).are_links(),
        Block::Heading(heading) => Lengths::of(&heading.inlines).are_links(),
        Block::List(list) => {
            let are_links =
                |item: &Item<'_>| !item.blocks.is_empty() && item.blocks.iter().all(is_links);
            !list.items.is_empty() && list.items.iter().all(are_links)
        }
        Block::Figure(figure) => {
            !figure.images.is_empty()
                && figure.images.iter().all(|image| image.link.is_some())
                && figure.caption.is_none()
                && figure.blocks.iter().all(is_links)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;

    #[test]
    fn labels_are_in_order_and_lower_case() {
        assert!(LABELS.is_sorted_by(|(one, _), (other, _)| one < other));
        for (label, _) in LABELS {
            assert_eq!(label.to_lowercase(), *label);
            assert!(
                label
                    .trim_matches(|c: char| !c.is_alphanumeric())
                    .starts_with(label.chars().next().unwrap())
            );
            assert!(label.len() <= LONGEST, "{label}");
        }
    }

    /// One test a row: alone, in capitals and with what it is a label of.
    #[test]
    fn every_label_is_read() {
        for (text, kind) in LABELS {
            assert_eq!(label(text), Some((*kind, text.len())), "{text}");
            let (found, _) = label(&format!("» {}: x", text.to_uppercase())).unwrap_or((*kind, 0));
            assert_eq!(found, *kind, "{text}");
            let html = match kind {
                Related => format!("<p>Before.<p>{text}: <a href=x>the other article</a><p>After."),
                _ => format!("<p>Before.<p>{text}<p>After."),
            };
            let document = Document::parse(&html);
            let asides: Vec<_> = document
                .blocks()
                .iter()
                .filter_map(|block| match block {
                    Block::Aside(aside) => Some((aside.kind, aside.evidence)),
                    _ => None,
                })
                .collect();
            assert_eq!(asides, [(*kind, AsideEvidence::Label)], "{text}");
        }
    }

    #[test]
    fn what_is_no_label() {
        for text in [
            "",
            "Reading more",
            "Moreover",
            "Readmore",
            "Sharepoint",
            "Read",
            "Anzeigen",
            "Related to",
            "Share of the market",
            "Publicity",
        ] {
            let said = label(text).filter(|(_, end)| text[*end..].chars().all(is_sign));
            assert_eq!(said, None, "{text}");
        }
    }

    #[test]
    fn labels_with_what_they_are_of() {
        let linked = "<a href=x>The pier is closed</a>";
        for (html, expected) in [
            (format!("<p>Read more: {linked}"), 1),
            (format!("<p><strong>READ MORE</strong> {linked}"), 1),
            (format!("<p>{}", "<a href=x>Read more: The pier is closed</a>"), 1),
            (format!("<h3>Related articles</h3><ul><li>{linked}<li>{linked}</ul><p>a"), 1),
            (format!("<h3>Related articles:</h3><h4>{linked}</h4><p>{linked}<p>a"), 1),
            (format!("<p>Mehr zum Thema</p><p>{linked}<p>a"), 1),
            ("<p>Advertisement</p><p>a".to_owned(), 1),
            // Prose that begins like one, a heading of prose, a label of nothing.
            (format!("<p>Read more about how {linked} and why that is so, in the old book"), 0),
            (format!("<h3>Related articles</h3><p>The {linked} for years."), 0),
            ("<h3>Related</h3><ul><li>One<li>Two</ul>".to_owned(), 0),
            ("<p>Read more".to_owned(), 0),
            ("<p>Advertisement is an old trade.".to_owned(), 0),
            ("<h2>Advertisement</h2><p>a".to_owned(), 0),
            ("<h2>Share</h2><p>a".to_owned(), 0),
        ] {
            let document = Document::parse(&html);
            let asides =
                document.blocks().iter().filter(|block| matches!(block, Block::Aside(_))).count();
            assert_eq!(asides, expected, "{html}");
        }
    }
}
