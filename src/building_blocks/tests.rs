//! Building blocks in `meta`, read and written.

use super::*;
use crate::model::Preset;
use proptest::prelude::*;

#[test]
fn three_three_and_four() {
    let rings = Ring::ALL.map(|ring| BuildingBlocks::default().counts(Some(ring)).all);
    assert_eq!(rings, [3, 3, 4]);
    assert_eq!(BuildingBlocks::default().counts(None).not_filled_in(), 10);
    for block in BuildingBlock::ALL {
        assert_eq!(BuildingBlock::from_id(block.id()), Some(block));
        assert_eq!(BuildingBlock::ALL[block as usize], block);
    }
}

#[test]
fn what_is_not_understood_is_not_filled_in_and_stays() {
    let meta = r#"{"bouwstenen":{"informatie":"deels","naasten":7,"nieuw":"aanwezig"},"ander":1}"#;
    let blocks = BuildingBlocks::read(Some(meta));
    assert_eq!(blocks.counts(None), BlockCounts { all: 10, present: 0, partly: 1, missing: 0 });
    let after = set_in_meta(Some(meta), B::Informatie, Some(Presence::Mist)).unwrap();
    assert_eq!(after, r#"{"bouwstenen":{"informatie":"mist","naasten":7,"nieuw":"aanwezig"},"ander":1}"#);
    for odd in [r#"{"bouwstenen":[1]}"#, r#"{"bouwstenen":null}"#, "{}"] {
        assert!(!BuildingBlocks::read(Some(odd)).is_filled());
        assert_eq!(
            BuildingBlocks::read(set_in_meta(Some(odd), B::Naasten, Some(Presence::Aanwezig)).as_deref())
                .counts(None)
                .present,
            1
        );
    }
    let one = set_in_meta(None, B::Naasten, Some(Presence::Deels));
    assert_eq!(set_in_meta(one.as_deref(), B::Naasten, None), None);
}

#[test]
fn a_line_that_counts_is_named_when_what_it_rests_on_is_missing() {
    let mut blocks = BuildingBlocks::default();
    let inputs = Preset::Brochure.inputs_in(2016);
    assert_eq!(blocks.unsupported(&inputs), []);
    for block in [B::SocialeParticipatie, B::MaatschappelijkeParticipatie, B::Naasten] {
        blocks.0[block as usize] = Some(Presence::Mist);
    }
    let missing = vec![B::MaatschappelijkeParticipatie];
    let expected = [
        Unsupported { line: Line::Uitkeringen, missing, all: false },
        Unsupported {
            line: Line::Dagbesteding,
            missing: required_blocks(Line::Dagbesteding).to_vec(),
            all: true,
        },
    ];
    assert_eq!(blocks.unsupported(&inputs), expected);
    blocks.0[B::MaatschappelijkeParticipatie as usize] = Some(Presence::Deels);
    assert_eq!(blocks.unsupported(&inputs).len(), 1);
}

proptest! {
    #[test]
    fn what_is_written_reads_back(all in prop::collection::vec(prop::option::of(0..3_usize), 10)) {
        let mut kept = Some("{\"x\":1}".to_owned());
        for (block, presence) in BuildingBlock::ALL.into_iter().zip(&all) {
            kept = set_in_meta(kept.as_deref(), block, presence.map(|place| Presence::ALL[place]));
        }
        let read = BuildingBlocks::read(kept.as_deref());
        let counts = read.counts(None);
        for (block, presence) in BuildingBlock::ALL.into_iter().zip(&all) {
            prop_assert_eq!(read.get(block), presence.map(|place| Presence::ALL[place]));
        }
        prop_assert_eq!(counts.not_filled_in(), all.iter().filter(|one| one.is_none()).count());
        prop_assert_eq!(meta::get(kept.as_deref(), "x"), Some("1"));
    }
}
