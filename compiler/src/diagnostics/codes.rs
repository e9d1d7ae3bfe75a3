//! The one table of codes. A code never changes its meaning; a retired one is never used again.

use std::fmt;
use std::str::FromStr;

use super::{Severity, nearest};

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal, $severity:ident;)+) => {
        /// The stable code of a finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// All codes, in the order of their ids.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The id: `F0201`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }

            /// How grave a finding with this code is, before [`Levels`](super::Levels).
            #[must_use]
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$name => Severity::$severity,)+
                }
            }

            /// Whether it warns of something that is accepted although the documentation of the language does not have it.
            #[must_use]
            pub fn is_undocumented(self) -> bool {
                UNDOCUMENTED.contains(&self)
            }

            /// Whether the service refuses what it warns of, as far as is documented.
            pub(super) fn is_refused(self) -> bool {
                self.is_undocumented() || matches!(self, Self::DoubtfulName | Self::BeyondQuota)
            }

            /// What the code means and what to do about it.
            #[must_use]
            pub fn explain(self) -> &'static str {
                match self {
                    $(Self::$name => concat!($($doc,)+).trim_ascii(),)+
                }
            }

            /// Why it is worth a finding, with an example, what is found in it, and what to write instead; Markdown.
            #[must_use]
            pub fn page(self) -> &'static str {
                match self {
                    $(Self::$name => include_str!(concat!("explain/", $id, ".md")),)+
                }
            }

            fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)+
                }
            }
        }
    };
}

impl Code {
    /// What it is about, in a few words: `unknown target`.
    #[must_use]
    pub fn title(self) -> String {
        let mut title = String::new();
        for char in self.name().chars() {
            if (char.is_ascii_uppercase() || char.is_ascii_digit()) && !title.is_empty() {
                title.push(' ');
            }
            title.push(char.to_ascii_lowercase());
        }
        title.replace("yaml", "YAML")
    }
}

/// Reads an id, in capitals or not.
///
/// ```
/// use flowsmith_compiler::Code;
///
/// assert_eq!("f0201".parse(), Ok(Code::UnknownTarget));
/// let error = "F0331".parse::<Code>().unwrap_err();
/// assert_eq!(error.to_string(), "there is no code `F0331`: did you mean `F0301`?");
/// ```
impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        let code = Self::ALL.iter().find(|code| code.id().eq_ignore_ascii_case(text)).copied();
        code.ok_or_else(|| UnknownCode(text.to_owned()))
    }
}

/// A code that does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownCode(String);

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text) = self;
        match nearest(text, Code::ALL.iter().map(|code| code.id())) {
            Some(id) => write!(f, "there is no code `{text}`: did you mean `{id}`?"),
            None => write!(f, "there is no code `{text}`: expected one as `F0301`"),
        }
    }
}

impl std::error::Error for UnknownCode {}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

/// What warns of something that is accepted beyond the documentation.
const UNDOCUMENTED: &[Code] = &[
    Code::VersionSpelling,
    Code::UndocumentedName,
    Code::UndocumentedForm,
    Code::MissingSuffix,
    Code::IncompleteHeader,
    Code::IgnoredKey,
    Code::UndocumentedPattern,
    Code::DefaultParameter,
    Code::RunsInline,
    Code::ShortSource,
];

codes! {
    /// The text is no YAML. Only the first such place is reported, since what follows it cannot be understood.
    YamlSyntax = "F0101", Error;
    /// A line is indented with a tab. YAML allows only spaces there.
    TabIndentation = "F0102", Error;
    /// A mapping has the same key twice. Which of the two values counts is not defined, so neither is taken.
    DuplicateKey = "F0103", Error;
    /// The definition is nested too deeply, or its aliases expand to too much.
    TooComplex = "F0104", Error;
    /// The text holds several YAML documents. A definition is one document.
    SeveralDocuments = "F0105", Error;
    /// The text is no flow definition: it is empty, no mapping, or neither of `type: flow` nor of `Type: StateMachine`.
    NotAFlow = "F0106", Error;
    /// The definition asks for a version of the language that does not exist. `v1` and `v1beta1` do, and mean the same.
    UnsupportedVersion = "F0108", Error;
    /// The version is written `v1.0`. It is taken as `v1`, which is how the language is documented.
    VersionSpelling = "F0109", Warning;
    /// A step, or something in it, has a key that the language does not know there.
    UnknownKey = "F0110", Error;
    /// The definition has a key at its top level that the language does not know. It has no effect.
    UnknownTopLevelKey = "F0111", Warning;
    /// A key is missing that the language asks for.
    MissingKey = "F0112", Error;
    /// A value has another type than the language asks for.
    WrongType = "F0113", Error;
    /// A value is none of those that the language knows there.
    UnknownValue = "F0114", Error;
    /// Two keys exclude each other, as `resourceArn` and `action` do.
    ConflictingKeys = "F0115", Error;
    /// The language reserves this, but nothing documents what it does, so it is not supported.
    Reserved = "F0116", Error;
    /// A list is empty that must not be, as the `branches` of a parallel step.
    EmptyList = "F0117", Error;
    /// A YAML tag has no meaning here and is ignored. Tags such as `!Ref` are read in `resourceArn`.
    IgnoredTag = "F0118", Warning;
    /// A number has more digits than JSON numbers keep here: integers are exact from -2^63 up to 2^64 - 1.
    InexactNumber = "F0119", Warning;
    /// A name is spelt in a way that was published once, but is not documented: `FC::InvokeFunction`,
    /// `WaitForUserCallback`, `ItemProcessor`, `TimeoutSeconds`. It is read as the documented one.
    UndocumentedName = "F0121", Warning;
    /// A value has a form that was published once, but is not documented: one rule where there is a list of them, or a
    /// mapping under a key that ends in `.$`.
    UndocumentedForm = "F0122", Warning;
    /// A text that is a variable as a whole stands under a key without `.$`. It is read as the variable, as published
    /// definitions mean it; by the documentation it is text.
    MissingSuffix = "F0123", Warning;
    /// A key is missing in the header of a definition of `Type: StateMachine`. Every complete definition has it.
    IncompleteHeader = "F0124", Warning;
    /// A key has no effect, as `Comment` and what begins with `x-`.
    IgnoredKey = "F0125", Warning;

    /// A `goto`, or `Next`, `Default` or `StartAt`, names a step that the flow does not define.
    UnknownTarget = "F0201", Error;
    /// A `goto` or a `Next` names a step of another list of steps. It can only lead to a step of the list that its own step
    /// is in.
    TargetOutOfScope = "F0202", Error;
    /// Two steps of one list have the same name, so a `goto` could not tell them apart.
    DuplicateStep = "F0203", Error;
    /// Steps of different lists have the same name. History and tools that go by the name cannot tell them apart.
    RepeatedStepName = "F0204", Warning;
    /// Two mappings of one list have the same target. The later one wins.
    RepeatedTarget = "F0205", Warning;
    /// A `resourceArn`, an `action` or an `Action` has none of the forms that the language knows, or the resource is one that
    /// the `Action` cannot call.
    InvalidResource = "F0206", Error;
    /// A `resourceArn` has a placeholder that a deployment tool fills in. It is kept as it is written; the resource must be
    /// bound under this name when the flow is run.
    Placeholder = "F0207", Note;
    /// A `resourceArn` names a function of Function Compute 3.0. The form is documented for the other dialect only; here it
    /// is called as any function.
    FunctionOfVersion3 = "F0208", Note;
    /// The name of a flow has other characters than letters, digits, `_` and `-`, or the name of a state begins or ends
    /// with a blank.
    DoubtfulName = "F0209", Warning;
    /// An `Action`, or a parameter of one, is nearly one that is documented. As it is written it is one like any other.
    DoubtfulAction = "F0210", Warning;
    /// A child execution is started under a name that no execution can have.
    ImpossibleName = "F0211", Warning;

    /// No path from the first step leads to this step.
    Unreachable = "F0301", Warning;
    /// A clause of `retry` or `catch` is never used, because the clauses before it name all of its errors.
    ShadowedClause = "F0302", Warning;
    /// A number is out of the range that the language allows.
    OutOfRange = "F0303", Error;
    /// A wait step waits until an instant that is no RFC 3339 text, or for no number of seconds that it may wait: from 0 to
    /// 172800 (2 days), in `Type: StateMachine` from 1 to 300.
    InvalidWait = "F0304", Error;
    /// A task waits for a callback, but its task token is never handed to what it calls, so nobody can report.
    TokenNotPassed = "F0305", Warning;
    /// The task token is read in a step that waits for no callback. There is none.
    NoToken = "F0306", Warning;
    /// A loop neither waits nor calls anything. Nothing in it can change what its conditions read.
    BusyLoop = "F0307", Warning;
    /// A resource cannot be called with this `pattern` or `TaskMode`: a queue or a topic starts no job that could be waited
    /// for.
    ImpossiblePattern = "F0308", Error;
    /// Nothing documents what this `pattern` or `TaskMode` does for an operation. It is taken as for functions.
    UndocumentedPattern = "F0309", Warning;
    /// What is written has no effect where it stands, as `StatefulAsyncInvocationID` without `InvocationType: Async`.
    NoEffect = "F0310", Warning;
    /// A parameter or a key is left out that the documentation asks for. A default is taken.
    DefaultParameter = "F0311", Warning;
    /// An entry of a choice, or its default, has neither `steps` nor `goto`. When it is taken, the choice just ends.
    EmptyChoice = "F0312", Note;
    /// A clause of `retry` or `catch` names an error of the service that does not exist.
    UnknownError = "F0313", Warning;
    /// A task waits for a callback without a limit. If nobody reports, it waits as long as the execution may take.
    EndlessCallback = "F0314", Note;
    /// An entry of a choice is never taken: its condition is false for whatever the data can be, or an entry before it takes
    /// all that it would.
    NeverTaken = "F0315", Warning;
    /// No path from the first step of a list leads to its end. Only an error or a limit stops it.
    CannotEnd = "F0316", Warning;
    /// A number, or the length of a name, is beyond the quota of the service, which would refuse it. The engines here take
    /// it.
    BeyondQuota = "F0317", Warning;
    /// A `Map` has a `ProcessorConfig`, but asks for nothing that needs one. Its iterations run in the execution itself.
    RunsInline = "F0318", Warning;
    /// No path from a state leads to the end of its list. A definition of `Type: StateMachine` has no limit that could
    /// end it.
    NeverEnds = "F0319", Error;
    /// A `Catch` has no `OutputConstructor`. Nothing documents what its `Next` gets; here it is the input of the state that
    /// has failed.
    CaughtInput = "F0320", Note;
    /// A child execution is started under a constant name. A name can be used once: the second start is refused as soon as
    /// the first execution is over.
    FixedName = "F0321", Note;

    /// A condition, an expression or a path is not well formed.
    ExpressionSyntax = "F0401", Error;
    /// A condition or an expression uses an operator that the language does not document.
    UnknownOperator = "F0402", Error;
    /// A condition or an expression has a single `=`.
    SingleEquals = "F0403", Error;
    /// A condition or an expression has a word that is neither data (`$.status`, `$Input.status`) nor text (`"status"`).
    BareWord = "F0404", Error;
    /// A path uses something that the language does not document, as a filter, a slice or a negative index.
    UnsupportedPath = "F0405", Error;
    /// The source of a mapping begins with `$.`. It is read as `$input.`, which is how the language is documented.
    ShortSource = "F0406", Warning;
    /// A path begins with something that cannot be read here.
    WrongRoot = "F0407", Error;
    /// The context object has no such member.
    UnknownContext = "F0408", Error;
    /// A text looks like a reference or an expression, but stands where only constants do: in an object or an array, within
    /// other text, in `error` or `cause`, under a key without `.$`, or with a beginning that is no root.
    LiteralReference = "F0409", Warning;
    /// The target of a mapping looks like a path. It is the name of one key, and no path can read it.
    LiteralTarget = "F0410", Warning;
    /// A condition compares values that are known and can never be equal, or whose types are too different: it is never
    /// true, always true where it asks for a difference, or fails.
    UnlikeTypes = "F0411", Warning;
    /// A path reads a key that nothing can have given, so it is always null or, in `Type: StateMachine`, always fails.
    NeverGiven = "F0412", Warning;
    /// An expression calls a function that the language does not have.
    UnknownFunction = "F0413", Error;
    /// A built-in function is called with more or fewer arguments than it takes, or with one that it can do nothing with.
    WrongArguments = "F0414", Error;
    /// The template of a `format` has more or fewer `{}` than there are values to fill in.
    FormatHoles = "F0415", Warning;
    /// A step gives a key by its mappings or its constructors that nothing reads afterwards.
    UnusedOutput = "F0416", Note;
    /// The error of a state is read where none has been caught. It is null there.
    NoError = "F0421", Warning;
    /// A constant, or the result of a function, has a type that cannot stand there: a condition that is no boolean, an
    /// `ItemsPath` that is no array.
    WrongOperand = "F0422", Error;
    /// A path reads a key that only some of the ways that lead there give, or that need not be there; by the others the
    /// state fails.
    SometimesGiven = "F0423", Warning;
    /// A path reads a key of a number, a text or an array, which has none, so it is always null or always fails.
    NoKeys = "F0424", Warning;
    /// Data goes where it cannot be used: a text where a number of seconds is expected, or an input that lacks what the
    /// called side is declared to need.
    UnfitData = "F0425", Warning;
    /// What a step gets back is declared, and nothing takes any of it: what a function or a flow gives, or what a task token
    /// is reported with.
    UnusedResult = "F0426", Note;

    /// A sidecar declares the types of something that the definition does not have: of a function that no step calls, of a
    /// report on a step that waits for none, of a flow that no step starts.
    NotInFlow = "F0501", Warning;
    /// A sidecar names a function by a short name that several functions of the definition have.
    SeveralFunctions = "F0502", Error;
    /// A sidecar has a key, or a schema a keyword, that does not exist.
    UnknownKeyword = "F0503", Error;
    /// A schema has a keyword, or a form of one, that changes which values are allowed in a way that no type can say: `allOf`,
    /// `not`, `oneOf` without a `discriminator`, an `enum` of numbers.
    UnsupportedSchema = "F0504", Error;
    /// A schema has a keyword that is not checked, as `pattern` or `maxLength`. Values are taken that it does not allow.
    UncheckedKeyword = "F0505", Warning;
    /// A `$ref` leads nowhere: to a file that is not there, to a schema that the file does not have, or it is no reference.
    UnknownReference = "F0506", Error;
    /// No value can ever have this type, because each would have to hold another one of the same type.
    EndlessType = "F0507", Error;
    /// Parts of a schema contradict each other: a key in `required` is not in `properties`, a `minimum` is above its
    /// `maximum`, a keyword is about another type.
    InconsistentSchema = "F0508", Error;

    /// The definition is right, but written in a dialect, or asks for something, that no code is generated for yet.
    NotSupported = "F0901", Error;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_in_order() {
        assert!(Code::ALL.windows(2).all(|pair| pair[0].id() < pair[1].id()));
    }

    #[test]
    fn explanations_are_sentences() {
        for code in Code::ALL {
            let text = code.explain();
            assert!(text.ends_with('.') && text.starts_with(char::is_uppercase), "{}: {text}", code.id());
        }
    }
}
