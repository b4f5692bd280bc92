//! The time of a full run natively, for `bench.mjs`: `native TIMES` prints the
//! shortest of so many runs of the brochure at 100,000 draws, in milliseconds.

use std::time::Instant;

/// The time of this thread on a processor, where the system tells that, else
/// what passed since `start`; in milliseconds. As in `bench.mjs`.
fn clock(start: Instant) -> f64 {
    // Reading this has the system bring its account of the thread up to date.
    let _ = std::fs::read("/proc/self/stat");
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.filter(|time| *time > 0.0).map_or(start.elapsed().as_secs_f64() * 1e3, |time| time / 1e6)
}

fn main() {
    // Cargo adds an argument of its own.
    let times = std::env::args().filter_map(|text| text.parse().ok()).next().unwrap_or(20_usize);
    let run =
        || rekenmodel::api::simulate(r#"{"simulation":{"draws":100000}}"#).expect("the brochure is valid");
    run();
    let began = Instant::now();
    let shortest = (0..times)
        .map(|_| {
            let start = clock(began);
            std::hint::black_box(run());
            clock(began) - start
        })
        .fold(f64::INFINITY, f64::min);
    println!("{{\"full\":{shortest}}}");
}
