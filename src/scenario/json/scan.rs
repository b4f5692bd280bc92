//! Where JSON values begin and end, without building them.
//!
//! An own small scanner: serde_json's needs 11 kB of code and 10 kB of tables
//! that everyone who loads the page would have to fetch. The tests compare it with
//! serde_json: the same texts are refused, at the same place.

/// Number of bytes that were read when the text stopped being JSON.
#[derive(Debug, PartialEq, Eq)]
pub struct SyntaxError(pub usize);

/// Reads a text from its start.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

/// The text of the only value in here, without the space around it.
pub fn whole(text: &str) -> Result<&str, SyntaxError> {
    let mut scanner = Scanner { text, at: 0 };
    let value = scanner.value()?;
    scanner.space();
    if scanner.at < text.len() { scanner.stop() } else { Ok(value) }
}

/// The parts of an object or a list that was read before, with their keys as
/// they stand there; those of a list are empty.
pub fn parts(text: &str) -> Vec<(&str, &str)> {
    let mut scanner = Scanner { text, at: 1 };
    let mut parts = Vec::new();
    while !matches!(scanner.space(), b']' | b'}' | 0) {
        let key = if text.starts_with('{') { scanner.key() } else { Ok("") };
        let (Ok(key), Ok(value)) = (key, scanner.value()) else { break };
        parts.push((key, value));
        if scanner.space() == b',' {
            scanner.at += 1;
        }
    }
    parts
}

/// The text that a JSON string stands for; none for other values, and for
/// halves of surrogate pairs.
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
                'u' => code(&mut chars)?,
                other => other,
            },
            plain => plain,
        });
    }
    Some(plain)
}

/// The character of one `\u….`, or of two where it takes a surrogate pair.
fn code(chars: &mut std::str::Chars) -> Option<char> {
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
    /// The byte that is next; 0 at the end, which is as little allowed there.
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// Skips space; the byte after it.
    fn space(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
        self.byte()
    }

    /// The next byte is not allowed there.
    fn stop<T>(&self) -> Result<T, SyntaxError> {
        Err(SyntaxError((self.at + 1).min(self.text.len())))
    }

    fn expect(&mut self, byte: u8) -> Result<(), SyntaxError> {
        if self.byte() != byte {
            return self.stop();
        }
        self.at += 1;
        Ok(())
    }

    /// Skips one value. What is open inside it is kept in a list: a text that
    /// opens ten thousand brackets must not exhaust the stack.
    fn value(&mut self) -> Result<&'a str, SyntaxError> {
        self.space();
        let start = self.at;
        let mut open: Vec<u8> = Vec::new();
        loop {
            match self.space() {
                byte @ (b'[' | b'{') => {
                    self.at += 1;
                    // In ASCII both close two places further on.
                    let close = byte + 2;
                    open.push(close);
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
                let Some(&close) = open.last() else { return Ok(&self.text[start..self.at]) };
                let byte = self.space();
                if byte != close && byte != b',' {
                    return self.stop();
                }
                self.at += 1;
                if byte == b',' {
                    if close == b'}' {
                        self.key()?;
                    }
                    break;
                }
                open.pop();
            }
        }
    }

    /// A key and its colon.
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
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), SyntaxError> {
        if self.byte() == b'-' {
            self.at += 1;
        }
        if self.byte() == b'0' {
            self.at += 1;
            if self.byte().is_ascii_digit() {
                return self.stop();
            }
        } else {
            self.digits()?;
        }
        if self.byte() == b'.' {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), b'e' | b'E') {
            self.at += 1;
            if matches!(self.byte(), b'+' | b'-') {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    /// A string with its quotes. Halves of surrogate pairs pass: they are
    /// JSON, though no text.
    fn string(&mut self) -> Result<&'a str, SyntaxError> {
        let start = self.at;
        self.expect(b'"')?;
        loop {
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return Ok(&self.text[start..self.at]);
                }
                b'\\' => {
                    self.at += 1;
                    match self.byte() {
                        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 1,
                        b'u' => self.unit()?,
                        _ => return self.stop(),
                    }
                }
                // Control characters, and the end.
                0..0x20 => return Err(SyntaxError(self.at)),
                _ => self.at += 1,
            }
        }
    }

    /// The `u` of an escape and its four digits.
    fn unit(&mut self) -> Result<(), SyntaxError> {
        let end = self.at + 5;
        let Some(digits) = self.text.as_bytes().get(self.at + 1..end) else {
            return Err(SyntaxError(self.text.len()));
        };
        if !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(SyntaxError(end));
        }
        self.at = end;
        Ok(())
    }
}
