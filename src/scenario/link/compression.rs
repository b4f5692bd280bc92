//! Compresses the JSON of a link, with a dictionary of texts that occur in most scenarios.
//!
//! The format is deflate (RFC 1951), which continues after the dictionary: both sides behave
//! as if the dictionary had just been sent. So the name of an input takes three bytes from its
//! first use on.
//!
//! The dictionary never changes: with another one, the links that people have sent would be
//! unreadable. Texts that it lacks, such as the name of a new input, only make a link longer.

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// The texts that links refer to. Deflate refers to texts near the end in fewer bits.
const DICTIONARY: &[u8] = include_bytes!("dictionary.txt");

/// The level of compression, from 0 to 10. Higher levels take longer; for texts as short as
/// these, they give the same length.
const LEVEL: i32 = 6;

/// The negative number of bits of the window, 32 KiB; negative, since a link has its own
/// checksum and needs no header.
const WINDOW_BITS: i32 = -15;

/// Compresses a text.
pub(super) fn compress(text: &str) -> Vec<u8> {
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(LEVEL, WINDOW_BITS, 0));
    let mut add = |text: &[u8], flush: TDEFLFlush| {
        let mut output = Vec::new();
        let (status, _) = compress_to_output(&mut compressor, text, flush, |bytes| {
            output.extend_from_slice(bytes);
            true
        });
        debug_assert!(matches!(status, TDEFLStatus::Okay | TDEFLStatus::Done));
        output
    };
    // The dictionary ends at a whole byte, and what it is compressed to is left out.
    add(DICTIONARY, TDEFLFlush::Sync);
    add(text.as_bytes(), TDEFLFlush::Finish)
}

/// Restores a text from [`compress`]; `None` where the bytes are damaged, or the text would
/// have more than `max` bytes.
pub(super) fn decompress_text(bytes: &[u8], max: usize) -> Option<String> {
    let start = DICTIONARY.len();
    let mut output = vec![0; start + max];
    output[..start].copy_from_slice(DICTIONARY);
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, _, length) = decompress(&mut DecompressorOxide::new(), bytes, &mut output, start, flags);
    if status != TINFLStatus::Done {
        return None;
    }
    output.truncate(start + length);
    String::from_utf8(output.split_off(start)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::checksum;
    use proptest::prelude::*;

    #[test]
    fn the_dictionary_is_the_one_of_all_links_that_were_sent() {
        assert_eq!(checksum(DICTIONARY), "c11bd0e4");
    }

    #[test]
    fn damaged_bytes_and_texts_that_are_too_long_are_refused() {
        let bytes = compress(&"a".repeat(1_000));
        assert_eq!(decompress_text(&bytes, 1_000), Some("a".repeat(1_000)));
        assert_eq!(decompress_text(&bytes, 999), None);
        for end in 0..bytes.len() {
            assert_eq!(decompress_text(&bytes[..end], 1_000), None, "cut at {end}");
        }
        // A reference to 32,768 bytes back, which is before the dictionary.
        assert_eq!(decompress_text(&[0x63, 0xfe, 0xff, 0x7f], 1_000), None);
    }

    proptest! {
        #[test]
        fn every_text_is_restored(text in any::<String>()) {
            prop_assert_eq!(decompress_text(&compress(&text), text.len()), Some(text));
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            decompress_text(&bytes, 10_000);
        }
    }
}
