//! Hostile markup.
