//! Dutch texts of the bouwstenen of a region, and of what all initiatives of a network share.

use super::RegionText;
use crate::building_blocks::region::{RegionBlock, RegionStatus};
use crate::number::DUTCH;
use crate::text::nl::{list, whole_number};

pub static REGION: RegionText = RegionText {
    title: "Wat de initiatieven samen bieden",
    finding,
    nothing_filled_in: "Nog geen initiatief heeft ingevuld welke bouwstenen het biedt.",
    fill_in: "Vul de bouwstenen in",
    fill_in_hint: "U vult ze in voor het scenario dat u ziet. Kies daarna een ander scenario, en vul ook dat in.",
    missing: "Mist in de regio",
    several: "Meer dan één keer",
    partly: "Alleen deels",
    unknown: "Niet overal ingevuld",
    none_known: "geen, voor zover ingevuld",
    list,
    times: |block, count| format!("{block} ({} keer)", whole_number(count)),
    several_note: "Meer dan één keer is niet altijd te veel. De kern hoort in elk initiatief.",
    table: "Welk initiatief welke bouwsteen biedt",
    block: "Bouwsteen",
    region: "In de regio",
    status,
    note: "Een bouwsteen mist pas als elk initiatief heeft ingevuld dat het haar niet biedt. Op geen enkel bedrag heeft dit invloed.",
    shared_chance: |low, high| {
        if high <= 0.0 {
            return "Of het werkt, geldt voor allemaal. U rekent nu zonder de kans dat er geen effect is."
                .to_owned();
        }
        let chance = if low == high {
            format!("De kans van {} dat er geen effect is, is", DUTCH.percent(high))
        } else {
            format!("De kans dat er geen effect is ({} tot {}), is", DUTCH.percent(low), DUTCH.percent(high))
        };
        format!(
            "Of het werkt, geldt voor allemaal. {chance} er één voor alle initiatieven samen. Meer initiatieven maken die kans niet kleiner."
        )
    },
};

/// Returns the number of blocks with this status.
fn count(blocks: &[RegionBlock], status: RegionStatus) -> usize {
    blocks.iter().filter(|block| block.status() == status).count()
}

fn finding(initiatives: u32, blocks: &[RegionBlock]) -> String {
    let offered = count(blocks, RegionStatus::Several) + count(blocks, RegionStatus::Once);
    let (who, together) = match initiatives {
        1 => ("Eén initiatief biedt".to_owned(), ""),
        _ => (format!("{} initiatieven bieden", whole_number(initiatives)), " samen"),
    };
    let offered = match offered {
        0 => format!("{who}{together} geen van de {} bouwstenen helemaal.", blocks.len()),
        _ => format!("{who}{together} {offered} van de {} bouwstenen.", blocks.len()),
    };
    let missing = match count(blocks, RegionStatus::Missing) {
        0 => "",
        1 => " Eén mist.",
        many => &format!(" {many} missen."),
    };
    let unknown = match count(blocks, RegionStatus::Unknown) {
        0 => "",
        1 => " Van één is dat nog niet overal ingevuld.",
        many => &format!(" Van {many} is dat nog niet overal ingevuld."),
    };
    format!("{offered}{missing}{unknown}")
}

fn status(block: &RegionBlock) -> String {
    let partly = |before: String| match block.partly {
        0 => before,
        count => format!("{before}, {} deels", whole_number(count)),
    };
    match block.status() {
        RegionStatus::Several | RegionStatus::Once => partly(format!("{} keer", whole_number(block.present))),
        RegionStatus::Partly => format!("{} deels", whole_number(block.partly)),
        RegionStatus::Missing => "mist".to_owned(),
        RegionStatus::Unknown if block.missing > 0 => "niet overal ingevuld".to_owned(),
        RegionStatus::Unknown => "niet ingevuld".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::building_blocks::BuildingBlocks;
    use crate::building_blocks::region::region_blocks;

    fn region(members: &[(u32, &str)]) -> Vec<RegionBlock> {
        let read = |(count, blocks): &(u32, &str)| {
            (*count, BuildingBlocks::read(Some(&format!(r#"{{"bouwstenen":{{{blocks}}}}}"#))))
        };
        region_blocks(&members.iter().map(read).collect::<Vec<_>>()).to_vec()
    }

    #[test]
    fn what_nobody_filled_in_is_never_called_missing() {
        let blocks = region(&[
            (1, r#""informatie":"aanwezig","naasten":"mist""#),
            (2, r#""informatie":"aanwezig","naasten":"mist","kwartiermaken":"mist""#),
        ]);
        assert_eq!(
            finding(3, &blocks),
            "3 initiatieven bieden samen 1 van de 10 bouwstenen. Eén mist. Van 8 is dat nog niet overal ingevuld."
        );
        let of = |status: RegionStatus| blocks.iter().find(|block| block.status() == status).unwrap();
        assert_eq!(status(of(RegionStatus::Several)), "3 keer");
        assert_eq!(status(of(RegionStatus::Missing)), "mist");
        assert_eq!(status(&blocks[0]), "niet ingevuld");
        assert_eq!(status(&blocks[7]), "niet overal ingevuld");
    }

    #[test]
    fn a_part_is_no_whole_block() {
        let blocks = region(&[(1, r#""informatie":"deels""#), (1, r#""naasten":"aanwezig""#)]);
        assert_eq!(status(&blocks[3]), "1 deels");
        assert!(finding(2, &blocks).starts_with("2 initiatieven bieden samen 1 van de 10 bouwstenen."));
        let part = region(&[(1, r#""informatie":"deels""#)]);
        assert!(finding(1, &part).starts_with("Eén initiatief biedt geen van de 10 bouwstenen helemaal."));
    }

    #[test]
    fn the_shared_chance_is_that_of_the_members() {
        assert!((REGION.shared_chance)(0.15, 0.15).contains("De kans van 15% dat"));
        assert!((REGION.shared_chance)(0.1, 0.3).contains("(10% tot 30%)"));
        assert!((REGION.shared_chance)(0.0, 0.0).contains("zonder de kans"));
    }
}
