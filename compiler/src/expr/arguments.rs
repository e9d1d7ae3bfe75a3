//! What built-in functions can be given, as far as it is written out: how many arguments, of which types, and constants
//! that one of them knows nothing to do with.

use super::{Expr, ExprKind, Reporter};
use crate::diagnostics::{Code, Diagnostic, list, nearest};
use crate::ir::{Builtin, Constant, Ty};
use crate::source::Span;

/// What `hash` can compute.
const ALGORITHMS: [&str; 4] = ["MD5", "SHA-1", "SHA-256", "SHA-512"];

/// Reports what a function cannot be given; `call` is the place of the whole call.
pub(super) fn check(function: Builtin, args: &[Expr], call: Span, reporter: &mut Reporter<'_>) {
    let mut checker = Checker { function, reporter };
    if !checker.count(args, call) {
        return;
    }
    let first = args.first().map(type_of);
    for (index, arg) in args.iter().enumerate() {
        checker.type_fits(index, arg, first);
    }
    let constant = |index: usize| match args.get(index).map(|arg| &arg.kind) {
        Some(ExprKind::Constant(constant)) => Some(constant),
        _ => None,
    };
    match (function, args, constant(0), constant(1)) {
        (Builtin::Hash, [_, algorithm], _, Some(Constant::Text(name))) => checker.algorithm(name, algorithm.span),
        (Builtin::Format, [template, values @ ..], Some(Constant::Text(text)), _) => {
            checker.holes(text, values.len(), template.span);
        }
        (Builtin::RandomInt, [least, most], Some(Constant::Integer(first)), Some(Constant::Integer(second)))
            if first > second =>
        {
            checker
                .wrong(least.span.to(most.span), format_args!("there is no number from {first} to {second}"))
                .help("the least number comes first");
        }
        (Builtin::Get, [_, key], _, Some(Constant::Integer(index))) if *index < 0 => {
            checker.wrong(key.span, "`get` counts from the front").help("`0` is the first element, `1` the second");
        }
        _ => {}
    }
    if matches!(function, Builtin::IntAdd | Builtin::RandomInt | Builtin::Get) {
        for arg in args {
            checker.is_whole(arg);
        }
    }
}

/// What is known of the value of an expression.
pub(super) fn type_of(expr: &Expr) -> Ty {
    match &expr.kind {
        ExprKind::Constant(constant) => constant.ty(),
        ExprKind::And(..) | ExprKind::Or(..) | ExprKind::Not(_) | ExprKind::In(..) | ExprKind::Compare(..) => Ty::Bool,
        ExprKind::Negative(_) => Ty::Number,
        ExprKind::Call(function, _) => function.result(),
        ExprKind::Path(_) | ExprKind::Invalid => Ty::Any,
    }
}

/// A type with its article.
pub(super) fn describe(ty: Ty) -> &'static str {
    match ty {
        Ty::Null => "null",
        Ty::Bool => "a boolean",
        Ty::Number => "a number",
        Ty::Text => "text",
        Ty::Array => "an array",
        Ty::Object => "an object",
        Ty::Any => "any value",
    }
}

struct Checker<'r, 'd> {
    function: Builtin,
    reporter: &'r mut Reporter<'d>,
}

impl Checker<'_, '_> {
    fn wrong(&mut self, span: Span, message: impl std::fmt::Display) -> &mut Diagnostic {
        self.reporter.report_at(Code::WrongArguments, span, message)
    }

    /// Whether there are as many as the function takes.
    fn count(&mut self, args: &[Expr], call: Span) -> bool {
        let needed = self.function.params().len();
        let more = self.function.rest().is_some();
        let span = match args.get(needed..) {
            None => call,
            Some([first, .., last]) if !more => first.span.to(last.span),
            Some([only]) if !more => only.span,
            Some(_) => return true,
        };
        let (name, found) = (self.function.name(), args.len());
        let takes = match (needed, more) {
            (0, _) => "no arguments".to_owned(),
            (1, true) => "at least 1 argument".to_owned(),
            (_, true) => format!("at least {needed} arguments"),
            (1, false) => "1 argument".to_owned(),
            (_, false) => format!("{needed} arguments"),
        };
        let signature = self.function.signature();
        self.wrong(span, format_args!("`{name}` takes {takes}, found {found}"))
            .help(format_args!("write `{signature}`"));
        false
    }

    fn type_fits(&mut self, index: usize, arg: &Expr, first: Option<Ty>) {
        let fitting: &[Ty] = match (self.function, index, first) {
            (Builtin::Length, ..) => &[Ty::Text, Ty::Array, Ty::Object],
            (Builtin::Get, 0, _) => &[Ty::Array, Ty::Object],
            (Builtin::Get, _, Some(Ty::Array)) => &[Ty::Number],
            (Builtin::Get, _, Some(Ty::Object)) => &[Ty::Text],
            (Builtin::Get, ..) => &[Ty::Number, Ty::Text],
            _ => self.function.params().get(index..=index).unwrap_or(&[Ty::Any]),
        };
        let ty = type_of(arg);
        if ty == Ty::Any || fitting.contains(&Ty::Any) || fitting.contains(&ty) {
            return;
        }
        let takes = fitting.iter().map(|ty| describe(*ty)).collect::<Vec<_>>().join(" or ");
        let (name, signature) = (self.function.name(), self.function.signature());
        self.wrong(arg.span, format_args!("`{name}` takes {takes} here, this is {}", describe(ty)))
            .help(format_args!("write `{signature}`"));
    }

    fn is_whole(&mut self, arg: &Expr) {
        if let ExprKind::Constant(Constant::Float(float)) = &arg.kind
            && float.fract() != 0.0
        {
            let name = self.function.name();
            self.wrong(arg.span, format_args!("`{name}` takes whole numbers, this is {float}"))
                .help("let a function of yours compute with decimals");
        }
    }

    fn algorithm(&mut self, name: &str, span: Span) {
        if ALGORITHMS.contains(&name) {
            return;
        }
        let known = nearest(name, ALGORITHMS);
        self.wrong(span, format_args!("`hash` has no algorithm `{}`", name.escape_debug())).help(match known {
            Some(known) => format!("did you mean `{known}`?"),
            None => format!("the algorithms are {}", list(ALGORITHMS)),
        });
    }

    fn holes(&mut self, template: &str, values: usize, span: Span) {
        let holes = template.matches("{}").count();
        if holes == values {
            return;
        }
        let plural = |count: usize, noun: &str| match count {
            0 => format!("no {noun}s"),
            1 => format!("1 {noun}"),
            _ => format!("{count} {noun}s"),
        };
        let message = format!("this template has {} `{{}}` for {}", plural(holes, "hole"), plural(values, "value"));
        self.reporter.report_at(Code::FormatHoles, span, message).help("each `{}` takes one of the values, in order");
    }
}
