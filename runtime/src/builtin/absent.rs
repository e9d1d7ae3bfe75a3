//! What stands for the functions that need the feature `functions` where that is off: a flow that calls one does not
//! compile.
//!
//! ```
//! use flowsmith::__private::{Here, StepError, Value, builtin};
//!
//! fn any_other(here: &Here<'_>) -> Result<Value, StepError> {
//!     builtin::split(here, &"a,b".into(), &",".into())
//! }
//! ```
//!
//! ```compile_fail
//! use flowsmith::__private::{Here, StepError, Value, builtin};
//!
//! fn hash(here: &Here<'_>) -> Result<Value, StepError> {
//!     builtin::hash(here, &"abc".into(), &"MD5".into())
//! }
//! ```

use crate::{error::StepError, value::Value};

macro_rules! absent {
    ($($(#[$doc:meta])* $name:ident($($arg:ident),*) -> $result:ty, $needs:ident: $message:literal;)*) => {$(
        /// Nothing has it.
        #[diagnostic::on_unimplemented(message = $message, label = "this flow calls it")]
        pub trait $needs {
            /// Never called.
            fn absent(&self) -> StepError;
        }

        $(#[$doc])*
        pub fn $name<H: $needs>(here: &H, $($arg: &Value),*) -> Result<$result, StepError> {
            let _ = ($($arg,)*);
            Err(here.absent())
        }
    )*};
}

absent! {
    /// `regexMatchString(text, pattern)`
    regex_match_string(text, pattern) -> bool, RegexMatchString:
        "the function `regexMatchString` needs the feature `functions` of the crate `flowsmith`";
    /// `toBase64(text)`
    to_base64(text) -> Value, ToBase64: "the function `toBase64` needs the feature `functions` of the crate `flowsmith`";
    /// `fromBase64(text)`
    from_base64(text) -> Value, FromBase64:
        "the function `fromBase64` needs the feature `functions` of the crate `flowsmith`";
    /// `hash(text, algorithm)`
    hash(text, algorithm) -> Value, Hash: "the function `hash` needs the feature `functions` of the crate `flowsmith`";
}
