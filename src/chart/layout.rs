//! Scales, and labels that keep out of each other's way.

/// Linear scale from amounts to positions.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    low: f64,
    per_unit: f64,
    start: f64,
}

impl Scale {
    /// Amounts from `low` to `high` between two places. Where there is nothing
    /// to show, every amount is at the place of `low`.
    pub fn new((low, high): (f64, f64), (start, end): (f64, f64)) -> Scale {
        // Halved, so that the distance is a finite number whatever the ends.
        let half = high / 2.0 - low / 2.0;
        let per_unit = if half > 0.0 { (end - start) / half / 2.0 } else { 0.0 };
        let per_unit = if per_unit.is_finite() { per_unit } else { 0.0 };
        Scale { low, per_unit, start }
    }

    /// The place of an amount.
    pub fn at(self, amount: f64) -> f64 {
        self.start + (amount - self.low) * self.per_unit
    }
}

/// Round amounts from below `low` to above `high`, about `steps` apart.
pub fn round_ticks(low: f64, high: f64, steps: f64) -> Vec<f64> {
    let raw = (high - low) / steps;
    if !(raw.is_finite() && raw > 0.0) {
        return vec![0.0];
    }
    let size = 10_f64.powi(raw.log10().floor() as i32);
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|of| of * size).find(|step| *step >= raw * 0.999);
    let step = step.unwrap_or(size * 10.0);
    let first = (low / step).floor() as i64;
    let last = (high / step).ceil() as i64;
    (first..=last).map(|of| of as f64 * step).collect()
}

/// Puts blocks of these heights as near as can be to the middles they want,
/// without touching each other, between `top` and `bottom`. Given and returned
/// from top to bottom; the tops come back. When all together are too high they
/// run past the bottom, so ask [`stacked`] for the height first.
pub fn spread(wanted: &[(f64, f64)], space: f64, (top, bottom): (f64, f64)) -> Vec<f64> {
    // A place less what stands above it: these must rise, so runs that fall
    // are given their mean.
    let mut above = 0.0;
    let mut runs: Vec<(f64, usize)> = Vec::new();
    let mut offsets = Vec::with_capacity(wanted.len());
    for (middle, height) in wanted {
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
    let free = (bottom - top - (above - space)).max(0.0);
    let starts = runs.into_iter().flat_map(|(start, count)| std::iter::repeat_n(start, count));
    starts.zip(offsets).map(|(start, offset)| start.clamp(top, top + free) + offset).collect()
}

/// The height of blocks on top of each other.
pub fn stacked(heights: impl Iterator<Item = f64>, space: f64) -> f64 {
    heights.map(|height| height + space).sum::<f64>() - space
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn scales_and_ticks() {
        let scale = Scale::new((0.0, 300.0), (100.0, 400.0));
        assert_eq!(scale.at(154.0), 254.0);
        assert_eq!(Scale::new((0.0, 0.0), (10.0, 20.0)).at(5.0), 10.0);
        assert_eq!(round_ticks(-582_000.0, 0.0, 4.0), [-600_000.0, -400_000.0, -200_000.0, 0.0]);
        assert_eq!(round_ticks(0.0, 0.0, 4.0), [0.0]);
    }

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(spread(&[(20.0, 30.0), (80.0, 30.0)], 4.0, (0.0, 200.0)), [5.0, 65.0]);
        assert_eq!(spread(&[(50.0, 30.0), (50.0, 30.0)], 4.0, (0.0, 200.0)), [18.0, 52.0]);
    }

    proptest! {
        #[test]
        fn labels_never_touch(wanted in prop::collection::vec((0.0..300.0_f64, 14.0..60.0_f64), 0..9)) {
            let mut wanted = wanted;
            wanted.sort_by(|a, b| a.0.total_cmp(&b.0));
            let room = stacked(wanted.iter().map(|block| block.1), 4.0).max(220.0);
            let tops = spread(&wanted, 4.0, (0.0, room));
            for (place, top) in tops.iter().enumerate() {
                prop_assert!(*top >= -1e-9 && top + wanted[place].1 <= room + 1e-9);
                if place > 0 {
                    prop_assert!(*top >= tops[place - 1] + wanted[place - 1].1 + 4.0 - 1e-9);
                }
            }
        }
    }
}
