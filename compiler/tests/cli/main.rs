//! The command line, as its users meet it: what it prints, what it writes and how it ends.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read what was written")]

mod build;
mod check;
mod explain;
mod fix;
mod formats;
mod graph;
mod help;
mod ir;
mod known;
mod new;
mod sarif;
mod schema;
mod shells;
mod types;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const GOOD: &str = "version: v1\ntype: flow\nsteps:\n  - {type: pass, name: hello}\n";
const BAD: &str = "version: v1\ntype: flow\nsteps:\n  - {type: pass, name: hello, goto: nowhere}\n  - {type: pass}\n";
/// Has a warning, F0111.
const WARNED: &str = "version: v1\ntype: flow\nowner: Ada\nsteps:\n  - {type: pass, name: hello}\n";

/// A folder of a test.
struct Folder(PathBuf);

/// How a command ended.
#[derive(Debug)]
struct Ended {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Folder {
    /// An empty folder with the name of the test.
    fn new(test: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(test);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn write(&self, file: &str, text: impl AsRef<[u8]>) -> &Self {
        let file = self.0.join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        self
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    /// All files, by their paths.
    fn files(&self) -> Vec<String> {
        fn visit(folder: &Path, root: &Path, files: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    visit(&path, root, files);
                } else {
                    files.push(path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"));
                }
            }
        }
        let mut files = Vec::new();
        visit(&self.0, &self.0, &mut files);
        files.sort();
        files
    }

    fn command(&self, args: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_flowsmith"));
        command.current_dir(&self.0).args(args.split_whitespace());
        command
    }

    /// Runs `flowsmith` with arguments that are separated by spaces.
    fn run(&self, args: &str) -> Ended {
        self.run_on(args, "")
    }

    /// The same, with a standard input.
    fn run_on(&self, args: &str, input: impl AsRef<[u8]>) -> Ended {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let _ = child.stdin.take().unwrap().write_all(input.as_ref());
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ended { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Ended {
    /// The command must have ended in this way.
    #[track_caller]
    fn with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:?}");
        self
    }
}
