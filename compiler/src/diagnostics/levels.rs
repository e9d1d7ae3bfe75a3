//! Which findings are hidden, shown, or errors; each shell has a spelling of its own for this.

use std::fmt;
use std::str::FromStr;

use super::{Code, Diagnostics, Severity, nearest};

/// What is done with a finding that is no error by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// It is not shown.
    Allow,
    /// It is a warning.
    Warn,
    /// It is an error.
    Deny,
}

impl Level {
    /// All levels.
    pub const ALL: &[Self] = &[Self::Allow, Self::Warn, Self::Deny];

    /// The word for it in every shell: `allow`, `warn` or `deny`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// What a definition is to run on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Target {
    /// The engines here, and whatever takes it.
    #[default]
    Any,
    /// `CloudFlow`, the service, too. Its quotas and its documentation are kept.
    CloudFlow,
}

impl FromStr for Target {
    type Err = LevelError;

    fn from_str(text: &str) -> Result<Self, LevelError> {
        match text {
            "any" => Ok(Self::Any),
            "cloudflow" => Ok(Self::CloudFlow),
            _ => Err(LevelError(format!("there is no target `{text}`: expected `any` or `cloudflow`"))),
        }
    }
}

/// The levels of findings: for a code (`F0311`), for those of constructs that are `undocumented`, for all codes that are
/// `warnings`, for `all` that are no errors. What names less counts more, whatever stands first.
///
/// ```
/// use flowsmith_compiler::{Level, Levels, SourceFile, codegen, compile};
///
/// let mut options = codegen::Options::default();
/// options.levels.set("all", Level::Deny)?;
/// options.levels.set("F0111", Level::Allow)?;
///
/// let text = "version: v1\ntype: flow\nowner: Ada\nsteps:\n  - {type: pass, name: hello}\n";
/// assert!(compile(&SourceFile::new("hello.yaml", text), &options).unwrap().findings.is_empty());
///
/// let error = options.levels.set("F1011", Level::Warn).unwrap_err();
/// assert_eq!(error.to_string(), "there is no code `F1011`: did you mean `F0111`?");
/// # Ok::<(), flowsmith_compiler::LevelError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels {
    rules: Vec<(Codes, Level)>,
}

/// What a level is given for; what counts more is less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Codes {
    One(Code),
    Undocumented,
    /// What the target refuses.
    Refused,
    Warnings,
    All,
}

impl Codes {
    fn read(text: &str) -> Result<Self, LevelError> {
        match text {
            "all" => Ok(Self::All),
            "warnings" => Ok(Self::Warnings),
            "undocumented" => Ok(Self::Undocumented),
            _ => text.parse().map(Self::One).map_err(|_| LevelError::unknown(text)),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::One(code) => code.id(),
            Self::Undocumented => "undocumented",
            Self::Refused => "cloudflow",
            Self::Warnings => "warnings",
            Self::All => "all",
        }
    }
}

impl Levels {
    /// Gives a level to a code, to `undocumented`, to `warnings` or to `all`.
    ///
    /// # Errors
    ///
    /// There is no such code, it is an error and the level is not [`Level::Deny`], or it has another level already.
    pub fn set(&mut self, codes: &str, level: Level) -> Result<(), LevelError> {
        let codes = Codes::read(codes)?;
        if let Codes::One(code) = codes
            && code.severity() == Severity::Error
            && level != Level::Deny
        {
            let (id, word) = (code.id(), level.word());
            return Err(LevelError(format!("`{id}` is an error and cannot be set to `{word}`")));
        }
        match self.rules.iter().find(|(known, _)| *known == codes) {
            Some((_, known)) if *known != level => {
                let (name, first, second) = (codes.name(), known.word(), level.word());
                Err(LevelError(format!("`{name}` is set to `{first}` and to `{second}`")))
            }
            Some(_) => Ok(()),
            None => {
                self.rules.push((codes, level));
                Ok(())
            }
        }
    }

    /// Makes errors of what a target refuses. Levels of single codes count more.
    pub fn target(&mut self, target: Target) {
        self.rules.retain(|(codes, _)| *codes != Codes::Refused);
        if target == Target::CloudFlow {
            self.rules.push((Codes::Refused, Level::Deny));
        }
    }

    /// The findings as these levels have them.
    #[must_use]
    pub fn apply(&self, mut findings: Diagnostics) -> Diagnostics {
        findings.list.retain_mut(|finding| match self.of(finding.code) {
            None => true,
            Some(Level::Allow) => false,
            Some(Level::Warn) => {
                finding.severity = Severity::Warning;
                true
            }
            Some(Level::Deny) => {
                finding.severity = Severity::Error;
                true
            }
        });
        findings.finish()
    }

    /// The level of a code, if it has been given one.
    fn of(&self, code: Code) -> Option<Level> {
        let level = |codes| self.rules.iter().find(|(known, _)| *known == codes).map(|(_, level)| *level);
        match code.severity() {
            Severity::Error => None,
            Severity::Warning => {
                let undocumented = if code.is_undocumented() { level(Codes::Undocumented) } else { None };
                let refused = if code.is_refused() { level(Codes::Refused) } else { None };
                let several = undocumented.or(refused).or(level(Codes::Warnings)).or(level(Codes::All));
                level(Codes::One(code)).or(several)
            }
            Severity::Note => level(Codes::One(code)).or(level(Codes::All)),
        }
    }
}

/// A level that cannot be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelError(String);

impl LevelError {
    fn unknown(text: &str) -> Self {
        let names = Code::ALL.iter().map(|code| code.id()).chain(["all", "warnings", "undocumented"]);
        Self(match nearest(text, names) {
            Some(name) => format!("there is no code `{text}`: did you mean `{name}`?"),
            None => format!("there is no code `{text}`: expected one as `F0301`, `undocumented`, `warnings` or `all`"),
        })
    }
}

impl fmt::Display for LevelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for LevelError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    const CODES: [Code; 4] = [Code::UnknownTarget, Code::Unreachable, Code::NeverGiven, Code::Placeholder];

    /// The findings that are left of an error, two warnings and a note.
    fn left(rules: &[(&str, Level)]) -> Vec<(&'static str, &'static str)> {
        let mut levels = Levels::default();
        for (codes, level) in rules {
            levels.set(codes, *level).unwrap();
        }
        let mut findings = Diagnostics::default();
        for (at, code) in CODES.into_iter().enumerate() {
            findings.report(code, Span::new(at, at), "");
        }
        levels.apply(findings).iter().map(|it| (it.code.id(), it.severity.word())).collect()
    }

    fn refused(codes: &str, level: Level) -> String {
        Levels::default().set(codes, level).unwrap_err().to_string()
    }

    #[test]
    fn without_levels_each_code_has_its_own() {
        assert_eq!(left(&[]), [("F0201", "error"), ("F0301", "warning"), ("F0412", "warning"), ("F0207", "note")]);
    }

    #[test]
    fn one_code_warnings_or_all_are_set() {
        assert_eq!(left(&[("f0301", Level::Deny)])[1], ("F0301", "error"));
        assert_eq!(left(&[("F0207", Level::Warn)])[3], ("F0207", "warning"));
        assert_eq!(left(&[("warnings", Level::Allow)]), [("F0201", "error"), ("F0207", "note")]);
        assert_eq!(left(&[("all", Level::Allow)]), [("F0201", "error")]);
        assert!(left(&[("all", Level::Deny)]).iter().all(|(_, word)| *word == "error"));
    }

    #[test]
    fn what_names_less_counts_more() {
        let mut rules = [("all", Level::Deny), ("warnings", Level::Warn), ("F0412", Level::Allow)];
        let expected = [("F0201", "error"), ("F0301", "warning"), ("F0207", "error")];
        assert_eq!(left(&rules), expected);
        rules.reverse();
        assert_eq!(left(&rules), expected);
    }

    #[test]
    fn a_target_refuses_what_is_beyond_its_documentation_and_quotas() {
        let level = |code, rules: &[(&str, Level)], target| {
            let mut levels = Levels::default();
            levels.target(target);
            for (codes, level) in rules {
                levels.set(codes, *level).unwrap();
            }
            levels.of(code)
        };
        let service = Target::CloudFlow;
        assert_eq!(level(Code::BeyondQuota, &[], service), Some(Level::Deny));
        assert_eq!(level(Code::ShortSource, &[("all", Level::Allow)], service), Some(Level::Deny));
        assert_eq!(level(Code::ShortSource, &[("undocumented", Level::Warn)], service), Some(Level::Warn));
        assert_eq!(level(Code::BeyondQuota, &[("F0317", Level::Allow)], service), Some(Level::Allow));
        assert_eq!(level(Code::Unreachable, &[], service), None);
        assert_eq!(level(Code::BeyondQuota, &[], Target::Any), None);
    }

    #[test]
    fn errors_stay_errors() {
        let message = "`F0201` is an error and cannot be set to `allow`";
        assert_eq!(refused("F0201", Level::Allow), message);
        assert_eq!(left(&[("F0201", Level::Deny), ("all", Level::Warn)])[0], ("F0201", "error"));
    }

    #[test]
    fn mistakes_are_named() {
        assert_eq!(refused("F031", Level::Warn), "there is no code `F031`: did you mean `F0301`?");
        assert_eq!(refused("warning", Level::Warn), "there is no code `warning`: did you mean `warnings`?");
        let expected = "there is no code `unused`: expected one as `F0301`, `undocumented`, `warnings` or `all`";
        assert_eq!(refused("unused", Level::Warn), expected);

        let mut levels = Levels::default();
        levels.set("F0301", Level::Warn).unwrap();
        levels.set("F0301", Level::Warn).unwrap();
        let error = levels.set("F0301", Level::Deny).unwrap_err();
        assert_eq!(error.to_string(), "`F0301` is set to `warn` and to `deny`");
    }
}
