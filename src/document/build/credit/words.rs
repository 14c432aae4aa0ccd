//! The words by which a credit is told, and those by which something is told to be none.

/// Words that stand before a name, followed by a colon or, in CJK, a slash. In lower case.
pub(super) const LABELS: &[&str] = &[
    "photo",
    "photos",
    "photograph",
    "photography",
    "photo credit",
    "photo credits",
    "picture",
    "pictures",
    "picture credit",
    "image",
    "images",
    "image credit",
    "image source",
    "credit",
    "credits",
    "source",
    "illustration",
    "graphic",
    "copyright",
    "courtesy", // English
    "foto",
    "fotos",
    "bild",
    "bilder",
    "grafik",
    "quelle",
    "bildquelle",
    "bildnachweis", // German
    "crédit",
    "crédits",
    "crédit photo",
    "crédits photo", // French
    "crédito",
    "créditos",
    "imagen",
    "fuente",
    "imagem",
    "fonte",
    "immagine", // Romance
    "фото",
    "источник",
    "иллюстрация", // Russian
    "摄影",
    "攝影",
    "摄",
    "攝",
    "图",
    "圖",
    "图片",
    "圖片",
    "图片来源",
    "圖片來源",
    "图源",
    "圖源",
    "图片提供",
    "来源",
    "來源",
    "供图",
    "供圖",
    "图文",
    "制图", // Chinese
    "写真",
    "画像",
    "撮影",
    "出典",
    "写真提供",
    "提供", // Japanese
    "사진",
    "사진제공",
    "사진 제공",
    "출처", // Korean
    "صورة",
    "تصوير",
    "المصدر", // Arabic
];

/// What stands between a label and a name.
pub(super) const SEPARATORS: [char; 8] = [':', '：', '/', '／', '=', '＝', '|', '｜'];

/// What stands between a label in Latin letters and a name.
pub(super) const COLONS: [char; 2] = [':', '：'];

/// Words that stand before a name without more ado. In lower case.
pub(super) const OPENERS: &[&str] = &[
    "©",
    "(c)",
    "photo by",
    "photos by",
    "photograph by",
    "image by",
    "picture by",
    "photo courtesy of",
    "image courtesy of",
    "photo courtesy",
    "courtesy of",
    "foto von",
    "foto de",
    "foto di",
    "foto door",
    "photo de",
];

/// The characters that openers begin with: most words are told from one by their first letter.
pub(super) const OPENER_STARTS: [char; 10] = ['©', '(', 'p', 'P', 'i', 'I', 'c', 'C', 'f', 'F'];

/// Words that stand after a name, at the end of a caption.
pub(super) const CLOSERS: &[&str] = &["摄", "攝", "供图", "供圖", "摄影报道", "撮影", "提供"];

/// Names that are no part of what a caption says.
pub(super) const AGENCIES: &[&str] = &[
    "AP",
    "AFP",
    "AAP",
    "APA",
    "ANP",
    "ANSA",
    "DPA",
    "dpa",
    "EFE",
    "EPA",
    "KNA",
    "NTB",
    "PA",
    "PTI",
    "RIA",
    "TASS",
    "TT",
    "UPI",
    "Reuters",
    "REUTERS",
    "Getty",
    "Getty Images",
    "Associated Press",
    "Agence France-Presse",
    "Al Jazeera",
    "Anadolu",
    "Bloomberg",
    "Xinhua",
    "Kyodo",
    "Yonhap",
    "Sputnik",
    "picture alliance",
    "imago",
    "IMAGO",
    "Alamy",
    "Shutterstock",
    "iStock",
    "Unsplash",
    "Pexels",
    "Pixabay",
    "Flickr",
    "Wikimedia",
    "Wikimedia Commons",
    "Keystone",
    "Zuma",
    "ZUMA",
    "Magnum",
    "NASA",
    "Supplied",
    "Handout",
    "File",
];

/// Endings of the names of Chinese and Japanese agencies, channels, papers and sites.
pub(super) const CJK_ENDINGS: &[&str] = &[
    "社", "台", "报", "報", "网", "網", "新闻", "新聞", "图片", "圖片", "视觉", "影像", "媒体",
    "媒體", "频道", "通讯", "通訊", "摄", "攝", "供图", "供圖", "截图", " 图", " 圖", "推特",
    "微博", "官网",
];

/// Bracketed words of this kind say where in the picture something is.
pub(super) const PLACES: &[&str] = &[
    "左",
    "右",
    "中",
    "上",
    "下",
    "前",
    "后",
    "後",
    "左一",
    "左二",
    "右一",
    "右二",
    "资料图",
    "資料圖",
    "left",
    "right",
    "centre",
    "center",
    "middle",
    "above",
    "below",
    "top",
    "bottom",
    "front",
    "back",
];

/// Beginnings of the names of agencies in Chinese, Japanese and Korean.
pub(super) const CJK_AGENCIES: &[&str] = &[
    "路透",
    "法新",
    "美联",
    "美聯",
    "新华",
    "新華",
    "中新",
    "半岛",
    "半島",
    "盖蒂",
    "蓋帝",
    "阿纳多卢",
    "欧新",
    "塔斯",
    "彭博",
    "共同",
    "時事",
    "朝日",
    "ロイター",
    "联合国",
    "聯合國",
    "연합",
    "뉴시스",
    "뉴스1",
];
