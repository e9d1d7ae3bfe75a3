//! Data that goes where it cannot be used: waits and limits, built-in functions, what is called, the output of the flow.

mod output; // of the flow

use super::values::is_number;
use super::walk;
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::{Builtin, Call, Callee, Constant, Expr, ExprKind, Flow, Step, StepId, StepKind, Template, Ty, Wait};
use crate::source::Span;
use crate::types::{Kinds, Misfit, Reason, Roots, Shape, Types, may_be_instant};

pub(super) fn check(flow: &Flow, types: &Types, diags: &mut Diagnostics) {
    for (at, step) in flow.steps.iter().enumerate() {
        let id = StepId(at);
        if types.step(id).data.is_never() {
            continue; // no way leads here
        }
        walk::each_expr(flow, types, id, &mut |expr, roots, _| Fitting { flow, types, roots, diags }.operands(expr));
        Fitting { flow, types, roots: &types.roots(flow, id), diags }.work(step);
    }
    output::check(flow, types, diags);
}

/// A key that is a constant of which its shape says too little: null, or a fraction.
fn constant(made: &Template, declared: &Shape, types: &Types) -> Option<Misfit> {
    let (Template::Object(entries), Some(record)) = (made, declared.fields(&types.names)) else { return None };
    entries.iter().find_map(|(key, value)| {
        let (Template::Constant(constant), Some(field)) = (value, record.fields.get(&**key)) else { return None };
        let kinds = field.shape.kinds(&types.names);
        let found = match constant {
            Constant::Null if field.always && kinds.and(Kinds::NULL).is_none() => "null".to_owned(),
            Constant::Float(number) if number.fract() != 0.0 && matches!(field.shape, Shape::Integer(..)) => {
                number.to_string()
            }
            _ => return None,
        };
        Some(Misfit { path: vec![key.clone()], reason: Reason::Unlike(found, field.shape.values(types)) })
    })
}

/// Where a template makes a key: of data, or else where the key stands.
fn place(template: &Template, keys: &[Span], key: &str) -> Option<Span> {
    let Template::Object(entries) = template else { return None };
    let at = entries.iter().position(|(name, _)| name == key)?;
    first_span(&entries[at].1).or_else(|| keys.get(at).copied())
}

fn first_span(template: &Template) -> Option<Span> {
    let mut first = None;
    template.each(&mut |expr| first = first.or(Some(expr.span)));
    first
}

struct Fitting<'a, 'd> {
    flow: &'a Flow,
    types: &'a Types,
    roots: &'a Roots<'a>,
    diags: &'d mut Diagnostics,
}

impl Fitting<'_, '_> {
    /// What a step works with.
    fn work(&mut self, step: &Step) {
        match &step.kind {
            StepKind::Wait(Wait::Seconds(seconds)) => self.seconds(seconds),
            StepKind::Wait(Wait::Instant(instant)) => {
                let fits = |shape: &Shape| match shape {
                    Shape::Text(Some(texts)) => texts.iter().any(|text| may_be_instant(text)),
                    shape => matches!(shape, Shape::Any | Shape::Text(None) | Shape::Timestamp),
                };
                self.expect(instant, fits, "an instant in RFC 3339", "it is text: `2024-01-31T08:00:00Z`");
            }
            StepKind::Task(task) => {
                if let Some(timeout) = &task.timeout {
                    self.seconds(timeout);
                }
                self.called(step, &task.call);
            }
            _ => {}
        }
    }

    fn seconds(&mut self, expr: &Expr) {
        let fits = |shape: &Shape| match shape {
            // A number may stand in quotes.
            Shape::Text(Some(texts)) => texts.iter().any(|text| is_number(text)),
            shape => matches!(shape, Shape::Any | Shape::Text(None) | Shape::Integer(..) | Shape::Number),
        };
        self.expect(expr, fits, "a number of seconds", "hand on a number");
    }

    /// What operators and built-in functions work on.
    fn operands(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Negative(operand) => {
                self.expect_kinds(operand, Kinds::NUMBER, "a number", "`-` changes its sign");
            }
            ExprKind::In(_, collection) => {
                let kinds = Kinds::ARRAY.or(Kinds::OBJECT);
                self.expect_kinds(collection, kinds, "an array or an object", "`in` looks into it");
            }
            ExprKind::Call(call) => {
                for (at, arg) in call.args.iter().enumerate() {
                    let ty = call.function.param(at);
                    let (kinds, what) = match (call.function, at, ty) {
                        (Builtin::Length, ..) => {
                            (Kinds::ARRAY.or(Kinds::OBJECT).or(Kinds::TEXT), "an array, an object or a text")
                        }
                        (Builtin::Get, 0, _) => (Kinds::ARRAY.or(Kinds::OBJECT), "an array or an object"),
                        (_, _, Ty::Bool) => (Kinds::BOOL, "a boolean"),
                        (_, _, Ty::Number) => (Kinds::NUMBER, "a number"),
                        (_, _, Ty::Text) => (Kinds::TEXT, "a text"),
                        (_, _, Ty::Array) => (Kinds::ARRAY, "an array"),
                        (_, _, Ty::Object) => (Kinds::OBJECT, "an object"),
                        (_, _, Ty::Any | Ty::Null) => continue,
                    };
                    self.expect_kinds(arg, kinds, what, &format!("`{}`", call.function.signature()));
                }
            }
            _ => {}
        }
    }

    /// Reports data that is never of these kinds.
    fn expect_kinds(&mut self, expr: &Expr, kinds: Kinds, what: &str, help: &str) {
        let names = self.roots.names;
        self.expect(expr, |shape| !shape.kinds(names).and(kinds).is_none(), what, help);
    }

    /// Reports data that never fits. Constants are looked at where they are read.
    fn expect(&mut self, expr: &Expr, fits: impl Fn(&Shape) -> bool, what: &str, help: &str) {
        let reads = match (&expr.kind, expr.ty) {
            (ExprKind::Path(_), ty) => matches!(ty, Ty::Any | Ty::Text | Ty::Number),
            (ExprKind::Call(_), ty) => ty == Ty::Any,
            _ => false,
        };
        if !reads {
            return;
        }
        let found = self.roots.expr(expr);
        let kinds = found.kinds(self.roots.names);
        // Null is reported where it is read.
        if kinds.is_none() || kinds == Kinds::NULL {
            return;
        }
        if found.alternatives().iter().any(|shape| fits(shape.bare(self.roots.names))) {
            return;
        }
        let found = match found.bare(self.roots.names) {
            texts @ Shape::Text(Some(_)) => texts.values(self.types),
            Shape::Timestamp => "a timestamp".to_owned(),
            _ => kinds.words(),
        };
        self.diags
            .report(Code::UnfitData, expr.span, format_args!("expected {what}, and this is {found}"))
            .label("fails when it is evaluated")
            .help(help);
    }

    /// What is called with an input that is declared.
    fn called(&mut self, step: &Step, call: &Call) {
        let declared = &self.types.declared;
        let (signature, argument, what) = match call {
            Call::Function { function: Callee::Known(function), argument, .. } => {
                let name = &self.flow.function(*function).name;
                (declared.functions.get(function), argument, format!("the function `{name}`"))
            }
            Call::Child { flow, input, .. } => {
                let Some(name) = flow.text() else { return };
                (declared.child(flow), input, format!("the flow `{name}`"))
            }
            Call::Function { .. } => return,
        };
        let Some(wanted) = signature.and_then(|signature| signature.input.as_ref()) else { return };
        let given = self.roots.template(argument);
        let whole =
            matches!(argument, Template::Expr(expr) if expr.path().is_some_and(|path| path.segments.is_empty()));
        let made = if whole { step.input.as_ref() } else { Some(argument) };
        let wanted = Shape::of(wanted);
        let misfit = given.misfit(&wanted, self.types).or_else(|| constant(made?, &wanted, self.types));
        let Some(misfit) = misfit else { return };
        // Without mappings a step hands over whatever is there.
        if whole && step.input.is_none() && misfit.is_closed() {
            return;
        }
        let mut made = [(Some(argument), &[][..]), (step.input.as_ref(), &step.input_keys[..])].into_iter();
        let place = misfit.key().and_then(|key| made.find_map(|(template, keys)| place(template?, keys, key)));
        let span = place.unwrap_or(step.name_span);
        self.diags
            .report(Code::UnfitData, span, format_args!("the input of {what} {}", misfit.text("it")))
            .help(format_args!("change what `{}` hands over, or what is declared of {what}", step.name));
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostics;
    use crate::ir::{FunctionId, StepId};
    use crate::types::{Declared, FieldDef, Integer, Signature, Ty, TypeDef, TypeId, TypeKind, infer};
    use crate::{Severity, SourceFile};

    fn field(key: &str, ty: Ty, required: bool) -> FieldDef {
        FieldDef { key: key.to_owned(), ty, required, doc: None }
    }

    fn def(name: &str, kind: TypeKind) -> TypeDef {
        TypeDef { name: name.to_owned(), doc: None, kind }
    }

    /// A function that takes and gives an order, and what uses that.
    fn declared(others: Option<Ty>) -> Declared {
        let order = Ty::Named(TypeId(0));
        let fields = vec![
            field("id", Ty::Text, true),
            field("state", Ty::Named(TypeId(1)), false),
            field("total", Ty::Integer(Integer::U64), false),
            field("lines", Ty::List(Box::new(Ty::Named(TypeId(2)))), false),
        ];
        let line = TypeKind::Struct { fields: vec![field("sku", Ty::Text, true)], others: Some(Ty::Any) };
        Declared {
            types: vec![
                def("order", TypeKind::Struct { fields, others }),
                def("state", TypeKind::Enum(vec!["new".to_owned(), "paid".to_owned()])),
                def("line", line),
            ],
            input: Some(order.clone()),
            output: Some(order.clone()),
            functions: [(FunctionId(0), Signature { input: Some(order.clone()), output: Some(order.clone()) })].into(),
            reports: [(StepId(1), Ty::Text)].into(),
            flows: [("child".to_owned(), Signature { input: Some(order), output: None })].into(),
        }
    }

    /// The messages about a definition, without notes.
    fn messages(text: &str, declared: Declared) -> Vec<String> {
        let source = SourceFile::new("f.yaml", text);
        let flow = match crate::analyze(&source) {
            Ok((flow, _)) => flow,
            Err(findings) => panic!("{}", findings.render_full(&source)),
        };
        let mut diags = Diagnostics::default();
        crate::check::run(&flow, &infer(&flow, declared), &mut diags);
        let found = diags.finish();
        found.iter().filter(|it| it.severity != Severity::Note).map(|it| it.message.clone()).collect()
    }

    /// A task with these input mappings, in a flow that gives an order.
    fn call(resource: &str, mappings: &str) -> String {
        format!(
            "version: v1\ntype: flow\nsteps:\n  - type: task\n    name: call\n    resourceArn: {resource}\n    \
             inputMappings: [{mappings}]\noutputMappings: [{{target: id, source: one}}]\n"
        )
    }

    #[test]
    fn inputs_fit_what_is_declared_of_functions_and_flows() {
        for (mappings, closed, reason) in [
            ("{target: id, source: $input.id}", true, None),
            ("{target: id, source: $input.state}", true, None),
            ("{target: other, source: 1}", false, Some("lacks the key `id`, which it is declared to need")),
            (
                "{target: id, source: x}, {target: other, source: 1}",
                true,
                Some("has the key `other`, which it is declared not to have"),
            ),
            ("{target: id, source: x}, {target: other, source: 1}", false, None),
            ("{target: id, source: null}", true, Some("is null in `id`, and it is declared to be text")),
            ("{target: id, source: x}, {target: state, source: null}", true, None),
            (
                "{target: id, source: x}, {target: total, source: 1.5}",
                true,
                Some("is 1.5 in `total`, and it is declared to be integer ≥ 0"),
            ),
            ("{target: id, source: x}, {target: total, source: 2.0}", true, None),
            ("{target: id, source: 12}", true, Some("is 12 in `id`, and it is declared to be text")),
            (
                "{target: id, source: $input.total}",
                true,
                Some("is integer ≥ 0 | null in `id`, and it is declared to be text"),
            ),
            (
                "{target: id, source: x}, {target: state, source: lost}",
                true,
                Some("is \"lost\" in `state`, and it is declared to be \"new\" | \"paid\""),
            ),
            (
                "{target: id, source: x}, {target: total, source: -1}",
                true,
                Some("is -1 in `total`, and it is declared to be integer ≥ 0"),
            ),
            (
                "{target: id, source: x}, {target: lines, source: [{qty: 1}]}",
                true,
                Some("lacks the key `sku` in `lines[*]`, which it is declared to need"),
            ),
            ("{target: id, source: x}, {target: lines, source: [{sku: a}]}", true, None),
        ] {
            for (resource, what) in [
                ("acs:fc:::services/s/functions/f", "the input of the function `f`"),
                ("acs:fnf:::flow/child", "the input of the flow `child`"),
            ] {
                let declared = declared(if closed { None } else { Some(Ty::Any) });
                let found = messages(&call(resource, mappings), declared);
                let expected: Vec<_> = reason.iter().map(|reason| format!("{what} {reason}")).collect();
                assert_eq!(found, expected, "{mappings}");
            }
        }
    }

    #[test]
    fn what_is_declared_is_checked_where_it_is_read() {
        let flow = |condition: &str, output: &str| {
            format!(
                "version: v1\ntype: flow\nsteps:\n  - type: choice\n    name: which\n    choices:\n      \
                 - {{condition: {condition}, goto: last}}\n  - {{type: wait, name: rest, duration: 1}}\n  \
                 - {{type: pass, name: last, outputMappings: [{{target: id, source: $input.id}}]}}\n\
                 outputMappings: [{{target: id, source: {output}}}]\n"
            )
        };
        for (condition, output, expected) in [
            ("'$.state == \"paid\"'", "$local.id", vec![]),
            ("'$.state == \"payed\"'", "$local.id", vec!["this entry is never taken"]),
            ("$.total < 0", "$local.id", vec!["this entry is never taken"]),
            ("$.lines == 3", "$local.id", vec!["`==` compares an array with a number"]),
            ("$.idd == 1", "$local.id", vec!["the input of `which` never has the key `idd`"]),
            (
                "$.total > 1",
                "$input.total",
                vec!["the output of the flow is integer ≥ 0 | null in `id`, and it is declared to be text"],
            ),
        ] {
            assert_eq!(messages(&flow(condition, output), declared(None)), expected, "{condition} {output}");
        }
    }
}
