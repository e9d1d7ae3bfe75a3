//! From the response of Function Compute to the outcome of a task.

use std::{borrow::Cow, fmt};

use crate::{
    error::{StepError, codes},
    value::{Value, cut, describe},
};

/// The longest name of an error, in characters.
const LONGEST_NAME: usize = 128;
/// The longest cause of an error, in characters.
const LONGEST_CAUSE: usize = 4096;

/// Function Compute does not know whether the function ran, or how it ended.
const UNKNOWN: &str = "FC.Unknown";

/// What Function Compute, or a server that answers like it, has responded to the synchronous invocation of a function:
/// for those who write an [`Invoker`](crate::Invoker) that calls functions over HTTP.
///
/// It stands for a task on a function (`resourceArn: acs:fc:…`) in the pattern `requestResponse` or `sync`.
/// [`outcome`](Self::outcome) gives the name that its `retry` and `catch` match ("Task steps" and "Error handling" in the
/// vendor's documentation).
///
/// ```
/// use flowsmith::{FunctionResponse, json};
///
/// let response = FunctionResponse::new(200, br#"{"reserved": true}"#);
/// assert_eq!(response.outcome()?, json!({"reserved": true}));
///
/// let body = br#"{"errorMessage": "no apples left", "errorType": "OutOfStock", "stackTrace": []}"#;
/// let response = FunctionResponse::new(200, body).error_type("UnhandledInvocationError");
/// assert_eq!(response.outcome().unwrap_err().to_string(), "OutOfStock: no apples left");
/// # Ok::<_, flowsmith::StepError>(())
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct FunctionResponse<'a> {
    /// The HTTP status.
    pub status: u16,
    /// The header `X-Fc-Error-Type`, if there is one.
    pub error_type: Option<&'a str>,
    /// The body, as it came.
    pub body: &'a [u8],
}

impl fmt::Debug for FunctionResponse<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FunctionResponse")
            .field("status", &self.status)
            .field("error_type", &self.error_type)
            .field("body_len", &self.body.len())
            .finish()
    }
}

impl<'a> FunctionResponse<'a> {
    /// A response without the header `X-Fc-Error-Type`.
    #[must_use]
    pub fn new(status: u16, body: &'a [u8]) -> Self {
        Self { status, error_type: None, body }
    }

    /// With the value of the header `X-Fc-Error-Type`: `HandledInvocationError` or `UnhandledInvocationError` where the
    /// function has failed, `FcCommonError` where Function Compute has.
    #[must_use]
    pub fn error_type(self, header: impl Into<Option<&'a str>>) -> Self {
        Self { error_type: header.into(), ..self }
    }

    /// The result of the task, a JSON object, or its error.
    ///
    /// # Errors
    ///
    /// | response | name | from |
    /// |---|---|---|
    /// | the function failed, and the body names an `errorType` | that name, without a prefix | documented |
    /// | the function failed, and it does not: the process ended, ran out of memory or time | `FC.Unknown` | inferred |
    /// | 200 to 299, not JSON or not an object | `FnF.InvalidLocal` | samples |
    /// | 429 | `FC.ResourceExhausted` | documented |
    /// | another status from 400 to 499 | `FC.` and the code of the body | documented |
    /// | such a status without a code | `FC.` and the status: it was not executed, and is not to be tried again | ours |
    /// | 500 | `FC.InternalServerError` | inferred |
    /// | 503 | `FC.ResourceThrottled` | inferred |
    /// | anything else | `FC.Unknown` | inferred |
    ///
    /// The function failed where `X-Fc-Error-Type` says `HandledInvocationError` or `UnhandledInvocationError`, whatever
    /// the status; with a status from 200 to 299, where it says anything. Both are asked for an `errorType`, since most
    /// runtimes call an exception unhandled. The code of a body is its `ErrorCode`, `errorCode` or `Code`.
    ///
    /// The cause is the `errorMessage`, `ErrorMessage` or `Message` of the body, or the whole body, up to 4,096
    /// characters; a name has up to 128.
    pub fn outcome(&self) -> Result<Value, StepError> {
        if self.function_failed() {
            return Err(self.error(self.field(&["errorType"]).unwrap_or_else(|| UNKNOWN.to_owned())));
        }
        match self.status {
            200..=299 => self.result(),
            429 => Err(self.error("FC.ResourceExhausted")),
            400..=499 => {
                let code = self.field(&["ErrorCode", "errorCode", "Code"]);
                let code = code.unwrap_or_else(|| self.status.to_string());
                Err(self.error(format!("FC.{code}")))
            }
            500 => Err(self.error("FC.InternalServerError")),
            503 => Err(self.error("FC.ResourceThrottled")),
            _ => Err(self.error(UNKNOWN)),
        }
    }

    fn function_failed(&self) -> bool {
        match self.error_type {
            None => false,
            Some("HandledInvocationError" | "UnhandledInvocationError") => true,
            Some(_) => (200..=299).contains(&self.status),
        }
    }

    fn result(&self) -> Result<Value, StepError> {
        let invalid = |cause: String| Err(StepError::new(codes::INVALID_LOCAL, cause));
        match serde_json::from_slice(self.body) {
            Ok(object @ Value::Object(_)) => Ok(object),
            Ok(other) => invalid(format!("a function must return a JSON object, this is {}", describe(&other))),
            Err(error) => invalid(format!("what the function returned is no JSON: {error}")),
        }
    }

    fn error(&self, name: impl Into<Cow<'static, str>>) -> StepError {
        let mut name = name.into();
        if name.len() > LONGEST_NAME {
            name = cut(&name, LONGEST_NAME).to_owned().into();
        }
        let cause = match self.field(&["errorMessage", "ErrorMessage", "Message"]) {
            Some(message) => message.into(),
            None => String::from_utf8_lossy(self.body),
        };
        StepError::new(name, cut(&cause, LONGEST_CAUSE))
    }

    /// The first of these fields of the body that is text, and not empty.
    fn field(&self, names: &[&str]) -> Option<String> {
        let Ok(Value::Object(mut body)) = serde_json::from_slice(self.body) else { return None };
        names.iter().find_map(|name| match body.remove(*name) {
            Some(Value::String(text)) if !text.is_empty() => Some(text),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fails(response: FunctionResponse<'_>, code: &str, cause: &str) {
        assert_eq!(response.outcome(), Err(StepError::new(code.to_owned(), cause)), "{response:?}");
    }

    /// A body as the runtimes of Function Compute write it for an exception.
    const RAISED: &[u8] =
        br#"{"errorMessage": "no apples", "errorType": "OutOfStock", "stackTrace": [["index.py", "3"]]}"#;
    const EXITED: &[u8] = br#"{"errorMessage": "Process exited unexpectedly before completing request"}"#;

    #[test]
    fn a_json_object_is_the_result() {
        let body = br#" {"errorMessage": "only a field", "n": 1} "#;
        let result = FunctionResponse::new(200, body).outcome().unwrap();
        assert_eq!(result, serde_json::json!({"errorMessage": "only a field", "n": 1}));
    }

    #[test]
    fn anything_else_is_no_result() {
        let deep = format!("{{\"a\": {}{}}}", "[".repeat(200), "]".repeat(200));
        for body in
            [&b""[..], b"done", b"[1]", b"\"text\"", b"null", b"{\"a\": 1", b"{\"a\": \"\xff\"}", deep.as_bytes()]
        {
            let error = FunctionResponse::new(200, body).outcome().unwrap_err();
            assert_eq!(error.code, codes::INVALID_LOCAL, "{:?}", String::from_utf8_lossy(body));
        }
        fails(
            FunctionResponse::new(200, b"[1]"),
            "FnF.InvalidLocal",
            "a function must return a JSON object, this is an array",
        );
    }

    #[test]
    fn an_exception_has_its_own_name() {
        for header in ["HandledInvocationError", "UnhandledInvocationError", "SomethingNew"] {
            fails(FunctionResponse::new(200, RAISED).error_type(header), "OutOfStock", "no apples");
        }
        let body = br#"{"errorType": "OutOfStock", "details": 7}"#;
        let whole = std::str::from_utf8(body).unwrap();
        fails(FunctionResponse::new(200, body).error_type("HandledInvocationError"), "OutOfStock", whole);
        // A custom runtime may set the status, too.
        fails(FunctionResponse::new(502, RAISED).error_type("UnhandledInvocationError"), "OutOfStock", "no apples");
    }

    #[test]
    fn the_end_of_a_process_is_unknown() {
        let header = "UnhandledInvocationError";
        fails(
            FunctionResponse::new(200, EXITED).error_type(header),
            "FC.Unknown",
            "Process exited unexpectedly before completing request",
        );
        fails(FunctionResponse::new(200, b"out of memory").error_type(header), "FC.Unknown", "out of memory");
        fails(
            FunctionResponse::new(200, br#"{"errorType": ""}"#).error_type(header),
            "FC.Unknown",
            r#"{"errorType": ""}"#,
        );
    }

    #[test]
    fn refusals_are_named_by_status_or_code() {
        let refused = |code: &str| format!("{{\"ErrorCode\": \"{code}\", \"ErrorMessage\": \"why\"}}");
        let rows = [
            (429, refused("ResourceThrottled"), "FC.ResourceExhausted"),
            (404, refused("FunctionNotFound"), "FC.FunctionNotFound"),
            (403, "{\"Code\": \"AccessDenied\", \"Message\": \"why\"}".to_owned(), "FC.AccessDenied"),
            (400, "{\"errorCode\": \"InvalidArgument\", \"errorMessage\": \"why\"}".to_owned(), "FC.InvalidArgument"),
            (500, refused("Whatever"), "FC.InternalServerError"),
            (503, refused("ResourceExhausted"), "FC.ResourceThrottled"),
            (502, refused("BadResponse"), "FC.Unknown"),
            (302, refused("Whatever"), "FC.Unknown"),
        ];
        for (status, body, code) in rows {
            let response = FunctionResponse::new(status, body.as_bytes());
            fails(response, code, "why");
            // Function Compute says so of its own errors.
            fails(response.error_type("FcCommonError"), code, "why");
        }
        fails(FunctionResponse::new(404, b"<html>"), "FC.404", "<html>");
    }

    #[test]
    fn long_names_and_causes_are_cut_between_characters() {
        let body = format!("{{\"errorType\": \"{}\", \"errorMessage\": \"{}\"}}", "é".repeat(200), "价".repeat(5000));
        let response = FunctionResponse::new(200, body.as_bytes()).error_type("HandledInvocationError");
        let error = response.outcome().unwrap_err();
        assert_eq!((error.code.chars().count(), error.cause.chars().count()), (128, 4096));
    }
}
