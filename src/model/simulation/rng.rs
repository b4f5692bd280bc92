//! Random numbers: one generator per input, keyed by its name in files and the seed, so
//! that a new input leaves the draws of all others as they were.
//!
//! The generator is xoshiro128+ (Blackman and Vigna, 2018), made for floating-point
//! numbers. Four of them run in parallel, one per lane. The upper 16 of 32 bits give a
//! draw to within 1/65,536, and the lower 16 refine it; so the same number with its
//! halves swapped gives a second draw. The two are nearly independent: any probability
//! differs by less than 2^-15 from that of independent draws, and results far less.

use crate::model::distribution::QuantileTable;
use crate::model::simulation::dependence::TiedWords;
use crate::model::simulation::lanes::{Cells, F32x4, U32x4, look_up};

/// Random number generator of one input.
#[derive(Clone, Debug)]
pub struct Rng([U32x4; 4]);

impl Rng {
    /// Makes the generator of the input with this name.
    pub fn new(name: &str, seed: u64) -> Rng {
        // FNV-1a over the name, then splitmix64 over name and seed: the generators of
        // similar seeds and names are unrelated.
        let key = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        let mut state = mix(key).wrapping_add(mix(seed ^ 0x9e37_79b9_7f4a_7c15));
        let mut next = || {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            mix(state)
        };
        let lanes: [[u32; 4]; 4] = std::array::from_fn(|_| {
            let (a, b) = (next(), next());
            // The generator may start anywhere but at zero.
            [(a as u32) | u32::from(a == 0 && b == 0), (a >> 32) as u32, b as u32, (b >> 32) as u32]
        });
        let word = |word: usize| U32x4::new(lanes.map(|lane| lane[word]));
        Rng([word(0), word(1), word(2), word(3)])
    }

    #[inline(always)]
    fn next(&mut self) -> U32x4 {
        let [a, b, c, d] = self.0;
        let result = a + d;
        let c2 = c ^ a;
        let d2 = d ^ b;
        self.0 = [a ^ d2, b ^ c2, c2 ^ b.left::<9>(), d2.rotate::<11>()];
        result
    }

    /// Gives the words of so many quads of draws, an even number, each with the index of its
    /// quad.
    #[inline(always)]
    pub fn for_each_word(&mut self, quads: usize, mut take: impl FnMut(usize, U32x4)) {
        let mut rng = self.clone();
        for quad in (0..quads).step_by(2) {
            let word = rng.next();
            take(quad, word);
            take(quad + 1, word.rotate::<16>());
        }
        *self = rng;
    }

    /// Draws from a table: fills `positions`, an even number of quads, with positions
    /// in the range, 0 at its low end and 1 at its high end. Where the words are tied,
    /// some are those that it has in common with other inputs.
    pub fn fill(&mut self, table: &QuantileTable, positions: &mut [[f32; 4]], tied: Option<TiedWords>) {
        match tied {
            None => self.fill_own(table, positions),
            Some(tied) => self.fill_tied(table, positions, tied),
        }
    }

    // Inlined into its caller it would have too few registers, and take 1.5 times as long.
    #[inline(never)]
    #[cfg_attr(speed, optimize(speed))]
    fn fill_own(&mut self, table: &QuantileTable, positions: &mut [[f32; 4]]) {
        let mut rng = self.clone();
        let cells = table.cells();
        for [first, second] in positions.as_chunks_mut::<2>().0 {
            let word = rng.next();
            *first = position(cells, word);
            *second = position(cells, word.rotate::<16>());
        }
        *self = rng;
    }

    #[inline(never)]
    #[cfg_attr(speed, optimize(speed))]
    fn fill_tied(&mut self, table: &QuantileTable, positions: &mut [[f32; 4]], tied: TiedWords) {
        let mut rng = self.clone();
        let cells = table.cells();
        let (own, common) = (tied.own.as_chunks::<2>().0, tied.common.as_chunks::<2>().0);
        for (([first, second], own), common) in
            positions.as_chunks_mut::<2>().0.iter_mut().zip(own).zip(common)
        {
            let word = rng.next();
            let chosen = |word: U32x4, quad: usize| (word & U32x4::new(own[quad])) | U32x4::new(common[quad]);
            *first = position(cells, chosen(word, 0));
            *second = position(cells, chosen(word.rotate::<16>(), 1));
        }
        *self = rng;
    }
}

/// Returns the positions in the range of the draws that four words give.
#[inline(always)]
fn position(cells: &Cells, word: U32x4) -> [f32; 4] {
    // As a signed number: the sign chooses the tail, and the size is the probability of
    // that tail in units of 2^-32.
    let tail = word.to_f32();
    // The exponent and the first bits of the mantissa are the index of the cell. The shift is
    // three bits less than for that index, since `look_up` takes bytes, and a cell has 2^3 of
    // them.
    let (start, slope): (F32x4, F32x4) = look_up(cells, tail.bits().right::<{ QuantileTable::SHIFT - 3 }>());
    (start + slope * tail).array()
}

/// Returns the bits of a number mixed, by the finalizer of splitmix64.
fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers from 1, 2, 3, 4, as the authors' C program gives them.
    #[test]
    fn the_generator_is_the_published_one() {
        let mut rng = Rng([1, 2, 3, 4].map(U32x4::splat));
        let first: Vec<u32> = (0..6).map(|_| rng.next().array()[2]).collect();
        assert_eq!(first, [5, 12_295, 25_178_119, 27_286_542, 39_879_690, 1_140_358_681]);
    }

    /// Two draws made of the same bits are independent as far as a million pairs show:
    /// their correlation is within the sampling error, and so are the counts in 16 by
    /// 16 equal squares of the two positions.
    #[test]
    fn halves_that_are_swapped_are_draws_of_their_own() {
        const PAIRS: usize = 1 << 20;
        let mut positions = vec![[0.0; 4]; PAIRS / 2];
        let table = QuantileTable::new(crate::model::range::Shape::Uniform, 0.5);
        Rng::new("fte", 2017).fill(&table, &mut positions, None);
        let (mut product, mut counts) = (0.0, [0_u32; 256]);
        for [a, b] in positions.as_chunks::<2>().0 {
            for (a, b) in a.iter().zip(b) {
                product += (f64::from(*a) - 0.5) * (f64::from(*b) - 0.5);
                let [row, column] = [a, b].map(|position| ((position * 16.0) as usize).min(15));
                counts[16 * row + column] += 1;
            }
        }
        let pairs = PAIRS as f64;
        assert!((12.0 * product / pairs).abs() < 4.0 / pairs.sqrt(), "{product}");
        let expected = pairs / 256.0;
        let square = |count: u32| (f64::from(count) - expected) * (f64::from(count) - expected) / expected;
        let chi_square: f64 = counts.into_iter().map(square).sum();
        // 255 degrees of freedom, plus or minus four standard deviations of √(2 × 255).
        assert!((chi_square - 255.0).abs() < 91.0, "{chi_square}");
    }

    #[test]
    fn names_seeds_and_lanes_have_streams_of_their_own() {
        let mut all = std::collections::BTreeSet::new();
        for name in ["fte", "bezoekers", "c1.aantal", "c2.aantal"] {
            for seed in [0, 1, 2017, (1 << 53) - 1] {
                all.extend(Rng::new(name, seed).next().array());
            }
        }
        assert_eq!(all.len(), 4 * 4 * 4);
    }
}
