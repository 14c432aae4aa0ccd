//! [`Open`]: which elements are open, to know where they end.

use crate::html::{NodeId, Tree};
use crate::span::Span;

/// A shadow of the tree builder's stack of open elements.
///
/// The tree builder does not say which elements a token closes. But it tells the current node when
/// asked, so after each token the shadow is cut or grown to end in that node. Where markup is
/// misnested the shadow is a guess, and so are spans.
#[derive(Debug)]
pub(super) struct Open {
    stack: Vec<NodeId>,
    /// The place of each node in the stack, or [`CLOSED`].
    places: Vec<u32>,
}

const CLOSED: u32 = u32::MAX;

impl Open {
    pub(super) fn new() -> Self {
        Self { stack: vec![NodeId::ROOT], places: vec![0] }
    }

    pub(super) fn depth(&self) -> usize {
        self.stack.len()
    }

    /// Ends the stack in `current` after a token at `token`, which created the nodes from `first`
    /// on. Whatever is closed ends where the token begins, but the last one ends with the token
    /// if that is its end tag, as `closes` tells.
    pub(super) fn settle(
        &mut self,
        tree: &mut Tree<'_>,
        current: NodeId,
        first: u32,
        token: Span,
        closes: impl Fn(&Tree<'_>, NodeId) -> bool,
    ) {
        let mut grown = Vec::new();
        let mut node = current;
        while self.place(node).is_none() {
            grown.push(node);
            match tree.parent(node).filter(|_| node.index() >= first as usize) {
                Some(parent) => node = parent,
                None => break,
            }
        }
        if let Some(place) = self.place(node) {
            self.cut(tree, place + 1, token, closes);
        }
        for node in grown.into_iter().rev() {
            self.push(node);
        }
    }

    /// Closes everything at the end of the text.
    pub(super) fn finish(&mut self, tree: &mut Tree<'_>, end: u32) {
        self.cut(tree, 1, Span::at(end), |_, _| false);
    }

    fn cut(
        &mut self,
        tree: &mut Tree<'_>,
        length: usize,
        token: Span,
        closes: impl Fn(&Tree<'_>, NodeId) -> bool,
    ) {
        while self.stack.len() > length {
            let Some(node) = self.stack.pop() else { return };
            if let Some(place) = self.places.get_mut(node.index()) {
                *place = CLOSED;
            }
            let last = self.stack.len() == length;
            let end = if last && closes(tree, node) { token.end } else { token.start };
            let span = &mut tree.node_mut(node).span;
            span.end = span.end.max(end);
        }
    }

    fn push(&mut self, node: NodeId) {
        let needed = node.index() + 1;
        if self.places.len() < needed {
            self.places.resize(needed, CLOSED);
        }
        if let Some(place) = self.places.get_mut(node.index()) {
            *place = self.stack.len() as u32;
            self.stack.push(node);
        }
    }

    fn place(&self, node: NodeId) -> Option<usize> {
        let place = *self.places.get(node.index())?;
        (place != CLOSED).then_some(place as usize)
    }
}
