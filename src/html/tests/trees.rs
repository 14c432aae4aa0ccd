//! html5lib's tree construction suite.
