//! Short names for what a module imports, and for the exports that only its
//! own JavaScript calls.
//!
//! wasm-bindgen gives these names with hashes of sixteen digits, once in the
//! wasm and once in the JavaScript: kilobytes that cannot be compressed.

use anyhow::{Context, Result, bail};

/// The section of a wasm file that lists its imports.
const IMPORTS: u8 = 2;
/// The section that lists its exports.
const EXPORTS: u8 = 7;
/// How the exports begin that are for its own JavaScript.
const OWN: &str = "wasm_bindgen_";
/// The magic number and the version.
const HEAD: usize = 8;

/// Renames the imports to `a`, `b`, … in both files, and own exports to `$a`.
pub fn shorten(wasm: &[u8], js: &str) -> Result<(Vec<u8>, String)> {
    let mut out = wasm.get(..HEAD).context("not a wasm file")?.to_vec();
    let mut js = js.to_owned();
    let mut reader = Reader { bytes: wasm, at: HEAD };
    while reader.at < wasm.len() {
        let kind = reader.byte()?;
        let size = reader.number()?;
        let content = reader.take(size)?;
        let content = match kind {
            IMPORTS => renamed(content, &mut js)?,
            EXPORTS => exported(content, &mut js)?,
            _ => content.to_vec(),
        };
        out.push(kind);
        write_number(&mut out, content.len());
        out.extend(content);
    }
    Ok((out, js))
}

/// The section with imports under new names, which `js` gets as well.
fn renamed(section: &[u8], js: &mut String) -> Result<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let mut out = Vec::with_capacity(section.len());
    let count = reader.number()?;
    write_number(&mut out, count);
    for place in 0..count {
        let module = reader.text()?;
        let name = reader.text()?;
        let short = letters(place);
        // As wasm-bindgen writes it: a property of an object.
        let property = format!("        {name}: ");
        if js.matches(&property).count() != 1 {
            bail!("the JavaScript does not define {name} once: did wasm-bindgen change?");
        }
        *js = js.replace(&property, &format!("        {short}: "));
        for text in [module, &short] {
            write_number(&mut out, text.len());
            out.extend(text.as_bytes());
        }
        let start = reader.at;
        if reader.byte()? != 0 {
            bail!("{name} is no function");
        }
        reader.number()?;
        out.extend(&section[start..reader.at]);
    }
    Ok(out)
}

/// The section with own exports under new names, which `js` gets as well.
fn exported(section: &[u8], js: &mut String) -> Result<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let mut out = Vec::with_capacity(section.len());
    let count = reader.number()?;
    write_number(&mut out, count);
    for place in 0..count {
        let name = reader.text()?;
        let called = format!("wasm.{name}(");
        let short = if name.starts_with(OWN) && js.contains(&called) {
            let short = format!("${}", letters(place));
            *js = js.replace(&called, &format!("wasm.{short}("));
            short
        } else {
            name.to_owned()
        };
        write_number(&mut out, short.len());
        out.extend(short.as_bytes());
        let start = reader.at;
        reader.byte()?;
        reader.number()?;
        out.extend(&section[start..reader.at]);
    }
    if js.contains(&format!("wasm.{OWN}")) {
        bail!("the JavaScript uses an export in another way: did wasm-bindgen change?");
    }
    Ok(out)
}

/// `a` to `z`, then `aa` and on.
fn letters(place: usize) -> String {
    let last = char::from(b'a' + (place % 26) as u8);
    let before = place / 26;
    if before == 0 { last.to_string() } else { format!("{}{last}", letters(before - 1)) }
}

/// Reads a wasm file's forms.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    fn take(&mut self, size: usize) -> Result<&'a [u8]> {
        let end = self.at.checked_add(size).context("a wasm size beyond any file")?;
        let taken = self.bytes.get(self.at..end).context("the wasm file ends early")?;
        self.at = end;
        Ok(taken)
    }

    /// A whole number in groups of seven bits.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(number);
            }
        }
        bail!("a wasm number of more than 32 bits")
    }

    fn text(&mut self) -> Result<&'a str> {
        let size = self.number()?;
        std::str::from_utf8(self.take(size)?).context("a wasm name that is no text")
    }
}

fn write_number(out: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        out.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_get_short_names_in_both_files() {
        let section = [&[1, 1][..], b"m", &[9], b"name_1234", &[0, 200, 1]].concat();
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([IMPORTS, section.len() as u8]);
        wasm.extend(section);
        wasm.extend([10, 1, 0]);
        let (short, js) = shorten(&wasm, "{\n        name_1234: function() {},\n}").unwrap();
        assert_eq!(js, "{\n        a: function() {},\n}");
        assert_eq!(short, [&wasm[..8], &[IMPORTS, 8, 1, 1, b'm', 1, b'a', 0, 200, 1, 10, 1, 0]].concat());
        assert!(shorten(&wasm, "{}").is_err());
        assert!(shorten(&wasm[..12], "").is_err());
    }

    #[test]
    fn own_exports_get_short_names_in_both_files() {
        let section = [&[2, 7][..], b"execute", &[0, 3, 14], b"wasm_bindgen_x", &[0, 200, 1]].concat();
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([EXPORTS, section.len() as u8]);
        wasm.extend(section);
        let (short, js) = shorten(&wasm, "wasm.wasm_bindgen_x(1); wasm.execute()").unwrap();
        assert_eq!(js, "wasm.$b(1); wasm.execute()");
        let section = [&[2, 7][..], b"execute", &[0, 3, 2], b"$b", &[0, 200, 1]].concat();
        assert_eq!(short, [&wasm[..8], &[EXPORTS, section.len() as u8], &section].concat());
    }

    #[test]
    fn letters_are_never_the_same() {
        assert_eq!([0, 25, 26, 51, 52, 702].map(letters), ["a", "z", "aa", "az", "ba", "aaa"]);
    }
}
