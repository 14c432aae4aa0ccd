//! The main job: a feed article is read as a person reads it. Once on the sample (issue 2, point 3),
//! once on an article of our own in the same shape.

use copydesk::{
    Block, CaptionEvidence, CreditEvidence, DateValue, Document, Figure, ImageRole, Span,
};
use serde_json::{Value, json};

use crate::shared;

struct Article {
    title: &'static str,
    categories: [&'static str; 3],
    author: &'static str,
    date: &'static str,
    instant: &'static str,
    cover: &'static str,
    body: u32,
    headings: [&'static str; 2],
    paragraphs: usize,
    /// For each figure: `id`, the image's `src` and `class`, the caption.
    figures: [[&'static str; 4]; 3],
    credit: &'static str,
}

const SAMPLE: Article = Article {
    title: "俄罗斯将于下月与美国举行安全会谈",
    categories: ["新媒体", "Aljazeera 半岛网", "新闻"],
    author: "Aljazeera 半岛网",
    date: "Mon, 27 Dec 2021 13:45:25 GMT",
    instant: "2021-12-27T13:45:25Z",
    cover: "https://chinese.aljazeera.net/wp-content/uploads/2021/12/image-1-41.jpg?w=770&resize=770%2C433",
    body: 420,
    headings: ["可能与北约谈判", "乌克兰的盟友警告“后果”"],
    paragraphs: 20,
    figures: [
        [
            "attachment_243821",
            "https://chinese.aljazeera.net/wp-content/uploads/2021/12/image-1-41.jpg?w=770&resize=770%2C433",
            "size-arc-image-770 wp-image-243821",
            "俄罗斯入侵乌克兰的威胁有多真实？",
        ],
        [
            "attachment_243823",
            "https://chinese.aljazeera.net/wp-content/uploads/2021/12/image-2-30.jpg?w=770&resize=770%2C433",
            "size-arc-image-770 wp-image-243823",
            "西方如何回应俄罗斯的安全关切？",
        ],
        [
            "attachment_243825",
            "https://chinese.aljazeera.net/wp-content/uploads/2021/12/image-3-25.jpg?w=770&resize=770%2C513",
            "size-arc-image-770 wp-image-243825",
            "在乌克兰的前线",
        ],
    ],
    credit: "半岛电视台",
};

const OURS: Article = Article {
    title: "海岛迎来第一艘书船",
    categories: ["地方", "Harbour 海港报", "文化"],
    author: "Harbour 海港报",
    date: "Sat, 05 Mar 2022 08:30:00 GMT",
    instant: "2022-03-05T08:30:00Z",
    cover: "https://example.org/boat-1.jpg?w=640&fit=640%2C360",
    body: 304,
    headings: ["第一批读者", "下一站“灯塔村”"],
    paragraphs: 6,
    figures: [
        [
            "attachment_11",
            "https://example.org/boat-1.jpg?w=640&fit=640%2C360",
            "size-wide image-11",
            "书船停靠在码头。",
        ],
        [
            "attachment_12",
            "https://example.org/boat-2.jpg?w=640&fit=640%2C360",
            "size-wide image-12",
            "孩子们在选书，谁先来？",
        ],
        [
            "attachment_13",
            "https://example.org/boat-3.jpg?w=640&fit=640%2C480",
            "size-wide image-13",
            "船长与他的书架",
        ],
    ],
    credit: "海港报",
};

#[test]
fn the_sample_is_read() {
    let name = "corpus/feed/seed-000_003bfef75025629b.txt";
    let Some(file) = shared::file(name) else { return };
    SAMPLE.is_read_from(&Document::from_bytes(&file.bytes));
}

#[test]
fn an_article_in_the_samples_shape_is_read() {
    let source = include_str!("../data/feed-article.html");
    OURS.is_read_from(&Document::parse(source));
    let crlf = source.replace('\n', "\r\n");
    let body = u32::try_from(crlf.find("---\r\n\r\n<div>").unwrap() + 5).unwrap();
    Article { body, ..OURS }.is_read_from(&Document::parse(&crlf));
}

impl Article {
    fn is_read_from(&self, document: &Document<'_>) {
        assert_eq!(document.diagnostics(), []);
        document.check().unwrap();
        self.metadata(document);
        self.metadata_spans(document);
        assert_eq!(document.body_span().start, self.body);
        assert_eq!(document.body_span().end as usize, document.source().len());
        self.order(document);
        self.headings(document);
        self.paragraphs(document);
        self.figures(document);
        self.json(document);
        assert_eq!(document.omitted(), []);
    }

    fn metadata(&self, document: &Document<'_>) {
        let metadata = document.metadata();
        assert_eq!(metadata.title.as_deref(), Some(self.title));
        assert_eq!(metadata.categories, self.categories);
        assert_eq!(metadata.authors.len(), 1);
        assert_eq!(metadata.authors[0].name, self.author);
        assert_eq!(metadata.comments, Some(false));
        let published = metadata.published.as_ref().unwrap();
        assert_eq!(published.raw, self.date);
        let DateValue::Instant(instant) = published.value else { panic!("{published:?}") };
        assert_eq!(instant, self.instant.parse::<chrono::DateTime<chrono::Utc>>().unwrap());
        let images: Vec<_> = metadata.images.iter().map(|i| (i.role, i.src.as_str())).collect();
        assert_eq!(images, [(ImageRole::Cover, self.cover), (ImageRole::Thumbnail, self.cover)]);
        assert!(metadata.extra.is_empty());
        assert!(metadata.title.as_ref().unwrap().is_borrowed(), "nothing in it needs decoding");
    }

    fn metadata_spans(&self, document: &Document<'_>) {
        let source = document.source();
        let front_matter = document.front_matter().unwrap();
        let whole = front_matter.span.slice(source).unwrap();
        assert!(whole.starts_with("---") && whole.trim_end().ends_with("---"));
        assert_eq!(front_matter.span.start, 1 + u32::from(source.starts_with('\r')));
        assert_eq!(front_matter.span.end, self.body);
        assert_eq!(front_matter.raw_span.slice(source), Some(&*front_matter.raw));
        assert!(
            front_matter.raw.starts_with("title: '") && front_matter.raw.trim().ends_with('\'')
        );
        assert_eq!(front_matter.line, 3);

        let quoted = |text: &str| format!("'{text}'");
        let [title, cover] = [self.title, self.cover].map(quoted);
        let metadata = document.metadata();
        let fields: Vec<[&str; 3]> = metadata
            .fields
            .iter()
            .map(|field| [&*field.name, &*field.key, field.span.slice(source).unwrap()])
            .collect();
        let [categories] = fields
            .iter()
            .filter(|[name, ..]| *name == "categories")
            .map(|[.., text]| *text)
            .collect::<Vec<_>>()
            .try_into()
            .unwrap();
        assert!(
            categories.starts_with("- ") && categories.trim_end().ends_with(self.categories[2])
        );
        assert_eq!(
            fields,
            [
                ["title", "title", &title],
                ["categories", "categories", categories],
                ["images", "headimg", &cover],
                ["authors", "author", self.author],
                ["comments", "comments", "false"],
                ["published", "date", self.date],
                ["images", "thumbnail", &cover],
            ]
        );
        assert_eq!(metadata.authors[0].span.slice(source), Some(self.author));
        assert_eq!(metadata.published.as_ref().unwrap().span.slice(source), Some(self.date));
        for image in &metadata.images {
            assert_eq!(image.span.slice(source), Some(&*cover));
        }
    }

    /// Blocks stand in the order of the source, and no block lies in another.
    fn order(&self, document: &Document<'_>) {
        let spans: Vec<Span> = document.blocks().iter().map(Block::span).collect();
        assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{spans:?}");
        assert_eq!(spans.len(), self.headings.len() + self.paragraphs + self.figures.len());
        assert!(spans.iter().all(|span| document.body_span().contains(*span)));
    }

    fn headings(&self, document: &Document<'_>) {
        let mut texts = Vec::new();
        for block in document.blocks() {
            let Block::Heading(heading) = block else { continue };
            assert_eq!((heading.level, &heading.id), (3, &None));
            let expected = format!("<h3>{}</h3>", heading.text());
            assert_eq!(heading.span.slice(document.source()), Some(&*expected));
            texts.push(heading.text());
        }
        assert_eq!(texts, self.headings);
    }

    fn paragraphs(&self, document: &Document<'_>) {
        let mut count = 0;
        for block in document.blocks() {
            let Block::Paragraph(paragraph) = block else { continue };
            let text = paragraph.text();
            assert!(text.is_borrowed(), "{text:?} is a slice of the source");
            let expected = format!("<p>{text}</p>");
            assert_eq!(paragraph.span.slice(document.source()), Some(&*expected));
            count += 1;
        }
        assert_eq!(count, self.paragraphs);
    }

    fn figures(&self, document: &Document<'_>) {
        let figures: Vec<&Figure<'_>> = document
            .blocks()
            .iter()
            .filter_map(
                |block| if let Block::Figure(figure) = block { Some(&**figure) } else { None },
            )
            .collect();
        assert_eq!(figures.len(), self.figures.len());
        for (figure, expected) in figures.into_iter().zip(self.figures) {
            self.figure(figure, expected, document.source());
        }
    }

    fn figure(&self, figure: &Figure<'_>, [id, src, class, text]: [&str; 4], source: &str) {
        let slice = |span: Span| span.slice(source).unwrap();
        assert!(slice(figure.span).starts_with("<figure "), "{figure:?}");
        assert!(slice(figure.span).ends_with("</figure>"), "{figure:?}");
        assert_eq!(figure.id.as_deref(), Some(id));
        assert_eq!(figure.embeds, []);
        assert_eq!(figure.blocks, []);

        let [image] = &*figure.images else { panic!("{:?}", figure.images) };
        assert!(slice(image.span).starts_with("<img ") && slice(image.span).ends_with('>'));
        assert_eq!(slice(image.span).matches('<').count(), 1, "one tag");
        assert_eq!(image.src, src);
        assert!(image.src.contains('&') && image.src.is_borrowed());
        assert_eq!(image.alt.as_deref(), Some(""));
        assert_eq!(image.loading.as_deref(), Some("lazy"));
        assert_eq!(image.class.as_deref(), Some(class));
        assert_eq!((&image.link, &*image.candidates), (&None, &[][..]));

        let raw = format!("({})", self.credit);
        let caption = figure.caption.as_ref().unwrap();
        assert_eq!(caption.evidence, CaptionEvidence::FigureText);
        assert_eq!(caption.inlines.text(), text);
        assert!(caption.inlines.text().is_borrowed());
        assert_eq!(slice(caption.span), format!("{text} {raw}"));

        let [credit] = &*figure.credits else { panic!("{:?}", figure.credits) };
        assert_eq!(credit.text, self.credit);
        assert_eq!(credit.evidence, CreditEvidence::Brackets);
        assert_eq!(credit.raw.text().trim(), raw);
        assert_eq!(slice(credit.span), raw);
    }

    /// What a user without Rust sees.
    fn json(&self, document: &Document<'_>) {
        let json: Value = serde_json::to_value(document).unwrap();
        assert_eq!(json["metadata"]["title"], self.title);
        assert_eq!(json["metadata"]["authors"][0]["name"], self.author);
        assert_eq!(json["metadata"]["categories"], json!(self.categories));
        assert_eq!(json["metadata"]["comments"], false);
        let instant = json["metadata"]["published"]["instant"].as_str().unwrap();
        assert_eq!(instant.replace("+00:00", "Z"), self.instant);
        assert_eq!(json["metadata"]["published"]["raw"], self.date);
        assert_eq!(json["metadata"]["images"][0]["role"], "cover");
        assert_eq!(json["body"][0], self.body);

        let of_type = |name: &str| {
            let blocks = json["blocks"].as_array().unwrap().iter();
            blocks.filter(|block| block["type"] == name).collect::<Vec<_>>()
        };
        let [headings, figures] = [of_type("heading"), of_type("figure")];
        assert_eq!(of_type("paragraph").len(), self.paragraphs);
        assert_eq!(
            (&headings[0]["level"], &headings[0]["text"]),
            (&json!(3), &json!(self.headings[0]))
        );
        assert!(headings[0].get("inlines").is_none(), "the text says it all");
        for (figure, [id, src, _, text]) in figures.iter().zip(self.figures) {
            assert_eq!(figure["id"], id);
            assert_eq!(figure["images"][0]["src"], src);
            assert_eq!(figure["images"][0]["alt"], "");
            assert_eq!(figure["caption"]["text"], text);
            assert_eq!(figure["caption"]["evidence"], "figure_text");
            assert_eq!(figure["credits"][0]["text"], self.credit);
            assert_eq!(figure["credits"][0]["evidence"], "brackets");
        }
    }
}
