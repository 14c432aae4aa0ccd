//! Which part of a caption is a credit, one line per case.

use super::words::LABELS;
use super::*;
use crate::text::Text;

#[track_caller]
fn parts(caption: &str, says: &str, credit: &str) {
    let caption: &'static str = String::from(caption).leak();
    let phrase = Inlines::from(Inline::Text(Text::borrowed(caption)));
    let (rest, parted) = part(phrase, None, Span::new(0, caption.len() as u32), caption);
    let credit_text = parted.as_ref().map_or("", |credit| &credit.text);
    assert_eq!((&*rest.text(), credit_text), (says, credit), "{caption}");
    if let Some(credit) = parted {
        assert_eq!(credit.span.slice(caption), Some(&*credit.raw.text()), "{caption}");
    }
}

#[test]
fn every_label_is_kept_out_of_the_name() {
    for (language, labels) in LABELS {
        for label in *labels {
            let capital: String =
                label.chars().take(1).flat_map(char::to_uppercase).collect::<String>()
                    + &label.chars().skip(1).collect::<String>();
            let caption = format!("Pier 7. {capital}: Ann Lee");
            parts(&caption, "Pier 7.", "Ann Lee");
            assert!(!label.is_empty(), "{language}");
        }
    }
}

/// A line a language: the forms that its captions have.
#[test]
fn credits_in_many_languages() {
    for (caption, says, credit) in [
        ("The pier. Photograph: Ann Lee/Reuters", "The pier.", "Ann Lee/Reuters"),
        ("Der Kai. Foto: Ann Lee/dpa", "Der Kai.", "Ann Lee/dpa"),
        (
            "Der Kai. © picture alliance / dpa | Ann Lee",
            "Der Kai.",
            "picture alliance / dpa | Ann Lee",
        ),
        ("Le quai. Crédit photo : Ann Lee / AFP", "Le quai.", "Ann Lee / AFP"),
        ("El muelle. Foto: Ann Lee (EFE)", "El muelle.", "Ann Lee (EFE)"),
        ("O cais. Foto: Ann Lee/Divulgação", "O cais.", "Ann Lee/Divulgação"),
        ("Il molo. Fonte: ANSA", "Il molo.", "ANSA"),
        ("De kade. Beeld: Ann Lee", "De kade.", "Ann Lee"),
        ("Kajen. Foto: Ann Lee / NTB", "Kajen.", "Ann Lee / NTB"),
        ("Laituri. Kuva: Ann Lee", "Laituri.", "Ann Lee"),
        ("Nabrzeże. Fot. Ann Lee", "Nabrzeże.", "Ann Lee"),
        ("Molo. Zdroj: ČTK", "Molo.", "ČTK"),
        ("A móló. Fotó: Ann Lee", "A móló.", "Ann Lee"),
        ("Cheiul. Sursa foto: Ann Lee", "Cheiul.", "Ann Lee"),
        ("İskele. Fotoğraf: Ann Lee", "İskele.", "Ann Lee"),
        ("Prieplauka / A. Lee / ABC nuotr.", "Prieplauka", "A. Lee / ABC"),
        ("Gat. Izvor: HINA", "Gat.", "HINA"),
        ("Причал. Фото: Анна Ли / ТАСС", "Причал.", "Анна Ли / ТАСС"),
        ("Причал. Джерело: УНІАН", "Причал.", "УНІАН"),
        ("Η προβλήτα. Πηγή: ΑΠΕ", "Η προβλήτα.", "ΑΠΕ"),
        ("الرصيف. تصوير: علي", "الرصيف.", "علي"),
        ("اسکله. عکس: علی", "اسکله.", "علی"),
        ("המזח. צילום: דן לי", "המזח.", "דן לי"),
        ("घाट। फोटो: अमित", "घाट।", "अमित"),
        ("Dermaga. Foto: Antara/Ann Lee", "Dermaga.", "Antara/Ann Lee"),
        ("Dermaga(Dok.ABC )", "Dermaga", "ABC"),
        ("Bến tàu. Ảnh: Báo chí", "Bến tàu.", "Báo chí"),
        ("ท่าเรือ ภาพ: สมชาย", "ท่าเรือ", "สมชาย"),
        ("码头。图片来源：视觉中国", "码头。", "视觉中国"),
        ("码头。新华社记者李雷摄", "码头。", "新华社记者李雷"),
        ("埠頭の朝＝ロイター", "埠頭の朝", "ロイター"),
        ("埠頭の朝＝１３日午後（代表撮影）", "埠頭の朝＝１３日午後", "代表"),
        ("부두의 새벽이다. 연합뉴스", "부두의 새벽이다.", "연합뉴스"),
        ("부두의 새벽이다. 이영희 기자", "부두의 새벽이다.", "이영희 기자"),
    ] {
        parts(caption, says, credit);
    }
}

#[test]
fn brackets() {
    parts("在乌克兰的前线 (半岛电视台)", "在乌克兰的前线", "半岛电视台");
    parts("集会现场（路透社）", "集会现场", "路透社");
    parts("集会现场（新华社 图）", "集会现场", "新华社 图");
    parts("集会现场（资料图）", "集会现场（资料图）", "");
    parts("The harbour at dawn (Reuters)", "The harbour at dawn", "Reuters");
    parts("The harbour at dawn. (Jane Roe)", "The harbour at dawn.", "Jane Roe");
    parts("The harbour [Jane Roe/Example Wire]", "The harbour", "Jane Roe/Example Wire");
    parts("The harbour (Photo: Jane Roe)", "The harbour", "Jane Roe");
    parts("The harbour bridge (2019)", "The harbour bridge (2019)", "");
    parts("Jane Roe (left)", "Jane Roe (left)", "");
    parts("The old bridge (Harbour Street)", "The old bridge (Harbour Street)", "");
    parts("李雷（左）", "李雷（左）", "");
    parts("现场（路透社资料图）", "现场", "路透社资料图");
    parts("现场（路透社）。", "现场", "路透社");
    parts("Pier at dawn (Reuters).", "Pier at dawn", "Reuters");
    parts("阿富汗 (塔利班)", "阿富汗 (塔利班)", "");
    parts("The flag \"Union Jack\" (Britain)", "The flag \"Union Jack\" (Britain)", "");
    parts("Pier [Note]", "Pier [Note]", "");
    parts("Roe (PA, left)", "Roe (PA, left)", "");
    parts("부두의 새벽 (연합뉴스)", "부두의 새벽", "연합뉴스");
    parts("Der Kai. Foto: Jane Roe (Keystone)", "Der Kai.", "Jane Roe (Keystone)");
    parts("Pier. (Photo: A / B. Courtesy of the C)", "Pier.", "A / B. Courtesy of the C");
}

#[test]
fn labels_and_names() {
    parts("The harbour. Photo: Jane Roe", "The harbour.", "Jane Roe");
    parts("Photo by Jane Roe", "", "Jane Roe");
    parts("Illustration by Jane Roe", "", "Jane Roe");
    parts("The harbour © Example Wire", "The harbour", "Example Wire");
    parts("港口的早晨。摄影：李雷", "港口的早晨。", "李雷");
    parts("港口的早晨 图/新华社", "港口的早晨", "新华社");
    parts("港口的早晨。新华社记者李雷 摄", "港口的早晨。", "新华社记者李雷");
    parts("The harbour. Jane Roe/Getty Images", "The harbour.", "Jane Roe/Getty Images");
    parts(
        "The harbour. | Jane Roe/PA Images via Getty Images",
        "The harbour.",
        "Jane Roe/PA Images via Getty Images",
    );
    parts("The harbour, Photo: LAT Images", "The harbour", "LAT Images");
    parts("The harbour on Monday. AP", "The harbour on Monday.", "AP");
    parts("jane - stock.adobe.com", "", "jane - stock.adobe.com");
    parts("Source: Example Yearbook & Example Council", "", "Example Yearbook & Example Council");
    parts("© Ann Lee | Ann Lee", "", "Ann Lee");
    for says in [
        "A photo of the harbour",
        "Energy source: solar power",
        "The image/text ratio",
        "The big picture: how it all began",
        "An image = a matrix",
        "He came by courtesy of the king",
        "Photo: the pier at dawn",
        "Photo: The pier at dawn",
        "图：两人握手",
        "他正在拍摄",
        "服务由志愿者提供",
        "Ferries wait at the pier/AP",
        "Pier / Reuters",
        "The boat of NASA",
        "Boats. They rest",
        "Ann Lee | the boat",
    ] {
        parts(says, says, "");
    }
    parts("Pier. AP Photo/Jane Roe", "Pier.", "AP Photo/Jane Roe");
    parts("Pier. REUTERS/Jane Roe", "Pier.", "REUTERS/Jane Roe");
    parts("Pier — Photo courtesy of NASA", "Pier", "NASA");
    parts("埠頭の朝。写真＝ロイター", "埠頭の朝。", "ロイター");
    parts("港口。图片来源：路透社", "港口。", "路透社");
    parts("", "", "");
}

#[test]
fn the_last_element() {
    for (caption, last, says, credit) in [
        ("Boats at rest. IMAGO/Ann Lee", "IMAGO/Ann Lee", "Boats at rest.", "IMAGO/Ann Lee"),
        ("Boats at rest Ann Lee/dpa", "Ann Lee/dpa", "Boats at rest", "Ann Lee/dpa"),
        ("Boats at rest. Ann Lee", "Ann Lee", "Boats at rest.", "Ann Lee"),
        ("Boats at rest\nReuters", "Reuters", "Boats at rest", "Reuters"),
        // In the sentence.
        ("She reads the Evening News", "Evening News", "She reads the Evening News", ""),
        ("Boats at rest. They sail", "They sail", "Boats at rest. They sail", ""),
    ] {
        let phrase = Inlines::from(Inline::Text(Text::borrowed(caption)));
        let (rest, parted) = part(phrase, Some(last), Span::default(), "");
        let parted = parted.map(|credit| credit.text.to_string()).unwrap_or_default();
        assert_eq!((&*rest.text(), &*parted), (says, credit), "{caption}");
    }
}

/// A caption, what it says, and whom it credits.
const CAPTIONS: &[(&str, &str, &str)] = &[
    // Chinese.
    (
        "2月5日，工人在码头装卸货物。新华社记者 李雷 摄",
        "2月5日，工人在码头装卸货物。",
        "新华社记者 李雷",
    ),
    ("工人在码头装卸货物。（新华社记者李雷摄）", "工人在码头装卸货物。", "新华社记者李雷"),
    ("码头清晨。图源：视觉中国", "码头清晨。", "视觉中国"),
    ("码头清晨 图/IC photo", "码头清晨", "IC photo"),
    ("码头清晨。 (图源：网络)", "码头清晨。", "网络"),
    ("码头清晨（图片来源：中新社）", "码头清晨", "中新社"),
    ("▲码头清晨。（圖／記者李雷攝）", "▲码头清晨。", "記者李雷"),
    ("▲碼頭清晨。（圖／達志影像／美聯社）", "▲碼頭清晨。", "達志影像／美聯社"),
    ("碼頭清晨。（中央社）", "碼頭清晨。", "中央社"),
    ("碼頭清晨。（取自臉書）", "碼頭清晨。", "臉書"),
    ("碼頭清晨。圖／聯合報系資料照片", "碼頭清晨。", "聯合報系資料照片"),
    ("碼頭清晨。記者李雷／攝影", "碼頭清晨。", "記者李雷"),
    ("碼頭清晨。中央社記者李雷攝 113年5月2日", "碼頭清晨。中央社記者李雷攝 113年5月2日", ""),
    ("码头清晨。李雷 摄影", "码头清晨。", "李雷"),
    ("码头清晨。受访者供图", "码头清晨。", "受访者"),
    ("码头清晨。 图片：路透社", "码头清晨。", "路透社"),
    // Japanese.
    ("埠頭に着いた船＝5日午後、神戸市（共同）", "埠頭に着いた船＝5日午後、神戸市", "共同"),
    ("埠頭に着いた船（写真：ロイター/アフロ）", "埠頭に着いた船", "ロイター/アフロ"),
    ("埠頭に着いた船（写真＝共同通信社）", "埠頭に着いた船", "共同通信社"),
    ("埠頭に着いた船＝2024年5月2日、山田太郎撮影", "埠頭に着いた船＝2024年5月2日", "山田太郎"),
    ("埠頭に着いた船=AP", "埠頭に着いた船", "AP"),
    ("埠頭に着いた船 (c)AFP/Ann Lee", "埠頭に着いた船", "AFP/Ann Lee"),
    ("埠頭に着いた船。【時事】", "埠頭に着いた船。", "時事"),
    ("埠頭に着いた船【EPA時事】", "埠頭に着いた船", "EPA時事"),
    ("埠頭に着いた船 撮影：山田太郎", "埠頭に着いた船", "山田太郎"),
    ("埠頭に着いた船 写真提供：神戸市", "埠頭に着いた船", "神戸市"),
    ("埠頭に着いた船 Photo: Ann Lee/Getty Images", "埠頭に着いた船", "Ann Lee/Getty Images"),
    ("埠頭に着いた船（神戸市提供）", "埠頭に着いた船", "神戸市"),
    // Korean.
    ("부두에 닿은 배. (사진=연합뉴스)", "부두에 닿은 배.", "연합뉴스"),
    ("부두에 닿은 배 [사진=연합뉴스]", "부두에 닿은 배", "연합뉴스"),
    ("부두에 닿은 배. 사진=뉴시스", "부두에 닿은 배.", "뉴시스"),
    ("부두에 닿은 배. 사진 | 김철수 기자", "부두에 닿은 배.", "김철수 기자"),
    ("부두에 닿은 배. /연합뉴스", "부두에 닿은 배.", "연합뉴스"),
    (
        "부두에 닿은 배. 2024.5.2/뉴스1 © News1 김철수 기자",
        "부두에 닿은 배. 2024.5.2/뉴스1",
        "News1 김철수 기자",
    ),
    ("부두에 닿은 배. [연합뉴스 자료사진]", "부두에 닿은 배.", "연합뉴스 자료사진"),
    ("부두에 닿은 배. 부산시 제공", "부두에 닿은 배.", "부산시"),
    ("부두에 닿은 배. (부산시 제공)", "부두에 닿은 배.", "부산시"),
    ("부두에 닿은 배. 로이터 연합뉴스", "부두에 닿은 배.", "로이터 연합뉴스"),
    ("부두에 닿은 배. 부산=AP 뉴시스", "부두에 닿은 배.", "AP 뉴시스"),
    ("부두에 닿은 배. 출처: 게티이미지뱅크", "부두에 닿은 배.", "게티이미지뱅크"),
    // English.
    (
        "Boats at rest in the harbour. (Ann Lee/The Associated Press)",
        "Boats at rest in the harbour.",
        "Ann Lee/The Associated Press",
    ),
    (
        "Boats at rest in the harbour. (AP Photo/Ann Lee, File)",
        "Boats at rest in the harbour.",
        "AP Photo/Ann Lee, File",
    ),
    ("Boats at rest. Photo: Ann Lee / Harbour News", "Boats at rest.", "Ann Lee / Harbour News"),
    ("Boats at rest. Picture: Ann Lee", "Boats at rest.", "Ann Lee"),
    ("Boats at rest. Photo credit: Ann Lee", "Boats at rest.", "Ann Lee"),
    ("Boats at rest.(Supplied: Harbour Trust)", "Boats at rest.", "Harbour Trust"),
    ("Boats at rest.(ABC News: Ann Lee)", "Boats at rest.", "ABC News: Ann Lee"),
    ("Boats at rest (Image: Ann Lee/Reach Plc)", "Boats at rest", "Ann Lee/Reach Plc"),
    ("Boats at rest. Credit: Ann Lee", "Boats at rest.", "Ann Lee"),
    ("Boats at rest. Photo by Ann Lee/Getty Images", "Boats at rest.", "Ann Lee/Getty Images"),
    ("Boats at rest. Ann Lee for Harbour News", "Boats at rest.", "Ann Lee for Harbour News"),
    ("Boats at rest. © 2024 Ann Lee", "Boats at rest.", "2024 Ann Lee"),
    ("Boats at rest. File photo by Ann Lee", "Boats at rest.", "Ann Lee"),
    // German.
    ("Boote im Hafen. (Foto: Ann Lee/dpa)", "Boote im Hafen.", "Ann Lee/dpa"),
    ("Boote im Hafen. Foto: picture alliance/dpa", "Boote im Hafen.", "picture alliance/dpa"),
    ("Boote im Hafen (Archivbild). © Ann Lee/dpa", "Boote im Hafen (Archivbild).", "Ann Lee/dpa"),
    ("Boote im Hafen. Bild: Keystone", "Boote im Hafen.", "Keystone"),
    ("Boote im Hafen. – Foto: APA/Ann Lee", "Boote im Hafen.", "APA/Ann Lee"),
    ("Boote im Hafen. Quelle: imago images", "Boote im Hafen.", "imago images"),
    ("Boote im Hafen. Fotos: Ann Lee, Ben Roe", "Boote im Hafen.", "Ann Lee, Ben Roe"),
    ("Boote im Hafen. Symbolfoto: Ann Lee", "Boote im Hafen.", "Ann Lee"),
    // French.
    ("Des bateaux au port. (Photo Ann Lee/AFP)", "Des bateaux au port.", "Ann Lee/AFP"),
    ("Des bateaux au port. © Ann Lee, AFP", "Des bateaux au port.", "Ann Lee, AFP"),
    ("Des bateaux au port. Crédits : Ann Lee", "Des bateaux au port.", "Ann Lee"),
    ("Des bateaux au port. Photo : Ann Lee", "Des bateaux au port.", "Ann Lee"),
    (
        "Des bateaux au port. PHOTO ANN LEE, AGENCE FRANCE-PRESSE",
        "Des bateaux au port.",
        "ANN LEE, AGENCE FRANCE-PRESSE",
    ),
    ("Des bateaux au port. ANN LEE / AFP", "Des bateaux au port.", "ANN LEE / AFP"),
    // Spanish, Portuguese, Italian.
    ("Barcos en el puerto. / ANN LEE", "Barcos en el puerto.", "ANN LEE"),
    ("Barcos en el puerto. ANN LEE (EFE)", "Barcos en el puerto.", "ANN LEE (EFE)"),
    ("Barcos en el puerto. (Foto: Ann Lee)", "Barcos en el puerto.", "Ann Lee"),
    (
        "Barcos en el puerto. Crédito: Ann Lee | Cortesía",
        "Barcos en el puerto.",
        "Ann Lee | Cortesía",
    ),
    ("Barcos en el puerto. EFE/Ann Lee", "Barcos en el puerto.", "EFE/Ann Lee"),
    ("Barcos no porto — Foto: Ann Lee/TV Globo", "Barcos no porto", "Ann Lee/TV Globo"),
    ("Barcos no porto (Foto: Divulgação)", "Barcos no porto", "Divulgação"),
    ("Barcos no porto. Imagem: Ann Lee/Folhapress", "Barcos no porto.", "Ann Lee/Folhapress"),
    ("Barche al porto (foto ANSA)", "Barche al porto", "ANSA"),
    ("Barche al porto (fonte Ann Lee, flickr)", "Barche al porto", "Ann Lee, flickr"),
    ("Barche al porto (ansa)", "Barche al porto", "ansa"),
    ("Barche al porto. Foto di Ann Lee", "Barche al porto.", "Ann Lee"),
    ("Barche al porto (Credits: Ann Lee)", "Barche al porto", "Ann Lee"),
    // Russian, Arabic.
    ("Лодки в порту. Фото: Анна Ли / РИА Новости", "Лодки в порту.", "Анна Ли / РИА Новости"),
    ("Лодки в порту © Анна Ли/ТАСС", "Лодки в порту", "Анна Ли/ТАСС"),
    ("Лодки в порту (фото: Reuters)", "Лодки в порту", "Reuters"),
    ("Лодки в порту. Источник: Reuters", "Лодки в порту.", "Reuters"),
    ("قوارب في الميناء (رويترز)", "قوارب في الميناء", "رويترز"),
    ("قوارب في الميناء (الفرنسية)", "قوارب في الميناء", "الفرنسية"),
    ("قوارب في الميناء - تصوير: علي حسن", "قوارب في الميناء", "علي حسن"),
    ("قوارب في الميناء. الصورة: أ ف ب", "قوارب في الميناء.", "أ ف ب"),
    ("قوارب في الميناء (أ.ف.ب)", "قوارب في الميناء", "أ.ف.ب"),
];

/// Captions that credit nobody.
const NONE: &[&str] = &[
    "Ann Lee (left) and Ben Roe",
    "Ann Lee, Ben Roe (right)",
    "The pier (2019)",
    "The pier in the fog (Reuters reported earlier)",
    "The pier (see page 4)",
    "The pier (Harbour Street)",
    "The pier was closed. (It opens on Monday.)",
    "The boat (AP-7) at sea",
    "The pier, as seen from the sea (from left: Ann Lee, Ben Roe)",
    "The pier. No one was hurt.",
    "Score 3/2 after the game",
    "Photo: the pier at dawn",
    "She took a photo by the sea",
    "The picture: a harbour at night",
    "The route A / B of the ferry",
    "The old name of the town is Kristiania (Oslo)",
    "Der Hafen (Archivbild)",
    "Der Hafen (Symbolbild)",
    "Der Hafen von Bremen (links)",
    "Die Quelle: ein Bach im Wald",
    "Le port (à droite)",
    "Le port de Marseille (Bouches-du-Rhône)",
    "El puerto (izquierda)",
    "O porto (à esquerda)",
    "Il porto (a sinistra)",
    "Порт (слева)",
    "Порт (архивное фото)",
    "Порт (2019 год)",
    "الميناء (يسار)",
    "الميناء (أرشيف)",
    "码头（左）",
    "码头（资料图）",
    "码头（2019年）",
    "埠頭（左）",
    "埠頭（資料写真）",
    "埠頭（神戸市）",
    "埠頭＝神戸市",
    "埠頭の船＝５日午後",
    "부두 (왼쪽)",
    "부두 (자료사진)",
    "부두 (부산시)",
    "부두에 배가 닿았다. 사람이 내렸다",
];

#[test]
fn captions_as_news_sites_write_them() {
    for (caption, says, credit) in CAPTIONS {
        parts(caption, says, credit);
    }
    for says in NONE {
        parts(says, says, "");
    }
}
