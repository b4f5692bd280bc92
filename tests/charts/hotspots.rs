//! Hotspots: the areas of a chart that open an explanation, mostly of a cell in its table.
//! They are inside the frame and do not overlap, no two have the same target, and each is for
//! a cell with a value or has a label of its own.

use rekenmodel::chart::answer_bars::WIDTHS;
use rekenmodel::chart::{
    Chart, HotspotTarget, Mark, MarkStyle, costs_vs_savings, cumulative, financing, parties, waterfall,
};

/// Charts that have hit regions instead, which the tests in `hit_regions.rs` check.
const WITH_HIT_REGIONS: [&str; 4] = [costs_vs_savings::ID, waterfall::ID, parties::ID, cumulative::ID];

/// Checks the hotspots of a chart; the error is the first fault.
pub fn check_hotspots(chart: &Chart) -> Result<(), String> {
    if WITH_HIT_REGIONS.contains(&chart.id) {
        return if chart.hotspots.is_empty() {
            Ok(())
        } else {
            Err(format!("{}: has hit regions and hotspots", chart.id))
        };
    }
    // A table without rows needs no hotspots, nor does a plan in which nobody pays, nor the picture
    // of an answer without costs and savings.
    let has_rows = chart.table.as_ref().is_none_or(|table| !table.rows.is_empty());
    let is_paid = |mark: &Mark| matches!(mark, Mark::Rect { style: MarkStyle::Cost(_), .. });
    let may_be_empty = chart.id == financing::ID || WIDTHS.iter().any(|(id, _)| *id == chart.id);
    let has_bars = !may_be_empty || chart.drawing.marks.iter().any(is_paid);
    if chart.hotspots.is_empty() && has_rows && has_bars {
        return Err(format!("{}: has no hotspots", chart.id));
    }
    const SLACK: f64 = 1e-6;
    let table = chart.table.as_ref().ok_or("a chart without a table")?;
    for (index, hotspot) in chart.hotspots.iter().enumerate() {
        let (x, y, width, height) = hotspot.area;
        let inside = x >= -SLACK
            && y >= -SLACK
            && width >= 0.0
            && height > 0.0
            && x + width <= chart.drawing.width + SLACK
            && y + height <= chart.drawing.height + SLACK;
        if !inside {
            return Err(format!("{}: {hotspot:?} outside the frame", chart.id));
        }
        for other in &chart.hotspots[index + 1..] {
            let (other_x, other_y, other_width, other_height) = other.area;
            let is_apart = x + width <= other_x + SLACK
                || other_x + other_width <= x + SLACK
                || y + height <= other_y + SLACK
                || other_y + other_height <= y + SLACK;
            if !is_apart {
                return Err(format!("{}: {hotspot:?} on {other:?}", chart.id));
            }
            if hotspot.target == other.target {
                return Err(format!("{}: two hotspots for {hotspot:?}", chart.id));
            }
        }
        let cell = match &hotspot.target {
            HotspotTarget::Cell { row, column } => table.rows.get(*row).and_then(|row| row.get(*column)),
            HotspotTarget::Other { label, .. } => Some(label),
        };
        if cell.is_none_or(|text| text.is_empty() || text == "–") {
            return Err(format!("{}: {hotspot:?} is for the cell {cell:?}", chart.id));
        }
    }
    Ok(())
}
