//! Enums whose variants have names: one row for each variant, with its description and its name.

/// Defines the enum, the list of its variants, and the method that answers the name.
///
/// The description of a row is documentation of the variant, and of the name wherever the contract shows it.
macro_rules! named {
    (
        $(#[$attribute:meta])*
        pub enum $Enum:ident, fn $name_of:ident {
            $($(#[doc = $what:literal])+ $Variant:ident = $name:literal,)+
        }
    ) => {
        $(#[$attribute])*
        pub enum $Enum {
            $($(#[doc = $what])+ $Variant,)+
        }

        impl $Enum {
            /// Every one, in the order of this list.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$Variant),+];

            /// Its name, as JavaScript and logs know it.
            #[must_use]
            pub const fn $name_of(self) -> &'static str {
                match self {
                    $(Self::$Variant => $name,)+
                }
            }

            /// What it means.
            #[cfg(test)]
            #[allow(dead_code, reason = "the contract does not have every enum")]
            pub(crate) const fn what(self) -> &'static str {
                match self {
                    $(Self::$Variant => concat!($($what),+),)+
                }
            }
        }
    };
}
