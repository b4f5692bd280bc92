//! Layout of charts: linear scales, round ticks for axes, and blocks of text that do
//! not overlap.

/// Linear scale from amounts to positions in the drawing.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// Amount at the position `start`.
    low: f64,
    /// Distance in the drawing for an amount of one.
    length_per_one: f64,
    /// Position of the amount `low`.
    start: f64,
}

impl Scale {
    /// Makes the scale that maps `low` to position `start` and `high` to `end`. Where
    /// `low` equals `high`, every amount is at `start`.
    pub fn new((low, high): (f64, f64), (start, end): (f64, f64)) -> Scale {
        // Half the distance, since the distance between two very large amounts of
        // opposite sign would be infinite.
        let half = high / 2.0 - low / 2.0;
        let length_per_one = if half > 0.0 { (end - start) / half / 2.0 } else { 0.0 };
        let length_per_one = if length_per_one.is_finite() { length_per_one } else { 0.0 };
        Scale { low, length_per_one, start }
    }

    /// Returns the position of an amount.
    pub fn position(self, amount: f64) -> f64 {
        self.start + (amount - self.low) * self.length_per_one
    }
}

/// Returns round amounts at equal distances, the first at most `low` and the last at least
/// `high`, in about `steps` steps. Where `low` is not below `high`, returns zero only.
pub fn round_ticks(low: f64, high: f64, steps: f64) -> Vec<f64> {
    let raw = (high - low) / steps;
    if !(raw.is_finite() && raw > 0.0) {
        return vec![0.0];
    }
    let size = 10_f64.powi(raw.log10().floor() as i32);
    let step =
        [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|factor| factor * size).find(|step| *step >= raw * 0.999);
    let step = step.unwrap_or(size * 10.0);
    let first = (low / step).floor() as i64;
    let last = (high / step).ceil() as i64;
    (first..=last).map(|count| count as f64 * step).collect()
}

/// Places blocks below each other, at least `space` apart, between `top` and `bottom`,
/// each as near as possible to its preferred position. `blocks` gives the preferred
/// middle and the height of each, from top to bottom; the result is the top of each.
/// The blocks run past `bottom` where there is too little room for all of them, so
/// compare with [`stacked_height`] first. The function also places blocks next to each
/// other: then heights are widths, and top and bottom are left and right.
pub fn place_without_overlap(blocks: &[(f64, f64)], space: f64, (top, bottom): (f64, f64)) -> Vec<f64> {
    // Subtracts from each preferred top the heights of the blocks above it. Blocks do
    // not overlap where these differences never decrease, so every run of decreasing
    // differences gets the mean of the run (isotonic regression).
    let mut above = 0.0;
    let mut runs: Vec<(f64, usize)> = Vec::new();
    let mut offsets = Vec::with_capacity(blocks.len());
    for (middle, height) in blocks {
        let mut run = (middle - height / 2.0 - above, 1);
        offsets.push(above);
        above += height + space;
        while let Some(last) = runs.last().copied()
            && last.0 > run.0
        {
            let count = last.1 + run.1;
            run = ((last.0 * last.1 as f64 + run.0 * run.1 as f64) / count as f64, count);
            runs.pop();
        }
        runs.push(run);
    }
    let slack = (bottom - top - (above - space)).max(0.0);
    let starts = runs.into_iter().flat_map(|(start, count)| std::iter::repeat_n(start, count));
    starts.zip(offsets).map(|(start, offset)| start.clamp(top, top + slack) + offset).collect()
}

/// Returns the height that blocks of these heights need below each other.
pub fn stacked_height(heights: impl Iterator<Item = f64>, space: f64) -> f64 {
    heights.map(|height| height + space).sum::<f64>() - space
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn scales_and_ticks() {
        let scale = Scale::new((0.0, 300.0), (100.0, 400.0));
        assert_eq!(scale.position(154.0), 254.0);
        assert_eq!(Scale::new((0.0, 0.0), (10.0, 20.0)).position(5.0), 10.0);
        assert_eq!(round_ticks(-582_000.0, 0.0, 4.0), [-600_000.0, -400_000.0, -200_000.0, 0.0]);
        assert_eq!(round_ticks(0.0, 0.0, 4.0), [0.0]);
    }

    #[test]
    fn blocks_with_room_are_at_their_preferred_positions() {
        assert_eq!(place_without_overlap(&[(20.0, 30.0), (80.0, 30.0)], 4.0, (0.0, 200.0)), [5.0, 65.0]);
        assert_eq!(place_without_overlap(&[(50.0, 30.0), (50.0, 30.0)], 4.0, (0.0, 200.0)), [18.0, 52.0]);
    }

    proptest! {
        #[test]
        fn blocks_never_touch(blocks in prop::collection::vec((0.0..300.0_f64, 14.0..60.0_f64), 0..9)) {
            let mut blocks = blocks;
            blocks.sort_by(|a, b| a.0.total_cmp(&b.0));
            let room = stacked_height(blocks.iter().map(|block| block.1), 4.0).max(220.0);
            let tops = place_without_overlap(&blocks, 4.0, (0.0, room));
            for (index, top) in tops.iter().enumerate() {
                prop_assert!(*top >= -1e-9 && top + blocks[index].1 <= room + 1e-9);
                if index > 0 {
                    prop_assert!(*top >= tops[index - 1] + blocks[index - 1].1 + 4.0 - 1e-9);
                }
            }
        }
    }
}
