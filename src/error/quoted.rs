//! A name between quotation marks. The name may come from a caller, and a message may end up in a log.

use core::fmt::{self, Write as _};

/// Longer than the name of any option, and of most claims.
const LONGEST: usize = 48;

/// Shows the name as far as that, and as it is, but nothing in it that ends a line, is invisible or turns the
/// direction of writing around. `{:?}` does the same by tables of all of Unicode, which are larger than all messages.
pub(super) struct Quoted<'a>(pub(super) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for character in self.0.chars().take(LONGEST) {
            match character {
                '"' | '\\' => {
                    f.write_char('\\')?;
                    f.write_char(character)?;
                }
                _ if is_unsafe(character) => {
                    for part in character.escape_unicode() {
                        f.write_char(part)?;
                    }
                }
                _ => f.write_char(character)?,
            }
        }
        f.write_char('"')
    }
}

/// Control characters, separators of lines and paragraphs, and those that only format.
fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}
