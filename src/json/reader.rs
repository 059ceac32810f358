//! The grammar of JSON ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259) §2-§7), read in one pass.

use alloc::string::String;
use alloc::vec::Vec;

use super::{JsonFault, Number, Object, Value, double};

/// Reads `text` as one value, nested at most `limit` levels. Calls itself for every level, so the limit is
/// what bounds the stack.
pub(super) fn read(text: &str, limit: usize) -> Result<Value, JsonFault> {
    let mut reader = Reader { text, at: 0, limit };
    let value = reader.value(limit)?;
    match reader.token() {
        None => Ok(value),
        Some(_) => Err(reader.unexpected()),
    }
}

struct Reader<'t> {
    text: &'t str,
    /// Where to go on, in bytes.
    at: usize,
    limit: usize,
}

impl<'t> Reader<'t> {
    fn value(&mut self, levels_left: usize) -> Result<Value, JsonFault> {
        match self.token() {
            Some(b'{') => self.object(levels_left),
            Some(b'[') => self.array(levels_left),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.literal("true", Value::Bool(true)),
            Some(b'f') => self.literal("false", Value::Bool(false)),
            Some(b'n') => self.literal("null", Value::Null),
            _ => Err(self.unexpected()),
        }
    }

    fn object(&mut self, levels_left: usize) -> Result<Value, JsonFault> {
        let levels_left = self.one_level_down(levels_left)?;
        self.skip(1);
        let mut members = Vec::new();
        if self.token() == Some(b'}') {
            self.skip(1);
            return Ok(Value::Object(Object::default()));
        }
        loop {
            if self.token() != Some(b'"') {
                return Err(self.unexpected());
            }
            let name = self.string()?;
            if self.token() != Some(b':') {
                return Err(self.unexpected());
            }
            self.skip(1);
            members.push((name, self.value(levels_left)?));
            if !self.has_another(b'}')? {
                break;
            }
        }
        let object = Object::from_members(members).map(Value::Object);
        object.ok_or_else(|| {
            let (line, column) = self.place(self.at.wrapping_sub(1));
            JsonFault::DuplicateMember { line, column }
        })
    }

    fn array(&mut self, levels_left: usize) -> Result<Value, JsonFault> {
        let levels_left = self.one_level_down(levels_left)?;
        self.skip(1);
        let mut elements = Vec::new();
        if self.token() == Some(b']') {
            self.skip(1);
            return Ok(Value::Array(elements));
        }
        loop {
            elements.push(self.value(levels_left)?);
            if !self.has_another(b']')? {
                return Ok(Value::Array(elements));
            }
        }
    }

    /// Goes past a comma, which says that there is another, or past the `end`.
    fn has_another(&mut self, end: u8) -> Result<bool, JsonFault> {
        match self.token() {
            Some(byte) if byte == b',' || byte == end => {
                self.skip(1);
                Ok(byte == b',')
            }
            _ => Err(self.unexpected()),
        }
    }

    fn one_level_down(&self, levels_left: usize) -> Result<usize, JsonFault> {
        let limit = self.limit;
        levels_left
            .checked_sub(1)
            .ok_or(JsonFault::TooDeep { limit })
    }

    fn literal(&mut self, literal: &str, value: Value) -> Result<Value, JsonFault> {
        for byte in literal.bytes() {
            if self.peek() != Some(byte) {
                return Err(self.unexpected());
            }
            self.skip(1);
        }
        Ok(value)
    }

    /// An integer of 64 bits is kept as it is, and everything else is a double; minus zero, too.
    fn number(&mut self) -> Result<Value, JsonFault> {
        let start = self.at;
        self.skip_if(|byte| byte == b'-');
        // No other digit may follow a zero; what does is no part of the number.
        if !self.skip_if(|byte| byte == b'0') {
            self.digits()?;
        }
        let end_of_integer = self.at;
        if self.skip_if(|byte| byte == b'.') {
            self.digits()?;
        }
        if self.skip_if(|byte| matches!(byte, b'e' | b'E')) {
            self.skip_if(|byte| matches!(byte, b'+' | b'-'));
            self.digits()?;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        let integer = if self.at == end_of_integer {
            integer(text)
        } else {
            None
        };
        integer
            .or_else(|| Number::from_f64(double::read(text)))
            .map(Value::Number)
            .ok_or_else(|| self.fault(start))
    }

    /// One digit at least.
    fn digits(&mut self) -> Result<(), JsonFault> {
        if !self.skip_if(|byte| byte.is_ascii_digit()) {
            return Err(self.unexpected());
        }
        while self.skip_if(|byte| byte.is_ascii_digit()) {}
        Ok(())
    }

    fn string(&mut self) -> Result<String, JsonFault> {
        self.skip(1);
        let mut string = String::from(self.plain_characters());
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.skip(1);
                    return Ok(string);
                }
                Some(b'\\') => string.push(self.escaped_character()?),
                // A control character has to be escaped (§7).
                _ => return Err(self.unexpected()),
            }
            string.push_str(self.plain_characters());
        }
    }

    /// The characters up to one that means something.
    fn plain_characters(&mut self) -> &'t str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = plain_length(rest.as_bytes());
        self.skip(length);
        rest.get(..length).unwrap_or_default()
    }

    fn escaped_character(&mut self) -> Result<char, JsonFault> {
        let start = self.at;
        self.skip(1);
        let character = match self.next()? {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_units(start),
            _ => return Err(self.fault(start)),
        };
        Ok(character)
    }

    /// The character of one UTF-16 code unit, or of two (§7). A surrogate that stands alone is none.
    fn code_units(&mut self, start: usize) -> Result<char, JsonFault> {
        let first = self.code_unit(start)?;
        if let Some(character) = char::from_u32(first.into()) {
            return Ok(character);
        }
        if self.next()? != b'\\' || self.next()? != b'u' {
            return Err(self.fault(start));
        }
        let second = self.code_unit(start)?;
        match char::decode_utf16([first, second]).next() {
            Some(Ok(character)) => Ok(character),
            _ => Err(self.fault(start)),
        }
    }

    fn code_unit(&mut self, start: usize) -> Result<u16, JsonFault> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = char::from(self.next()?).to_digit(16);
            let digit = digit.and_then(|digit| u16::try_from(digit).ok());
            unit = (unit << 4) | digit.ok_or_else(|| self.fault(start))?;
        }
        Ok(unit)
    }

    /// What comes next, but for whitespace (§2).
    #[inline]
    fn token(&mut self) -> Option<u8> {
        while self.skip_if(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')) {}
        self.peek()
    }

    #[inline]
    fn next(&mut self) -> Result<u8, JsonFault> {
        let byte = self.peek().ok_or(JsonFault::UnexpectedEnd)?;
        self.skip(1);
        Ok(byte)
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline]
    fn skip_if(&mut self, is_meant: impl Fn(u8) -> bool) -> bool {
        let is_there = self.peek().is_some_and(is_meant);
        self.skip(usize::from(is_there));
        is_there
    }

    #[inline]
    fn skip(&mut self, bytes: usize) {
        // Never beyond the text, whose length fits.
        self.at = self.at.wrapping_add(bytes);
    }

    /// What is to say of the byte that comes next, or of there being none.
    fn unexpected(&self) -> JsonFault {
        match self.peek() {
            Some(_) => self.fault(self.at),
            None => JsonFault::UnexpectedEnd,
        }
    }

    fn fault(&self, at: usize) -> JsonFault {
        let (line, column) = self.place(at);
        JsonFault::Syntax { line, column }
    }

    /// Line and column, from 1.
    fn place(&self, at: usize) -> (usize, usize) {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        let mut lines = before.split(|byte| *byte == b'\n');
        let last = lines.next_back().unwrap_or_default();
        (
            lines.count().saturating_add(1),
            last.len().saturating_add(1),
        )
    }
}

/// How many of the bytes come before a quotation mark, a backslash or a control character.
fn plain_length(bytes: &[u8]) -> usize {
    let (words, _) = bytes.as_chunks();
    let plain_words = words.iter().take_while(|word| is_plain(**word)).count();
    let length = plain_words.wrapping_mul(size_of::<u64>());
    let rest = bytes.get(length..).unwrap_or_default();
    let is_special = |byte: &u8| *byte < b' ' || *byte == b'"' || *byte == b'\\';
    let plain_rest = rest.iter().position(is_special).unwrap_or(rest.len());
    length.wrapping_add(plain_rest)
}

/// Whether all eight bytes are. A difference borrows from a byte's highest bit, where that is not set, only
/// if the byte is less than what is taken off (Warren: "Hacker's Delight", 2nd edition, §6-1).
fn is_plain(bytes: [u8; 8]) -> bool {
    let word = u64::from_le_bytes(bytes);
    let less = |word: u64, than| word.wrapping_sub(u64::from_le_bytes([than; 8])) & !word;
    let is = |byte| less(word ^ u64::from_le_bytes([byte; 8]), 1);
    let special = less(word, b' ') | is(b'"') | is(b'\\');
    special & u64::from_le_bytes([0x80; 8]) == 0
}

/// The number, unless it takes more than 64 bits. Minus zero is no integer.
fn integer(text: &str) -> Option<Number> {
    let unsigned = text.parse::<u64>().ok().map(Number::from);
    let negative = || text.parse::<i64>().ok().filter(|value| *value != 0);
    unsigned.or_else(|| negative().map(Number::from))
}
