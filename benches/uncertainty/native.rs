//! The time of a full run natively, for `bench.mjs`: `native TIMES` prints the
//! shortest of so many runs of the brochure at 100,000 draws, in milliseconds.

use std::time::Instant;

fn main() {
    // Cargo adds an argument of its own.
    let times = std::env::args().filter_map(|text| text.parse().ok()).next().unwrap_or(20_usize);
    let run =
        || rekenmodel::public::simulate(r#"{"simulation":{"draws":100000}}"#).expect("the brochure is valid");
    run();
    let shortest = (0..times)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            start.elapsed().as_secs_f64() * 1e3
        })
        .fold(f64::INFINITY, f64::min);
    println!("{{\"full\":{shortest}}}");
}
