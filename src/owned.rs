//! `into_owned` for every borrowing type, written once.

use crate::text::Text;

/// Gives up the source's lifetime by copying what is borrowed.
pub(crate) trait IntoOwned {
    type Owned;
    fn owned(self) -> Self::Owned;
}

impl IntoOwned for Text<'_> {
    type Owned = Text<'static>;
    fn owned(self) -> Text<'static> {
        self.into_owned()
    }
}

impl<T: IntoOwned> IntoOwned for Option<T> {
    type Owned = Option<T::Owned>;
    fn owned(self) -> Self::Owned {
        self.map(IntoOwned::owned)
    }
}

impl<T: IntoOwned> IntoOwned for Vec<T> {
    type Owned = Vec<T::Owned>;
    fn owned(self) -> Self::Owned {
        self.into_iter().map(IntoOwned::owned).collect()
    }
}

impl<T: IntoOwned> IntoOwned for Box<T> {
    type Owned = Box<T::Owned>;
    fn owned(self) -> Self::Owned {
        Box::new((*self).owned())
    }
}

/// Types without a lifetime are owned already.
macro_rules! owned_already {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::owned::IntoOwned for $type {
            type Owned = $type;
            fn owned(self) -> $type { self }
        }
    )*};
}

/// `into_owned` of a struct: of each field.
macro_rules! owned_struct {
    ($(#[$meta:meta])* $name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::owned::IntoOwned for $name<'_> {
            type Owned = $name<'static>;
            fn owned(self) -> $name<'static> {
                $name { $($field: $crate::owned::IntoOwned::owned(self.$field)),* }
            }
        }
        impl $name<'_> {
            /// The same value without the source's lifetime; copies what is borrowed.
            pub fn into_owned(self) -> $name<'static> {
                $crate::owned::IntoOwned::owned(self)
            }
        }
    };
}

/// `into_owned` of an enum of one-field variants and, after the semicolon, of bare ones.
macro_rules! owned_enum {
    ($name:ident { $($variant:ident),* ; $($bare:ident),* }) => {
        impl $crate::owned::IntoOwned for $name<'_> {
            type Owned = $name<'static>;
            fn owned(self) -> $name<'static> {
                match self {
                    $($name::$variant(value) => $name::$variant($crate::owned::IntoOwned::owned(value)),)*
                    $($name::$bare => $name::$bare,)*
                }
            }
        }
        impl $name<'_> {
            /// The same value without the source's lifetime; copies what is borrowed.
            pub fn into_owned(self) -> $name<'static> {
                $crate::owned::IntoOwned::owned(self)
            }
        }
    };
}

owned_already!(bool, u8, u16, u32, u64, i64, crate::span::Span);

pub(crate) use {owned_already, owned_enum, owned_struct};
