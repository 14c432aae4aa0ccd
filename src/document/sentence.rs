//! Where a text may be cut: after a sentence, after a word.

use std::iter;

/// The sentences of a text, each with the white space after it: together they are the text.
///
/// A sentence ends at a line break; after `。！？`; and after `.`, `!`, `?`, `…` and their like with the
/// quotation marks and brackets that follow, if white space comes next and then no small letter. The
/// full stop of an initial (`J. Roe`) or a frequent abbreviation (`Dr.`) ends none.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    pieces(text, sentence_len)
}

/// The words of a text, each with the white space after it: together they are the text. Every Chinese
/// character or kana is one.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    pieces(text, word_len)
}

fn pieces(mut rest: &str, len: fn(&str) -> usize) -> impl Iterator<Item = &str> {
    iter::from_fn(move || {
        let (piece, after) = rest.split_at_checked(len(rest))?;
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

fn sentence_len(text: &str) -> usize {
    let mut chars = text.char_indices();
    while let Some((place, c)) = chars.next() {
        let end = match c {
            // The white space that begins the next line is of that line: code is indented.
            '\n' => {
                let space = space_len(&text[place..]);
                return text[..place + space].rfind('\n').unwrap_or(place) + 1;
            }
            '。' | '！' | '？' => place + c.len_utf8() + closers_len(chars.as_str()),
            '.' | '!' | '?' | '…' | '؟' | '۔' | '।' | '॥' => {
                let end = place + c.len_utf8() + closers_len(chars.as_str());
                let next = text[end..].trim_start();
                let goes_on = next.len() == text.len() - end && !next.is_empty()
                    || next.starts_with(char::is_lowercase)
                    || c == '.' && is_abbreviation(&text[..place]);
                if goes_on {
                    continue;
                }
                end
            }
            _ => continue,
        };
        return end + space_len(&text[end..]);
    }
    text.len()
}

/// The quotation marks, brackets and further stops that belong to the sentence they follow.
fn closers_len(text: &str) -> usize {
    let is_closer = |c: char| {
        matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '）' | '】')
            || matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
    };
    text.len() - text.trim_start_matches(is_closer).len()
}

fn space_len(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Whether a text that ends before a full stop ends in an initial or an abbreviation.
fn is_abbreviation(text: &str) -> bool {
    const ABBREVIATIONS: &[&str] = &[
        "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Sr", "Jr", "Gen", "Gov", "Sen", "Rep", "Lt", "Col",
        "Sgt", "Rev", "Hon", "vs", "Nr", "Bd", "No", "Fig", "Vol", "Mme", "Mlle", "Sra", "Hr",
        "Fr",
    ];
    /// No abbreviation is longer: no more of the text is looked at.
    const LONGEST: usize = 6;
    let mut length = 0;
    let letters = text.chars().rev().take_while(|c| c.is_alphanumeric()).take(LONGEST);
    let start = text.len() - letters.inspect(|_| length += 1).map(char::len_utf8).sum::<usize>();
    let last = &text[start..];
    length == 1 && last.starts_with(char::is_uppercase) || ABBREVIATIONS.contains(&last)
}

fn word_len(text: &str) -> usize {
    let mut after_space = false;
    for (place, c) in text.char_indices() {
        let is_space = c.is_whitespace();
        if after_space && !is_space {
            return place;
        }
        after_space = is_space;
        let end = place + c.len_utf8();
        if super::count::is_character(c) {
            return end + closing_len(&text[end..]);
        }
    }
    text.len()
}

/// What no line begins with: punctuation that closes, and white space.
fn closing_len(text: &str) -> usize {
    let closes = |c: char| matches!(c, '，' | '、' | '；' | '：') || c.is_whitespace();
    let stops = closers_len(text);
    stops + text[stops..].len() - text[stops..].trim_start_matches(closes).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_people_stop() {
        for (text, expected) in [
            ("One. Two! Three?", &["One. ", "Two! ", "Three?"][..]),
            ("He said “Go.” She went.", &["He said “Go.” ", "She went."]),
            (
                "Dr. Roe and J. K. Poe left at 3.30 p.m. by car.",
                &["Dr. Roe and J. K. Poe left at 3.30 p.m. by car."],
            ),
            ("你好。“再见！”他说？好", &["你好。", "“再见！”", "他说？", "好"]),
            ("Wait... what? Oh", &["Wait... what? ", "Oh"]),
            ("One\nTwo", &["One\n", "Two"]),
            ("كيف؟ جيد.", &["كيف؟ ", "جيد."]),
            ("example.com is it", &["example.com is it"]),
            ("", &[]),
        ] {
            assert_eq!(sentences(text).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn words_keep_their_spaces() {
        for (text, expected) in [
            ("one two  three", &["one ", "two  ", "three"][..]),
            (" one", &[" ", "one"]),
            ("中文，好。ab c", &["中", "文，", "好。", "ab ", "c"]),
        ] {
            assert_eq!(words(text).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
