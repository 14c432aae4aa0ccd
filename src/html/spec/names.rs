//! [`Names`]: html5ever's name for each of ours.

use std::collections::HashMap;

use html5ever::LocalName;

use crate::text::Text;

/// Names that html5ever's table lacks, with their stand-ins.
///
/// html5ever interns such names in a table of the process, whose buckets an attacker can fill; it
/// only ever compares them. So it gets `\0` and a number instead, which is short enough to be no
/// entry of that table, and which no tag name of an input begins with.
#[derive(Debug, Default)]
pub(super) struct Names<'a> {
    numbers: HashMap<Text<'a>, u32>,
}

/// What names of at most this many bytes are stored in by value.
const INLINE: usize = 7;
const STAND_IN: char = '\0';

impl<'a> Names<'a> {
    pub(super) fn local_name(&mut self, name: &Text<'a>) -> LocalName {
        static_name(name).unwrap_or_else(|| self.stand_in(name))
    }

    fn stand_in(&mut self, name: &Text<'a>) -> LocalName {
        let next = self.numbers.len() as u32;
        let number = match self.numbers.get(&**name) {
            Some(&number) => number,
            None => *self.numbers.entry(name.clone()).or_insert(next),
        };
        // Base 32 in one case: html5ever compares some names without regard to case.
        let mut stand_in = String::with_capacity(INLINE);
        stand_in.push(STAND_IN);
        let mut rest = number;
        loop {
            stand_in.extend(char::from_digit(rest % 32, 32));
            rest /= 32;
            if rest == 0 {
                return LocalName::from(stand_in);
            }
        }
    }
}

/// The name as html5ever has it, if that needs no interning.
pub(super) fn static_name(name: &str) -> Option<LocalName> {
    if name.len() <= INLINE { Some(LocalName::from(name)) } else { LocalName::try_static(name) }
}
