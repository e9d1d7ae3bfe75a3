//! What large definitions cost: the stages at 20, 1,000 and 10,000 steps, and drawing as many findings.
//! `cargo bench -p flowsmith-compiler --bench large`
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a benchmark takes the time")]

#[path = "../tests/large/texts.rs"]
mod texts;

use std::time::Instant;

use flowsmith_compiler::{SourceFile, analyze, codegen, compile};
use texts::{Finding, Shape, definition, findings};

/// The best of some runs, in microseconds.
fn best<T>(runs: usize, mut run: impl FnMut() -> T) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..runs {
        let start = Instant::now();
        let kept = run();
        best = best.min(start.elapsed().as_secs_f64() * 1e6);
        drop(kept);
    }
    best
}

fn count(of: usize) -> f64 {
    u32::try_from(of).map_or(f64::INFINITY, f64::from)
}

fn main() {
    println!("microseconds          steps      check     tokens       text   check/step");
    for shape in Shape::ALL {
        for steps in [20, 1_000, 10_000] {
            let source = SourceFile::new("large.yaml", definition(shape, steps));
            let runs = 2_000 / steps + 2;
            let check = best(runs, || analyze(&source).expect("it is accepted"));
            let tokens = best(runs, || compile(&source, &codegen::Options::default()).expect("it is generated"));
            let output = compile(&source, &codegen::Options::default()).expect("it is generated");
            let text = best(runs.min(10), || codegen::format(output.tokens.clone()).expect("it is Rust"));
            println!(
                "{:<20} {steps:>6} {check:>10.0} {tokens:>10.0} {text:>10.0} {:>12.2}",
                format!("{shape:?}"),
                check / count(steps)
            );
        }
    }
    println!("microseconds       findings      check       full      short   full/finding");
    for kind in Finding::ALL {
        for count in [100, 1_000, 10_000] {
            let source = SourceFile::new("large.yaml", findings(kind, count));
            let check = best(2, || analyze(&source));
            let found = match analyze(&source) {
                Ok((_, found)) | Err(found) => found,
            };
            let full = best(1, || found.render_full(&source));
            let short = best(1, || found.render_short(&source));
            println!(
                "{:<20} {:>6} {check:>10.0} {full:>10.0} {short:>10.0} {:>12.2}",
                format!("{kind:?}"),
                found.len(),
                full / self::count(found.len())
            );
        }
    }
}
