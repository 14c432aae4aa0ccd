//! The words of controls, in the languages that they are written in.

/// Words that no caption ends with, in lower case; in the order of their characters without white space.
#[rustfmt::skip]
pub(super) const LABELS: &[&str] = &[
    "abrir em tela cheia", "afbeelding vergroten", "afficher en plein écran", "afficher la légende",
    "agrandir", "agrandir l'image", "agrandir la photo", "agrandir l’image", "ampliar",
    "ampliar foto", "ampliar imagem", "ampliar imagen", "ampliar la imagen", "avaa kuva",
    "baixar imagem", "bild anzeigen", "bildergalerie öffnen", "bild herunterladen",
    "bild im vollbild öffnen", "bild in großansicht öffnen", "bildunterschrift anzeigen",
    "bildunterschrift ausblenden", "bildunterschrift einblenden", "bild vergrössern",
    "bild vergrößern", "bild öffnen", "büyüt", "büyütmek için tıklayın", "celá obrazovka",
    "clicca per ingrandire", "click image to enlarge", "click on image to enlarge",
    "click to enlarge", "clique para ampliar", "cliquer pour agrandir", "cliquez pour agrandir",
    "close dialog", "close gallery", "close modal", "close video", "descargar imagen",
    "download image", "ecrã inteiro", "enlarge", "enlarge image", "enlarge this image",
    "expand image", "expand photo", "forstør", "forstør billede", "forstør billedet", "forstørr",
    "forstørr bilde", "forstørr bildet", "fotoğrafı büyüt", "fuldskærm", "fullscreen",
    "full size image", "fullskjerm", "fullskärm", "förstora", "förstora bild", "förstora bilden",
    "galerie öffnen", "grossansicht", "großansicht", "großes bild anzeigen",
    "guarda a schermo intero", "haz clic para ampliar", "helskärm", "hide caption",
    "image caption toggle", "imagem anterior", "imagen anterior", "imagen siguiente",
    "image précédente", "image suivante", "immagine precedente", "immagine successiva",
    "im vollbild öffnen", "ingrandisci", "ingrandisci foto", "ingrandisci immagine",
    "ingrandisci l'immagine", "ingrandisci l’immagine", "klik om te vergroten", "koko näyttö",
    "kép nagyítása", "layar penuh", "lire la vidéo", "loading image", "masquer la légende", "mute",
    "mărește imaginea", "nagyítás", "next image", "next photo", "next slide", "nächstes bild",
    "open afbeelding", "open gallery", "open image", "open image in fullscreen",
    "open image in gallery", "open image in gallery view", "open image in lightbox",
    "open image in modal", "open in lightbox", "open in new window", "open lightbox",
    "ouvrir l'image", "ouvrir l’image", "pantalla completa", "pause video", "perbesar",
    "perbesar gambar", "pełny ekran", "phóng to", "phóng to ảnh", "play video", "plein écran",
    "povećaj", "povećaj sliku", "povečaj", "powiększ", "powiększ zdjęcie", "previous image",
    "previous photo", "previous slide", "próxima imagem", "replay video", "reproducir video",
    "reproducir vídeo", "reproduzir vídeo", "resmi büyüt", "save image", "schermo intero",
    "see larger image", "show caption", "suurenna", "suurenna kuva", "tam ekran", "tap to enlarge",
    "tela cheia", "teljes képernyő", "toggle caption", "toàn màn hình", "télécharger l'image",
    "télécharger l’image", "unmute", "ver a pantalla completa", "ver em tela cheia",
    "ver en pantalla completa", "vergroot", "vergroot afbeelding", "vergroot de afbeelding",
    "vergrössern", "vergrößern", "ver imagen ampliada", "video abspielen", "video loading",
    "view caption", "view full-size image", "view fullscreen", "view full size",
    "view full size image", "view gallery", "view image in fullscreen", "view image in lightbox",
    "view in fullscreen", "view larger", "view larger image", "view original image",
    "visa i helskärm", "visualizza a schermo intero", "voir en plein écran", "vollbild",
    "vollbild anzeigen", "vollbildmodus", "volledig scherm", "vorheriges bild", "xem ảnh lớn",
    "zoom image", "zoom in", "zoom out", "zum vergrößern anklicken", "zum vergrößern klicken",
    "zur großansicht", "zväčšiť", "zväčšiť obrázok", "zvětšit", "zvětšit fotografii",
    "zvětšit obrázek", "åpne bilde i fullskjerm", "öppna bild i helskärm", "μεγέθυνση",
    "μεγέθυνση εικόνας", "πλήρης οθόνη", "во весь экран", "збільшити", "збільшити зображення",
    "на весь екран", "на весь экран", "открыть в полном размере", "показать подпись",
    "скрыть подпись", "увеличи снимката", "увеличить", "увеличить изображение", "увеличить фото",
    "הגדל", "הגדל תמונה", "להגדלה", "מסך מלא", "اضغط للتكبير", "بزرگنمایی", "تشغيل الفيديو",
    "تكبير", "تكبير الصورة", "تمام صفحه", "عرض بملء الشاشة", "ملء الشاشة", "बड़ा करें", "ขยาย",
    "ขยายภาพ", "คลิกเพื่อขยาย", "เต็มจอ", "この写真を拡大する", "クリックして拡大", "クリックすると拡大", "クリックで拡大",
    "タップして拡大", "タップで拡大", "上一张", "上一張", "下一张", "下一張", "下載圖片", "下载图片", "全屏", "全屏查看", "全画面", "全画面表示",
    "全螢幕", "写真を拡大", "写真を拡大する", "写真拡大", "前の写真", "前の画像", "图片放大", "拡大", "拡大する", "拡大写真", "拡大写真を見る",
    "拡大画像", "拡大画像を見る", "拡大表示", "放大", "放大图片", "放大圖片", "显示说明", "查看原图", "查看原圖", "查看大图", "查看大圖", "次の写真",
    "次の画像", "点击图片放大", "点击放大", "点击查看大图", "画像を拡大", "画像を拡大する", "画像を拡大表示", "画像拡大", "隐藏说明", "點圖放大",
    "點我放大", "點擊放大", "사진 크게보기", "사진 확대", "사진 확대보기", "사진확대하기", "원본보기", "원본 이미지 보기", "이미지 크게보기",
    "이미지 확대", "이미지 확대보기", "전체화면", "전체화면 보기", "크게보기", "확대", "확대보기", "확대하기",
];

/// Words that are a control's only where they stand alone; in the same order.
#[rustfmt::skip]
pub(super) const ALONE: &[&str] = &[
    "abspielen", "anterior", "aufklappen", "autoplay", "avanti", "baixar", "berikutnya", "cerrar",
    "chiudi", "close", "compartilhar", "compartir", "condividi", "další", "dela", "delen",
    "descargar", "download", "edellinen", "expand", "fechar", "fermer", "forrige", "föregående",
    "herunterladen", "indietro", "jaa", "kapat", "loading", "luk", "lukk", "mehr anzeigen",
    "następne", "neste", "next", "nästa", "næste", "partager", "pause", "paylaş", "play",
    "poprzednie", "precedente", "prev", "previous", "précédent", "próxima", "próximo", "předchozí",
    "read more", "replay", "reproducir", "reproduzir", "scarica", "schliessen", "schließen",
    "sdílet", "sebelumnya", "seuraava", "share", "show less", "show more", "siguiente", "sluiten",
    "sonraki", "stäng", "successiva", "suivant", "sulje", "teilen", "tutup", "télécharger",
    "udostępnij", "volgende", "vorige", "weiter", "weniger anzeigen", "zamknij", "zavřít", "zoom",
    "zuklappen", "zurück", "öffnen", "önceki", "đóng", "далее", "закрити", "закрыть", "назад",
    "поделиться", "развернуть", "скачать", "הבא", "הקודם", "סגור", "שתף", "إغلاق", "التالي",
    "السابق", "تحميل", "تشغيل", "مشاركة", "ปิด", "シェア", "ダウンロード", "下載", "下载", "关闭", "再生", "分享",
    "前へ", "展开", "展開", "播放", "收起", "次へ", "閉じる", "關閉", "공유", "다운로드", "다음", "닫기", "이전", "재생",
];

/// What is counted, where a gallery says so.
pub(super) const PICTURES: &[&str] = &[
    "image", "photo", "picture", "slide", "bild", "foto", "imagen", "imagem", "immagine",
    "zdjęcie", "фото", "صورة",
];

/// What stands between the number of a picture and how many there are.
pub(super) const OF: &[&str] =
    &["/", "／", "of", "von", "sur", "de", "di", "van", "av", "af", "z", "из", "من"];
