//! [`Title`]: the title of the metadata, to be found again in the body.

/// The words of a title.
pub(super) struct Title(Vec<String>);

/// No title has more words than are looked at.
const MOST: usize = 64;

impl Title {
    pub(super) fn of(title: &str) -> Self {
        Self(Words(title).take(MOST).collect())
    }

    /// Whether a heading says the title again: the same words; or, if it may be said loosely, most of
    /// the shorter one's, since at the head of a body a title gets a subject before it.
    pub(super) fn is_said(&self, heading: &str, loosely: bool) -> bool {
        let heading: Vec<String> = Words(heading).take(MOST).collect();
        if heading == self.0 {
            return !heading.is_empty();
        }
        let (short, long) =
            if heading.len() < self.0.len() { (&heading, &self.0) } else { (&self.0, &heading) };
        let same = short.iter().filter(|word| long.contains(word)).count();
        loosely && short.len() > 2 && same * 4 >= short.len() * 3 && same * 2 >= long.len()
    }
}

/// The words of a text in lower case; of scripts without spaces, the characters.
struct Words<'t>(&'t str);

impl Iterator for Words<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        // A soft hyphen is no part of the word it may part.
        let text = self.0.trim_start_matches(|c: char| !c.is_alphanumeric());
        let first = text.chars().next()?;
        let ends = |c: char| !c.is_alphanumeric() && c != '\u{AD}';
        let end = match first {
            '\u{2E80}'.. => first.len_utf8(),
            _ => text.find(ends).unwrap_or(text.len()),
        };
        self.0 = &text[end..];
        Some(text[..end].replace('\u{AD}', "").to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_said_again() {
        for (title, heading, loosely, expected) in [
            ("Ferries sail again", "ferries  Sail Again", false, true),
            ("Ferries sail again", "Harbour: Ferries sail again", true, true),
            ("Ferries sail again", "Harbour: Ferries sail again", false, false),
            ("The pier – ferries sail again", "The pier: Fer\u{AD}ries sail again", true, true),
            ("渡轮恢复航行了", "渡轮恢复航行", true, true),
            ("渡轮恢复航行了", "码头关闭", true, false),
            ("Ferries sail again", "Ferries", true, false),
            ("Ferries sail again", "Ferries sail", true, false),
            ("New in version 1.8", "Use of version 1.8", true, false),
            ("The pier", "Why ferries sail again and what the pier is for", true, false),
            ("", "", true, false),
            ("!", "?", true, false),
        ] {
            assert_eq!(Title::of(title).is_said(heading, loosely), expected, "{title}: {heading}");
        }
    }
}
