//! [`Run`]: signs that may begin and end emphasis.

use super::inline::{Inline, Is};
use super::{Declined, Known};

/// A run of `*`, `_` or `~`, one of a line's [`Inline`]s.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// Its place among the inlines.
    pub(super) index: usize,
    pub(super) sign: u8,
    pub(super) count: usize,
    pub(super) opens: bool,
    pub(super) closes: bool,
}

/// Whether a run of so many signs, from `at` on in a line that begins at `start`, may open and close
/// emphasis: `CommonMark`'s left- and right-flanking.
pub(super) fn flanks(
    text: &str,
    start: usize,
    at: usize,
    count: usize,
    cell: bool,
) -> Known<(bool, bool)> {
    let sign = text.as_bytes()[at];
    let next = Side::of(text[at + count..].chars().next())?;
    let is_loose = sign == b'*' || sign == b'~' && count > 1;
    if at == start {
        return Ok((next != Side::White, false));
    }
    // Behind one that is escaped, pulldown-cmark has a rule of its own.
    if sign == b'~' && text.as_bytes()[at - 1] == b'~' {
        return Err(Declined);
    }
    let before = Side::of(text[..at].chars().next_back())?;
    if cell && text.as_bytes().get(at + count) == Some(&b'|') {
        return Ok((false, before != Side::White));
    }
    let opens = next != Side::White
        && (sign == b'*' && next != Side::Punctuation
            || sign == b'~' && count > 1
            || before != Side::Other);
    let closes =
        before != Side::White && (is_loose && before != Side::Punctuation || next != Side::Other);
    Ok((opens, closes))
}

/// What stands beside a run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// White space, or nothing.
    White,
    Punctuation,
    Other,
}

impl Side {
    /// Characters that are neither letters nor ASCII are left to pulldown-cmark's table.
    fn of(character: Option<char>) -> Known<Self> {
        Ok(match character {
            None => Self::White,
            Some(character) if character.is_whitespace() => Self::White,
            Some(character)
                if character.is_ascii_punctuation() || is_ideographic_mark(character) =>
            {
                Self::Punctuation
            }
            Some(character) if character.is_ascii() => Self::Other,
            // Letters in circles and squares are symbols, too.
            Some('\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}') => return Err(Declined),
            Some(character) if character.is_alphanumeric() => Self::Other,
            Some(_) => return Err(Declined),
        })
    }
}

/// The marks of Chinese and Japanese texts that stand beside emphasis most.
const fn is_ideographic_mark(character: char) -> bool {
    matches!(
        character,
        '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{ff01}' | '\u{ff08}' | '\u{ff09}' | '\u{ff0c}'
            | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}'
    )
}

/// Makes emphasis of the runs that pair without question: a run is closed by the next like one, and all
/// between them are. Others [decline](Declined).
pub(super) fn pair(runs: &[Run], inlines: &mut [Inline]) -> Known<()> {
    /// So many are looked through for a run's sign.
    const OPEN: usize = 16;
    let (mut open, mut depth) = ([0_usize; OPEN], 0);
    for (at, run) in runs.iter().enumerate() {
        if run.count > 2 {
            return Err(Declined);
        }
        if run.closes {
            let mut open = open[..depth].iter().map(|&at| &runs[at]);
            match open.next_back() {
                Some(last) if last.sign == run.sign && last.count == run.count => {
                    let is = match (run.sign, run.count) {
                        (b'~', _) => Is::Strikethrough,
                        (_, 1) => Is::Emphasis,
                        _ => Is::Strong,
                    };
                    let (from, to) = (inlines[last.index].at.start, inlines[run.index].at.end);
                    for (index, is) in [(last.index, is), (run.index, is.end())] {
                        inlines[index].is = is;
                        (inlines[index].at.start, inlines[index].at.end) = (from, to);
                    }
                    depth -= 1;
                    continue;
                }
                Some(last) if last.sign == run.sign || open.any(|it| it.sign == run.sign) => {
                    return Err(Declined);
                }
                _ => {}
            }
        }
        if run.opens {
            *open.get_mut(depth).ok_or(Declined)? = at;
            depth += 1;
        }
    }
    Ok(())
}
