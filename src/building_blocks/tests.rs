//! Tests of reading and writing building blocks in `meta`.

use super::*;
use crate::model::Preset;
use proptest::prelude::*;

#[test]
fn the_rings_have_three_three_and_four_blocks() {
    let rings = Ring::ALL.map(|ring| BuildingBlocks::default().counts(Some(ring)).all);
    assert_eq!(rings, [3, 3, 4]);
    assert_eq!(BuildingBlocks::default().counts(None).not_filled_in(), 10);
    for block in BuildingBlock::ALL {
        assert_eq!(BuildingBlock::from_id(block.id()), Some(block));
        assert_eq!(BuildingBlock::ALL[block as usize], block);
    }
}

#[test]
fn an_unknown_value_counts_as_not_filled_in_and_is_preserved() {
    let meta = r#"{"bouwstenen":{"informatie":"deels","naasten":7,"nieuw":"aanwezig"},"ander":1}"#;
    let blocks = BuildingBlocks::read(Some(meta));
    assert_eq!(blocks.counts(None), BlockCounts { all: 10, present: 0, partly: 1, missing: 0 });
    let after = set_in_meta(Some(meta), B::Informatie, Some(Presence::Mist)).unwrap();
    assert_eq!(after, r#"{"bouwstenen":{"informatie":"mist","naasten":7,"nieuw":"aanwezig"},"ander":1}"#);
    for invalid in [r#"{"bouwstenen":[1]}"#, r#"{"bouwstenen":null}"#, "{}"] {
        assert!(!BuildingBlocks::read(Some(invalid)).is_filled());
        assert_eq!(
            BuildingBlocks::read(set_in_meta(Some(invalid), B::Naasten, Some(Presence::Aanwezig)).as_deref())
                .counts(None)
                .present,
            1
        );
    }
    let with_one = set_in_meta(None, B::Naasten, Some(Presence::Deels));
    assert_eq!(set_in_meta(with_one.as_deref(), B::Naasten, None), None);
}

#[test]
fn a_line_that_counts_without_a_required_block_is_unsupported() {
    let mut blocks = BuildingBlocks::default();
    let inputs = Preset::Brochure.inputs_in(2016);
    assert_eq!(blocks.unsupported(&inputs), []);
    for block in [B::SocialeParticipatie, B::MaatschappelijkeParticipatie, B::Naasten] {
        blocks.0[block as usize] = Some(Presence::Mist);
    }
    let missing = vec![B::MaatschappelijkeParticipatie];
    let expected = [
        UnsupportedLine { line: Line::Uitkeringen, missing, all_missing: false },
        UnsupportedLine {
            line: Line::Dagbesteding,
            missing: required_blocks(Line::Dagbesteding).to_vec(),
            all_missing: true,
        },
    ];
    assert_eq!(blocks.unsupported(&inputs), expected);
    blocks.0[B::MaatschappelijkeParticipatie as usize] = Some(Presence::Deels);
    assert_eq!(blocks.unsupported(&inputs).len(), 1);
}

proptest! {
    #[test]
    fn written_blocks_are_read_back(all in prop::collection::vec(prop::option::of(0..3_usize), 10)) {
        let mut meta_text = Some("{\"x\":1}".to_owned());
        for (block, presence) in BuildingBlock::ALL.into_iter().zip(&all) {
            meta_text = set_in_meta(meta_text.as_deref(), block, presence.map(|index| Presence::ALL[index]));
        }
        let read = BuildingBlocks::read(meta_text.as_deref());
        let counts = read.counts(None);
        for (block, presence) in BuildingBlock::ALL.into_iter().zip(&all) {
            prop_assert_eq!(read.get(block), presence.map(|index| Presence::ALL[index]));
        }
        prop_assert_eq!(counts.not_filled_in(), all.iter().filter(|presence| presence.is_none()).count());
        prop_assert_eq!(meta::get(meta_text.as_deref(), "x"), Some("1"));
    }
}
