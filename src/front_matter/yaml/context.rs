//! [`Context`]: what the blocks of one front matter share, anchors and budget.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::diagnostic::Code;
use crate::front_matter::notes::Notes;
use crate::front_matter::short;
use crate::front_matter::value::Value;
use crate::limits::Limits;
use crate::span::Span;

/// How much may still be read and copied.
#[derive(Debug, Clone, Copy)]
pub(super) struct Budget {
    pub(super) depth: u32,
    values: u32,
    /// What aliases may copy, in weights: linear in the text, or nine lines of
    /// aliases to aliases would fill the memory.
    copies: u64,
}

impl Budget {
    pub(super) fn new(limits: &Limits, text: &str) -> Self {
        let copies = 1024 + text.len() as u64 / 4;
        Self { depth: limits.value_depth.min(200), values: limits.values, copies }
    }
}

/// What one document, or all its blocks, share: anchors and budget.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) budget: Budget,
    /// What has been read so far: one for each value, more for long text. The difference
    /// before and after a value is what a copy of it costs.
    pub(super) weight: u64,
    anchors: Option<HashMap<Cow<'a, str>, Anchor<'a>>>,
    aliased: HashSet<&'a str>,
    /// Anchors on plain text, which may be the start of the text: `&nbsp; x`.
    loose: Vec<(Cow<'a, str>, Span)>,
    full: bool,
}

/// A context as it was at some time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    budget: Budget,
    weight: u64,
    loose: usize,
    full: bool,
}

/// What became of an alias.
#[derive(Debug)]
pub(super) enum Copied<'a> {
    Value(Value<'a>),
    /// No anchor of that name stands before it.
    Unknown,
    /// The budget does not allow for it.
    TooMuch,
}

/// Whether one more value may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Afford {
    Yes,
    /// No, and this is the first to be left aside.
    FirstNo,
    No,
}

#[derive(Debug)]
struct Anchor<'a> {
    value: Value<'a>,
    weight: u64,
}

impl<'a> Context<'a> {
    /// `aliases`: whether any can occur, so that anchored values must be remembered.
    pub(super) fn new(budget: Budget, aliases: bool) -> Self {
        Self {
            budget,
            weight: 0,
            anchors: aliases.then(HashMap::new),
            aliased: HashSet::new(),
            loose: Vec::new(),
            full: false,
        }
    }

    /// A context for text that lives shorter, with what is left of the budget.
    pub(super) fn narrower<'t>(&self, aliases: bool) -> Context<'t> {
        Context { full: self.full, ..Context::new(self.budget, aliases) }
    }

    /// Takes over what a [narrower](Self::narrower) context has spent.
    pub(super) fn spent(&mut self, narrower: &Context<'_>) {
        self.budget = narrower.budget;
        self.weight += narrower.weight;
        self.full = narrower.full;
    }

    pub(super) fn mark(&self) -> Mark {
        let Self { budget, weight, full, .. } = *self;
        Mark { budget, weight, full, loose: self.loose.len() }
    }

    /// Takes back what a reading that failed has spent. Anchors stay: they were written.
    pub(super) fn back_to(&mut self, mark: Mark) {
        (self.budget, self.weight, self.full) = (mark.budget, mark.weight, mark.full);
        self.loose.truncate(mark.loose);
    }

    /// Takes one value off the budget.
    pub(super) fn afford(&mut self) -> Afford {
        let Some(left) = self.budget.values.checked_sub(1) else {
            let told = std::mem::replace(&mut self.full, true);
            return if told { Afford::No } else { Afford::FirstNo };
        };
        self.budget.values = left;
        self.weight += 1;
        Afford::Yes
    }

    /// Keeps an anchored value, if an alias may come and the budget allows for it.
    pub(super) fn remember(&mut self, name: Cow<'a, str>, value: &Value<'a>, weight: u64) {
        let Some(anchors) = &mut self.anchors else { return };
        if let Some(left) = self.budget.copies.checked_sub(weight) {
            self.budget.copies = left;
            anchors.insert(name, Anchor { value: value.clone(), weight });
        }
    }

    /// An anchor stands before plain text.
    pub(super) fn loose(&mut self, name: Cow<'a, str>, place: Span) {
        self.loose.push((name, place));
    }

    /// The value that an alias names.
    pub(super) fn copy_of(&mut self, name: &'a str) -> Copied<'a> {
        self.aliased.insert(name);
        let anchors = self.anchors.as_ref();
        let Some(anchor) = anchors.and_then(|anchors| anchors.get(name)) else {
            return Copied::Unknown;
        };
        let Some(copies) = self.budget.copies.checked_sub(anchor.weight) else {
            return Copied::TooMuch;
        };
        let values = u32::try_from(anchor.weight).ok();
        let Some(values) = values.and_then(|weight| self.budget.values.checked_sub(weight)) else {
            return Copied::TooMuch;
        };
        self.budget = Budget { values, copies, ..self.budget };
        self.weight += anchor.weight;
        Copied::Value(anchor.value.clone())
    }

    /// Tells of anchors that no alias names.
    pub(super) fn finish(self, notes: &mut Notes) {
        for (name, span) in self.loose {
            if !self.aliased.contains(name.as_ref()) {
                let message = format!(
                    "`&{}` is taken for an anchor; quote the value to keep it",
                    short(&name)
                );
                notes.push(Code::EatenText, span, message);
            }
        }
    }
}
