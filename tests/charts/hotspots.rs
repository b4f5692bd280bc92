//! The parts of pictures that stand for a cell of their table: inside the frame,
//! none on another, each for a cell that says something.

use rekenmodel::chart::{
    Chart, HotspotTarget, Mark, MarkStyle, costs_vs_savings, cumulative, financing, parties, waterfall,
};

/// What of these opens is told by `hit_regions`, with tests of its own.
const TOUCHED: [&str; 4] = [costs_vs_savings::ID, waterfall::ID, parties::ID, cumulative::ID];

/// What is wrong with the parts of a picture.
pub fn check(chart: &Chart) -> Result<(), String> {
    if TOUCHED.contains(&chart.id) {
        return if chart.hotspots.is_empty() { Ok(()) } else { Err(format!("{}: told twice", chart.id)) };
    }
    // Where nothing moves there is no row; where nobody pays anything, no bar.
    let has_rows = chart.table.as_ref().is_none_or(|table| !table.rows.is_empty());
    let is_paid = |mark: &Mark| matches!(mark, Mark::Rect { style: MarkStyle::Cost(_), .. });
    let has_bars = chart.id != financing::ID || chart.picture.marks.iter().any(is_paid);
    if chart.hotspots.is_empty() && has_rows && has_bars {
        return Err(format!("{}: nothing of it opens", chart.id));
    }
    const DUST: f64 = 1e-6;
    let table = chart.table.as_ref().ok_or("a picture without its data")?;
    for (place, hotspot) in chart.hotspots.iter().enumerate() {
        let (x, y, width, height) = hotspot.area;
        let inside = x >= -DUST
            && y >= -DUST
            && width >= 0.0
            && height > 0.0
            && x + width <= chart.picture.width + DUST
            && y + height <= chart.picture.height + DUST;
        if !inside {
            return Err(format!("{}: {hotspot:?} outside the frame", chart.id));
        }
        for other in &chart.hotspots[place + 1..] {
            let (left, top, wide, high) = other.area;
            let apart = x + width <= left + DUST
                || left + wide <= x + DUST
                || y + height <= top + DUST
                || top + high <= y + DUST;
            if !apart {
                return Err(format!("{}: {hotspot:?} on {other:?}", chart.id));
            }
            if hotspot.target == other.target {
                return Err(format!("{}: {hotspot:?} stands there twice", chart.id));
            }
        }
        let said = match &hotspot.target {
            HotspotTarget::Cell(row, column) => table.rows.get(*row).and_then(|row| row.get(*column)),
            HotspotTarget::Other { label, .. } => Some(label),
        };
        if said.is_none_or(|said| said.is_empty() || said == "–") {
            return Err(format!("{}: {hotspot:?} stands for {said:?}", chart.id));
        }
    }
    Ok(())
}
