//! A scanner that finds the beginnings and ends of JSON values, without building them.
//!
//! It is our own since serde_json's parser needs 11 kB of code and 10 kB of tables, which
//! every visitor of the page would have to load. The tests compare it with serde_json: it
//! must refuse the same texts, at the same byte.

/// Error of a text that is not JSON: the number of bytes up to and with the one that is
/// not allowed.
#[derive(Debug, PartialEq, Eq)]
pub struct SyntaxError(pub usize);

/// Reads a text from its start to its end.
struct Scanner<'a> {
    text: &'a str,
    /// Index of the next byte.
    next: usize,
}

/// Returns the text of the only value in a text, without the space around it.
///
/// # Errors
/// Where the text is not one JSON value.
pub fn single_value(text: &str) -> Result<&str, SyntaxError> {
    let mut scanner = Scanner { text, next: 0 };
    let value = scanner.value()?;
    scanner.space();
    if scanner.next < text.len() { scanner.stop() } else { Ok(value) }
}

/// Returns the fields of an object or the items of a list, whose text must be valid JSON.
/// Keys have their quotes and escapes; the keys of a list's items are empty.
pub fn entries(text: &str) -> Vec<(&str, &str)> {
    let mut scanner = Scanner { text, next: 1 };
    let mut entries = Vec::new();
    while !matches!(scanner.space(), b']' | b'}' | 0) {
        let key = if text.starts_with('{') { scanner.key() } else { Ok("") };
        let (Ok(key), Ok(value)) = (key, scanner.value()) else { break };
        entries.push((key, value));
        if scanner.space() == b',' {
            scanner.next += 1;
        }
    }
    entries
}

/// Returns the text of a JSON string, without quotes and escapes; `None` for other values,
/// and for a string with half a surrogate pair.
pub fn unescaped(text: &str) -> Option<String> {
    let inside = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut plain = String::with_capacity(inside.len());
    let mut chars = inside.chars();
    while let Some(c) = chars.next() {
        plain.push(match c {
            '\\' => match chars.next()? {
                'b' => '\u{8}',
                'f' => '\u{c}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => escaped_char(&mut chars)?,
                other => other,
            },
            plain => plain,
        });
    }
    Some(plain)
}

/// Reads the character of an escape after its `\u`, and of a second escape where the two
/// are a surrogate pair.
fn escaped_char(chars: &mut std::str::Chars) -> Option<char> {
    let mut unit = || (0..4).try_fold(0, |unit, _| Some(unit * 16 + chars.next()?.to_digit(16)?));
    let high = unit()?;
    if !(0xd800..0xdc00).contains(&high) {
        return char::from_u32(high);
    }
    chars.as_str().strip_prefix("\\u").map(|rest| *chars = rest.chars())?;
    let low = (0..4).try_fold(0, |unit, _| Some(unit * 16 + chars.next()?.to_digit(16)?))?;
    let low = (0xdc00..0xe000).contains(&low).then_some(low)?;
    char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00))
}

impl<'a> Scanner<'a> {
    /// Returns the next byte; 0 at the end, since JSON allows that byte nowhere.
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.next).copied().unwrap_or(0)
    }

    /// Skips space, and returns the byte after it.
    fn space(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\t' | b'\n' | b'\r') {
            self.next += 1;
        }
        self.byte()
    }

    /// Returns the error that the next byte is not allowed.
    fn stop<T>(&self) -> Result<T, SyntaxError> {
        Err(SyntaxError((self.next + 1).min(self.text.len())))
    }

    /// Skips this byte, which must be the next one.
    fn expect(&mut self, byte: u8) -> Result<(), SyntaxError> {
        if self.byte() != byte {
            return self.stop();
        }
        self.next += 1;
        Ok(())
    }

    /// Skips one value, and returns its text. The unclosed brackets are in a list, rather
    /// than on the stack, which a text with ten thousand brackets would exhaust.
    fn value(&mut self) -> Result<&'a str, SyntaxError> {
        self.space();
        let start = self.next;
        let mut unclosed: Vec<u8> = Vec::new();
        loop {
            match self.space() {
                byte @ (b'[' | b'{') => {
                    self.next += 1;
                    // The ASCII codes of both closing brackets are two more than those of
                    // the opening brackets.
                    let close = byte + 2;
                    unclosed.push(close);
                    if self.space() != close {
                        if close == b'}' {
                            self.key()?;
                        }
                        continue;
                    }
                }
                b'"' => drop(self.string()?),
                b'-' | b'0'..=b'9' => self.number()?,
                b't' => self.word("true")?,
                b'f' => self.word("false")?,
                b'n' => self.word("null")?,
                _ => return self.stop(),
            }
            loop {
                let Some(&close) = unclosed.last() else { return Ok(&self.text[start..self.next]) };
                let byte = self.space();
                if byte != close && byte != b',' {
                    return self.stop();
                }
                self.next += 1;
                if byte == b',' {
                    if close == b'}' {
                        self.key()?;
                    }
                    break;
                }
                unclosed.pop();
            }
        }
    }

    /// Skips a key and its colon, and returns the key with its quotes.
    fn key(&mut self) -> Result<&'a str, SyntaxError> {
        self.space();
        let key = self.string()?;
        self.space();
        self.expect(b':')?;
        Ok(key)
    }

    fn word(&mut self, word: &str) -> Result<(), SyntaxError> {
        word.bytes().try_for_each(|byte| self.expect(byte))
    }

    fn digits(&mut self) -> Result<(), SyntaxError> {
        if !self.byte().is_ascii_digit() {
            return self.stop();
        }
        while self.byte().is_ascii_digit() {
            self.next += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), SyntaxError> {
        if self.byte() == b'-' {
            self.next += 1;
        }
        if self.byte() == b'0' {
            self.next += 1;
            if self.byte().is_ascii_digit() {
                return self.stop();
            }
        } else {
            self.digits()?;
        }
        if self.byte() == b'.' {
            self.next += 1;
            self.digits()?;
        }
        if matches!(self.byte(), b'e' | b'E') {
            self.next += 1;
            if matches!(self.byte(), b'+' | b'-') {
                self.next += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    /// Skips a string, and returns it with its quotes. Half a surrogate pair is allowed:
    /// it is valid JSON, though no text.
    fn string(&mut self) -> Result<&'a str, SyntaxError> {
        let start = self.next;
        self.expect(b'"')?;
        loop {
            match self.byte() {
                b'"' => {
                    self.next += 1;
                    return Ok(&self.text[start..self.next]);
                }
                b'\\' => {
                    self.next += 1;
                    match self.byte() {
                        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.next += 1,
                        b'u' => self.hex_digits()?,
                        _ => return self.stop(),
                    }
                }
                // Control characters, and the end.
                0..0x20 => return Err(SyntaxError(self.next)),
                _ => self.next += 1,
            }
        }
    }

    /// Skips the `u` of an escape and its four digits.
    fn hex_digits(&mut self) -> Result<(), SyntaxError> {
        let end = self.next + 5;
        let Some(digits) = self.text.as_bytes().get(self.next + 1..end) else {
            return Err(SyntaxError(self.text.len()));
        };
        if !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(SyntaxError(end));
        }
        self.next = end;
        Ok(())
    }
}
