//! The words by which a credit is told, and those by which something is told to be none.

/// Words that stand before a name, followed by a colon or, in CJK, a slash: a row for each language,
/// in which a word that another has already is not repeated. In lower case.
#[rustfmt::skip]
pub(super) const LABELS: &[(&str, &[&str])] = &[
    ("English", &[
        "photo", "photos", "photograph", "photographs", "photography", "photographer",
        "supplied", "photo credit", "photo credits", "photo source", "picture", "pictures", "picture credit",
        "pic", "image", "images", "image credit", "image credits", "image source",
        "featured image", "file photo", "credit", "credits", "source", "sources", "illustration",
        "illustrations", "graphic", "graphics", "copyright", "courtesy", "screenshot", "artwork",
    ]),
    ("German", &[
        "foto", "fotos", "fotograf", "fotografin", "fotoquelle", "fotonachweis", "fotocredit",
        "fotocredits", "bild", "bilder", "bildquelle", "bildquellen", "bildnachweis",
        "bildrechte", "bildcredit", "titelbild", "archivfoto", "archivbild", "symbolfoto",
        "symbolbild", "grafik", "grafiken", "montage", "fotomontage", "collage", "quelle",
        "quellen", "urheber", "rechte", "repro",
    ]),
    ("French", &[
        "crédit", "crédits", "crédit photo", "crédits photo", "crédit photos", "crédits photos",
        "crédit image", "photo d'archives", "photo d’archives", "photographie", "photographe",
        "infographie", "dessin",
    ]),
    ("Spanish", &[
        "crédito", "créditos", "fotografía", "fotógrafo", "imagen", "imágenes", "fuente",
        "fuentes", "ilustración", "infografía", "gráfico", "cortesía",
    ]),
    ("Portuguese", &[
        "fotografia", "imagem", "imagens", "fonte", "fontes", "ilustração", "infográfico",
        "reprodução", "divulgação", "cortesia", "crédito da foto", "crédito da imagem",
    ]),
    ("Italian", &[
        "immagine", "immagini", "fonti", "credito", "crediti", "illustrazione", "grafica",
    ]),
    ("Dutch", &[
        "foto's", "beeld", "bron", "illustratie", "fotografie", "fotograaf", "afbeelding",
    ]),
    ("Swedish, Norwegian, Danish", &[
        "bilde", "bilete", "billede", "fotografi", "kilde", "källa", "illustrasjon", "grafikk",
        "arkivfoto", "pressefoto", "pressbild", "skjermbilde", "skärmdump",
    ]),
    ("Finnish", &[
        "kuva", "kuvat", "kuvaaja", "kuvalähde", "lähde", "grafiikka",
    ]),
    ("Polish", &[
        "fot", "zdjęcie", "zdjęcia", "źródło", "grafika", "ilustracja",
    ]),
    ("Czech, Slovak", &[
        "zdroj", "zdroj foto", "ilustrační foto", "ilustračná foto", "ilustrace",
    ]),
    ("Hungarian", &[
        "fotó", "fotók", "forrás", "kép", "illusztráció",
    ]),
    ("Romanian", &[
        "sursa", "sursă", "sursa foto", "sursă foto", "credit foto", "imagine",
    ]),
    ("Turkish", &[
        "fotoğraf", "fotoğraflar", "kaynak", "görsel",
    ]),
    ("Lithuanian, Latvian, Estonian", &[
        "nuotr", "nuotrauka", "šaltinis", "avots", "attēls", "allikas", "pilt",
    ]),
    ("Croatian, Slovene, Serbian", &[
        "izvor", "vir", "fotografija", "ilustracija", "извор", "фотографија",
    ]),
    ("Russian", &[
        "фото", "фотография", "фотограф", "источник", "иллюстрация", "изображение", "скриншот",
        "коллаж", "инфографика", "автор фото", "источник фото",
    ]),
    ("Ukrainian, Bulgarian", &[
        "джерело", "ілюстрація", "зображення", "світлина", "знімок", "скріншот", "колаж",
        "снимка", "източник", "илюстрация",
    ]),
    ("Greek", &[
        "φωτογραφία", "φωτογραφίες", "φωτό", "φωτο", "πηγή", "εικόνα",
    ]),
    ("Arabic", &[
        "صورة", "الصورة", "صور", "تصوير", "المصدر", "مصدر", "مصدر الصورة", "حقوق الصورة", "عدسة",
    ]),
    ("Persian, Urdu", &[
        "عکس", "عکاس", "منبع", "تصویر",
    ]),
    ("Hebrew", &[
        "צילום", "צילומים", "תמונה", "קרדיט", "מקור", "איור",
    ]),
    ("Hindi, Bengali", &[
        "फोटो", "फ़ोटो", "तस्वीर", "स्रोत", "साभार", "ছবি", "সূত্র",
    ]),
    ("Indonesian, Malay, Swahili", &[
        "gambar", "sumber", "sumber foto", "kredit", "ilustrasi", "dok", "picha", "chanzo",
    ]),
    ("Vietnamese", &[
        "ảnh", "nguồn ảnh", "nguồn", "hình ảnh", "ảnh minh họa", "đồ họa",
    ]),
    ("Thai", &[
        "ภาพ", "ภาพจาก", "ที่มา", "เครดิต",
    ]),
    ("Chinese", &[
        "摄影", "攝影", "摄", "攝", "摄影师", "攝影師", "摄影记者", "攝影記者", "图", "圖",
        "图片", "圖片", "照片", "图片来源", "圖片來源", "照片来源", "照片來源", "图片来自",
        "圖片來自", "图片版权", "圖片版權", "图片授权", "图片作者", "图源", "圖源", "图自",
        "图据", "图片提供", "圖片提供", "照片提供", "来源", "來源", "供图", "供圖", "图文",
        "圖文", "文图", "制图", "製圖", "绘图", "繪圖", "插图", "插圖", "插画", "版权", "版權",
        "翻摄", "翻攝", "取自",
    ]),
    ("Japanese", &[
        "写真", "画像", "撮影", "撮影者", "出典", "出所", "写真提供", "画像提供", "画像出典",
        "提供", "クレジット", "イラスト",
    ]),
    ("Korean", &[
        "사진", "사진제공", "사진 제공", "사진출처", "사진 출처", "출처", "자료", "그래픽",
        "일러스트", "이미지", "촬영",
    ]),
];

/// What stands between a label and a name.
pub(super) const SEPARATORS: [char; 8] = [':', '：', '/', '／', '=', '＝', '|', '｜'];

/// What stands between a label and a name where words are parted by spaces.
pub(super) const COLONS: [char; 2] = [':', '：'];

/// Words that stand before a name without more ado. In lower case.
#[rustfmt::skip]
pub(super) const OPENERS: &[&str] = &[
    "©", "(c)", "photo by", "file photo by", "photos by", "photograph by", "photographs by", "photography by",
    "photographed by", "image by", "images by", "picture by", "pictures by", "illustration by",
    "illustrations by", "graphic by", "artwork by", "video by", "photo courtesy of",
    "photos courtesy of", "image courtesy of", "images courtesy of", "photo courtesy",
    "image courtesy", "courtesy of", "photo via", "image via", "foto von", "foto de", "foto di",
    "foto door", "foto av", "foto oleh", "fot.", "dok.", "dok", "photo de", "photo par",
    "photo d'", "crédit photo", "fotografía de", "fotografia de", "imagem de", "imagen de",
    "cortesía de", "cortesia de", "per gentile concessione di", "zdjęcie autorstwa",
];

/// Words that say whose something is where nothing else is said: in an element for credits.
pub(super) const CLASS_OPENERS: &[&str] =
    &["copyright", "by", "von", "par", "por", "di", "av", "door", "credit", "image credit"];

/// Words that stand after a name, at the end of a caption.
pub(super) const CLOSERS: &[&str] = &[
    "／攝影",
    "/攝影",
    "／摄影",
    "/摄影",
    "／攝",
    "/攝",
    "／摄",
    "/摄",
    "摄影",
    "攝影",
    "摄",
    "攝",
    "供图",
    "供圖",
    "摄影报道",
    "撮影",
    "提供",
    "nuotr.",
    "제공",
];

/// Those of them that part a name from nothing else.
pub(super) const CJK_CLOSERS: &[&str] = &["摄", "攝", "供图", "供圖", "撮影", "提供", " 제공"];

/// Words that stand before a name in brackets, in Chinese.
pub(super) const CJK_OPENERS: &[&str] =
    &["取自", "圖取自", "图取自", "翻攝自", "翻摄自", "截自", "图自", "圖自", "转自", "轉自"];

/// Labels that stand before a name without a colon, too. In lower case.
pub(super) const BARE_LABELS: &[&str] =
    &["photo", "photos", "foto", "fotos", "crédit", "crédits", "fonte", "fuente"];

/// Words in lower case that stand beside a name in brackets: what it gave.
pub(super) const SOURCE_WORDS: &[&str] = &[
    "file",
    "photo",
    "photos",
    "foto",
    "fotos",
    "handout",
    "pool",
    "archive",
    "archives",
    "archiv",
    "archivio",
    "archivo",
    "arquivo",
    "screenshot",
    "screengrab",
    "video",
    "image",
    "images",
    "illustration",
    "composite",
    "stringer",
    "supplied",
    "provided",
    "library",
    "picture",
];

/// What a Korean caption calls the person before it.
pub(super) const KOREAN_TITLES: &[&str] = &["기자", "인턴기자", "선임기자", "특파원", "작가"];

/// Small words that stand in names and between them.
#[rustfmt::skip]
pub(super) const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "les", "el", "al",
    "von", "van", "vom", "zu", "zum", "der", "den", "ter", "ten", "bin", "ibn", "of", "the", "and",
    "for", "via", "by", "on", "from", "with", "courtesy", "y", "e", "et", "und", "och", "og", "i",
    "en", "a", "pour", "per", "por", "para", "für", "dpa", "privat", "zvg",
];

/// Names that are no part of what a caption says; sorted, to be searched.
#[rustfmt::skip]
pub(super) const AGENCIES: &[&str] = &[
    "AAP", "AFP", "AFP PHOTO", "AFP Photo", "ANI", "ANP", "ANSA", "AP", "AP Photo", "APA", "Abaca",
    "Action Images", "Action Press", "Adobe Stock", "AdobeStock", "Agence France-Presse",
    "Agencias", "Agência Brasil", "Al Jazeera", "Alamy", "Anadolu", "Anadolu Agency",
    "Anadolu Ajansı", "Antara", "Associated Press", "BELGA", "Belga", "Bettmann", "Bloomberg",
    "Bridgeman Images", "CNP", "CTK", "Canadian Press", "Corbis", "Cover Images", "DPA",
    "Depositphotos", "Dreamstime", "EFE", "EPA", "EPA-EFE", "EXPA", "Efe", "Europa Press", "FIFA",
    "File", "Flickr", "Folhapress", "Freepik", "GEPA", "GETTY", "GETTY IMAGES", "Gallo Images",
    "Getty", "Getty Images", "Gettyimages", "Handout", "Hollandse Hoogte", "IMAGN", "IMAGO",
    "IMAGO Images", "Icon Sport", "Imago", "Jiji", "KCNA", "KEYSTONE", "KNA", "Keystone", "Kyodo",
    "LUSA", "LaPresse", "Lehtikuva", "MTI", "Magnum", "Mirrorpix", "NASA", "NTB", "NurPhoto", "PA",
    "PA Images", "PA Media", "PA Wire", "PAP", "POOL", "PTI", "PTI Photo", "Panoramic", "Pexels",
    "Picturedesk", "Pixabay", "Pool", "Postmedia", "Press Association", "REUTERS", "REX", "RIA",
    "Reuters", "Rex Features", "Ritzau Scanpix", "SIPA", "SOPA Images", "STT", "SWNS", "Scanpix",
    "Shutterstock", "Sipa", "Sputnik", "Supplied", "TASS", "TT", "The Associated Press",
    "The Canadian Press", "UNIAN", "UPI", "Ukrinform", "Unsplash", "VCG", "VNA", "WENN",
    "Wikimedia", "Wikimedia Commons", "Wikipedia", "Xinhua", "Yonhap", "ZUMA", "Zuma", "afp",
    "ansa", "ddp", "dpa", "efe", "epa", "epd", "flickr", "gettyimages", "iStock", "iStockphoto",
    "imago", "imago images", "picture alliance", "picturedesk.com", "reuters", "stock.adobe.com",
    "unsplash", "ČTK", "Интерфакс", "Коммерсантъ", "РИА Новости", "ТАСС", "УНИАН", "Укринформ",
    "פלאש", "רויטרס", "أ ف ب", "أ.ب", "أ.ف.ب", "أسوشيتد برس", "الأناضول", "الأوروبية", "الجزيرة",
    "الفرنسية", "رويترز", "سبوتنيك", "غيتي", "غيتي إيميجز", "فرانس برس", "وكالات",
];

/// The name of an agency has no more words than this.
pub(super) const LONGEST_AGENCY: usize = 3;

/// The words of [`AGENCIES`] that are in lower case and have no sign by which they are names.
pub(super) const AGENCY_WORDS: &[&str] = &[
    "afp",
    "alliance",
    "ansa",
    "ddp",
    "efe",
    "epa",
    "epd",
    "flickr",
    "gettyimages",
    "images",
    "imago",
    "picture",
    "reuters",
    "unsplash",
];

/// Endings of the names of Chinese and Japanese agencies, channels, papers and sites.
pub(super) const CJK_ENDINGS: &[&str] = &[
    "社",
    "台",
    "报",
    "報",
    "网",
    "網",
    "新闻",
    "新聞",
    "图片",
    "圖片",
    "视觉",
    "影像",
    "媒体",
    "媒體",
    "频道",
    "通讯",
    "通訊",
    "摄",
    "攝",
    "供图",
    "供圖",
    "截图",
    " 图",
    " 圖",
    "推特",
    "微博",
    "官网",
    "撮影",
    "提供",
    "時事",
    "共同",
    "ロイター",
    "アフロ",
    "연합뉴스",
    "뉴시스",
    "뉴스1",
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
    "뉴스핌",
    "로이터",
    "게티",
    "신화",
    "타스",
    "교도",
    "공동취재",
    "사진공동취재",
    "ゲッティ",
    "アフロ",
    "ＡＰ",
    "ＡＦＰ",
    "ＥＰＡ",
    "ＡＡ",
];
