//! Tries the targets with mutants of the definitions here, for some seconds each.

#![expect(clippy::print_stdout, reason = "this is a command")]
#![expect(clippy::disallowed_methods, reason = "a run is limited by real time")]

use std::{
    collections::HashSet,
    env, fs,
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use flowsmith_fuzz::{Corpus, Random, Seen, Target, mutant, shrink};

const USAGE: &str = "\
Usage: flowsmith-fuzz [--seconds N] [--seed N] [--rounds N] [TARGET…]
       flowsmith-fuzz TARGET FILE

Tries targets with mutants of the definitions in this repository: 30 seconds each, or so many rounds. The same seed
tries the same texts. With a FILE, tries what is in it.";

/// No text may take longer.
const TOO_LONG: Duration = Duration::from_secs(30);

/// The deepest that texts nest needs less.
const STACK: usize = 8 << 20;

struct Options {
    seconds: u64,
    rounds: u64,
    seed: u64,
    targets: Vec<Target>,
    file: Option<PathBuf>,
}

fn main() -> ExitCode {
    let options = match options(env::args().skip(1)) {
        Ok(options) => options,
        Err(why) => {
            println!("{why}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let failed = options.targets.iter().filter(|target| !holds(**target, &options)).count();
    ExitCode::from(u8::from(failed > 0))
}

fn options(mut args: impl Iterator<Item = String>) -> Result<Options, String> {
    let clock = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let mut options = Options { seconds: 30, rounds: u64::MAX, seed: clock, targets: Vec::new(), file: None };
    while let Some(arg) = args.next() {
        let mut number = || args.next().and_then(|it| it.parse().ok()).ok_or(format!("`{arg}` needs a number"));
        match arg.as_str() {
            "--seconds" => options.seconds = number()?,
            "--rounds" => options.rounds = number()?,
            "--seed" => options.seed = number()?,
            name => match Target::ALL.into_iter().find(|target| target.name == name) {
                Some(target) => options.targets.push(target),
                None if options.targets.len() == 1 && Path::new(name).is_file() => options.file = Some(name.into()),
                None => return Err(format!("there is no target `{name}`")),
            },
        }
    }
    if options.targets.is_empty() {
        options.targets = Target::ALL.to_vec();
    }
    Ok(options)
}

/// What a thread that tries texts says of itself.
enum News {
    /// It tries this one now.
    Trying(u64, String),
    Failed(u64, String, String),
    Done(u64, usize),
}

/// Whether a target holds for all that was tried.
fn holds(target: Target, options: &Options) -> bool {
    let (name, seed) = (target.name, options.seed);
    println!("{name}: seed {seed}");
    let corpus = match texts(target, options.file.as_deref()) {
        Ok(corpus) => corpus,
        Err(why) => {
            println!("{name}: {why}");
            return false;
        }
    };
    let (seconds, rounds) = (options.seconds, if options.file.is_some() { 0 } else { options.rounds });
    let (news, told) = mpsc::sync_channel(0);
    let tried = thread::Builder::new().name(name.to_owned()).stack_size(STACK).spawn(move || {
        let end = Instant::now() + Duration::from_secs(seconds);
        let say = |it| news.send(it).is_ok();
        try_all(target, seed, corpus, |round| round < rounds && Instant::now() < end, &say);
    });
    if let Err(error) = tried {
        println!("{name}: {error}");
        return false;
    }

    let last = env::temp_dir().join(format!("flowsmith-fuzz-{name}-{}", std::process::id()));
    let mut trying = (0, String::new());
    loop {
        match told.recv_timeout(TOO_LONG) {
            Ok(News::Trying(round, text)) => {
                // For what cannot be caught, as an overflow of the stack.
                let _ = fs::write(&last, &text);
                trying = (round, text);
            }
            Ok(News::Failed(round, text, why)) => {
                println!(
                    "{name}: failed in round {round} of seed {seed}: {why}\n--- text\n{text}\n--- as Rust\n{text:?}"
                );
                return false;
            }
            Ok(News::Done(rounds, kinds)) => {
                println!("{name}: held for {rounds} texts, which showed {kinds} combinations of findings");
                let _ = fs::remove_file(&last);
                return true;
            }
            Err(RecvTimeoutError::Timeout) => {
                println!("{name}: round {} of seed {seed} takes too long\n--- text\n{}", trying.0, trying.1);
                return false;
            }
            Err(RecvTimeoutError::Disconnected) => {
                println!("{name}: round {} of seed {seed} ended the thread\n--- text\n{}", trying.0, trying.1);
                return false;
            }
        }
    }
}

/// The texts to begin with.
fn texts(target: Target, file: Option<&Path>) -> Result<Corpus, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    if let Some(file) = file {
        let text = fs::read(file).map_err(|error| format!("cannot read `{}`: {error}", file.display()))?;
        return Ok(Corpus::of(String::from_utf8_lossy(&text).into_owned()));
    }
    let corpus = Corpus::definitions(&root).map_err(|error| format!("cannot read the definitions: {error}"))?;
    Ok(if matches!(target.name, "condition" | "expression") { corpus.expressions() } else { corpus })
}

fn try_all(target: Target, seed: u64, mut corpus: Corpus, go_on: impl Fn(u64) -> bool, say: &impl Fn(News) -> bool) {
    panic::set_hook(Box::new(|_| {})); // the reason is in the payload
    let mut kinds: HashSet<Seen> = HashSet::new();
    let first = corpus.texts().to_vec();
    let mut round = 0;
    let count = u64::try_from(first.len()).unwrap_or(u64::MAX);
    let mut given = first.into_iter();
    loop {
        let text = match given.next() {
            Some(text) => text,
            None if go_on(round - count) => mutant(corpus.texts(), &mut Random::new(seed, round)),
            None => break,
        };
        if !say(News::Trying(round, text.clone())) {
            return;
        }
        match tried(target, &text) {
            Ok(shown) => {
                if kinds.insert(shown) && round >= count {
                    corpus.keep(text);
                }
            }
            Err(_) => {
                let text = shrink(&text, |text| tried(target, text).is_err());
                let why = tried(target, &text).err().unwrap_or_default();
                say(News::Failed(round, text, why));
                return;
            }
        }
        round += 1;
    }
    say(News::Done(round, kinds.len()));
}

/// What a target sees of a text, or why it does not hold.
fn tried(target: Target, text: &str) -> Result<Seen, String> {
    panic::catch_unwind(AssertUnwindSafe(|| (target.run)(text))).map_err(|payload| {
        let text = payload.downcast_ref::<String>().cloned();
        text.or_else(|| payload.downcast_ref::<&str>().map(|&text| text.to_owned())).unwrap_or_default()
    })
}
