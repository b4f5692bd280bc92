//! P.m. lines that are drawn: they take part as if they counted, in simulation and
//! sensitivity alone.

use crate::model::inputs::{Inputs, OwnLine, OwnSide};
use crate::model::lines::Line;
use crate::model::parameter::{InputId, LineField};
use crate::model::simulation::PmDraws;
use std::borrow::Cow;

/// Returns the inputs in which the p.m. lines that are drawn count, each with its
/// range as an uncounted line; the inputs themselves where none is drawn. An own
/// line is drawn where a range names one of its parameters.
pub fn with_drawn_lines(inputs: &Inputs, pm: PmDraws) -> Cow<'_, Inputs> {
    if pm == PmDraws::Weglaten {
        return Cow::Borrowed(inputs);
    }
    let mut drawn = inputs.clone();
    for line in Line::ALL.into_iter().filter(|line| !inputs.line(*line).counted) {
        // The default range of its number is another one where the line counts.
        let id = InputId::Line(line, LineField::Aantal);
        drawn.set_range(id, inputs.range(id));
        drawn.set_counted(line, true);
    }
    for (index, own) in drawn.own.iter_mut().enumerate() {
        let named = |(id, _): &(InputId, _)| matches!(id, InputId::Own(of, _) if *of == index);
        if inputs.ranges.iter().any(named) {
            count(own);
        }
    }
    Cow::Owned(drawn)
}

fn count(own: &mut OwnLine) {
    if let OwnSide::Saving(saving) = &mut own.side {
        saving.inputs.counted = true;
    }
}
