//! `--allow`, `--warn` and `--deny`.

use flowsmith_compiler::{Level, LevelError, Levels, Target};

use crate::Trouble;

#[derive(clap::Args)]
#[group(skip)]
#[command(next_help_heading = "Levels of findings")]
pub(crate) struct Args {
    /// Hide findings with this code, `undocumented` ones, all `warnings`, or `all` that are no errors
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    allow: Vec<String>,

    /// Show them as warnings
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    warn: Vec<String>,

    /// Make them errors. What names less counts more: `--deny warnings --allow F0311`
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    deny: Vec<String>,

    /// Refuse what the documentation of the language does not have: `--deny undocumented`
    #[arg(long)]
    strict: bool,

    /// Refuse what a service refuses: what it does not document, and what is beyond its quotas
    #[arg(long, value_enum, default_value_t = Service::Any, value_name = "SERVICE")]
    target: Service,
}

/// Where definitions are to run besides the engines of Flowsmith.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Service {
    /// Nowhere that is known
    Any,
    /// `CloudFlow`, formerly Serverless Workflow
    Cloudflow,
}

impl Args {
    pub(crate) fn read(&self) -> Result<Levels, Trouble> {
        let mut levels = Levels::default();
        levels.target(match self.target {
            Service::Any => Target::Any,
            Service::Cloudflow => Target::CloudFlow,
        });
        let given = [(&self.allow, Level::Allow), (&self.warn, Level::Warn), (&self.deny, Level::Deny)];
        let set = given.iter().flat_map(|(codes, level)| codes.iter().map(|codes| (codes.as_str(), *level)));
        let set = set.chain(self.strict.then_some(("undocumented", Level::Deny)));
        let mistakes: Trouble = set
            .filter_map(|(codes, level)| levels.set(codes, level).err())
            .map(|it: LevelError| it.to_string())
            .collect();
        if mistakes.is_empty() { Ok(levels) } else { Err(mistakes) }
    }
}
