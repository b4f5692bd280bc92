//! Measures the simulation as native code, for `bench.mjs`. With the argument `RUNS` it
//! simulates the brochure that many times, at 100,000 draws, and prints the shortest time in
//! milliseconds as JSON: `{"full":5.9}`, where `full` is a whole simulation.

use std::time::Instant;

/// Returns the processor time of this thread where the system reports it (Linux), else the
/// time since `start`; in milliseconds. `bench.mjs` measures in the same way.
fn clock(start: Instant) -> f64 {
    // Reading this file makes the kernel update the times of the thread.
    let _ = std::fs::read("/proc/self/stat");
    let schedstat = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = schedstat.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.filter(|time| *time > 0.0).map_or(start.elapsed().as_secs_f64() * 1e3, |time| time / 1e6)
}

fn main() {
    // Cargo adds an argument that is no number.
    let runs = std::env::args().filter_map(|text| text.parse().ok()).next().unwrap_or(20_usize);
    let run =
        || rekenmodel::api::simulate(r#"{"simulation":{"draws":100000}}"#).expect("the brochure is valid");
    // The first run warms up.
    run();
    let began = Instant::now();
    let shortest = (0..runs)
        .map(|_| {
            let start = clock(began);
            std::hint::black_box(run());
            clock(began) - start
        })
        .fold(f64::INFINITY, f64::min);
    println!("{{\"full\":{shortest}}}");
}
