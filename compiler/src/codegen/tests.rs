//! Templates, expressions and paths: from graphs built by hand to Rust.

use std::sync::LazyLock;

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    env::{Env, Holder, Token, Uses},
    template,
    typed::{Known, TypeNames},
};
use crate::{
    ir::{
        Compare, Constant, ContextField, DataRule, Expr, ExprKind, Missing, NullOrder, Path, Relation, Root, Segment,
        Template, Truth, Ty, Words,
    },
    source::Span,
    types::Declared,
};

fn expr(kind: ExprKind, ty: Ty) -> Expr {
    Expr { kind, ty, span: Span::default() }
}

/// A path; a segment is `[n]`, `[*]` or a key.
fn path(root: Root, segments: &[&str]) -> Path {
    let segments = segments.iter().map(|segment| match segment.trim_matches(['[', ']']) {
        "*" => Segment::Each,
        index if segment.starts_with('[') => Segment::Index(index.parse().unwrap()),
        key => Segment::Key(key.to_owned()),
    });
    Path { root, segments: segments.collect(), missing: Missing::Null }
}

fn data(root: Root, segments: &[&str]) -> Expr {
    expr(ExprKind::Path(path(root, segments)), Ty::Any)
}

fn whole(number: i128) -> Expr {
    expr(ExprKind::Literal(Constant::Integer(number)), Ty::Number)
}

fn compare(relation: Relation, left: Expr, right: Expr) -> Expr {
    let compare = Compare { relation, left, right, null: NullOrder::False };
    expr(ExprKind::Compare(Box::new(compare)), Ty::Bool)
}

/// Nothing is declared.
fn known() -> Known<'static> {
    static DECLARED: LazyLock<Declared> = LazyLock::new(Declared::default);
    static NAMES: LazyLock<TypeNames> = LazyLock::new(TypeNames::default);
    Known { declared: &DECLARED, names: &NAMES }
}

fn env(uses: &Uses) -> Env<'_> {
    Env {
        step_input: Holder::Layers(quote!(step_input)),
        result: Holder::Object(quote!(result)),
        caught: Holder::Value(quote!(caught)),
        ..Env::in_step(DataRule::Accumulate, uses, known(), &Words::V1)
    }
}

fn check(tokens: &TokenStream, expected: &str) {
    let expected: TokenStream = expected.parse().unwrap();
    assert_eq!(tokens.to_string(), expected.to_string());
}

fn check_value(root: Root, segments: &[&str], expected: &str) {
    check(&env(&Uses::default()).path_value(&path(root, segments)), expected);
}

#[test]
fn keys_and_indexes_are_a_chain() {
    check_value(Root::ScopeInput, &["order", "items", "[0]"], r#"input.get("order").key("items").at(0).or_null()"#);
    check_value(Root::ScopeData, &["a"], r#"scope.local.get("a").or_null()"#);
    check_value(Root::Caught, &["[1]", "a"], r#"caught.at(1).key("a").or_null()"#);
}

#[test]
fn a_root_alone_is_copied_as_it_is_held() {
    check_value(Root::ScopeInput, &[], "rt::Value::Object(input.to_object())");
    check_value(Root::Result, &[], "rt::Value::Object(result.clone())");
    check_value(Root::Caught, &[], "caught.clone()");
}

#[test]
fn all_elements_make_one_flat_array() {
    check_value(
        Root::StepInput,
        &["a", "[*]", "b", "[0]", "[*]", "[*]", "c", "d"],
        r#"rt::Value::Array(
            step_input.get("a").each()
                .flat_map(|it| it.key("b").at(0).each())
                .flat_map(rt::Look::each)
                .filter_map(|it| it.key("c").key("d"))
                .cloned().collect()
        )"#,
    );
    check_value(Root::Caught, &["[*]"], "rt::Value::Array(caught.each().cloned().collect())");
}

#[test]
fn what_cannot_be_there_is_known_before_the_flow_runs() {
    check_value(Root::StepInput, &["[0]", "a"], "rt::Value::Null");
    check_value(Root::StepInput, &["[*]", "a"], "rt::Value::Array(Default::default())");
    check_value(Root::Context(ContextField::TaskToken), &[], "rt::Value::Null");
    check_value(Root::Context(ContextField::StepName), &["a"], "rt::Value::Null");
    let uses = Uses::default();
    env(&uses).path_value(&path(Root::StepInput, &["[0]"]));
    assert!(!uses.step_input.get());
}

#[test]
fn the_context_is_asked() {
    check_value(Root::Context(ContextField::StepEventId), &[], "rt::Value::from(here.event_id)");
    check_value(Root::Context(ContextField::ExecutionName), &[], "rt::Value::from(rt::Context::execution_name(cx))");
    let uses = Uses::default();
    let env = Env { token: Token::Optional, ..env(&uses) };
    let token = path(Root::Context(ContextField::TaskToken), &[]);
    check(&env.path_value(&token), "rt::Value::from(token.map(rt::TaskToken::as_str))");
}

#[test]
fn conditions_have_as_many_parentheses_as_they_need() {
    let (a, b, c) = (data(Root::StepInput, &["a"]), data(Root::StepInput, &["b"]), data(Root::StepInput, &["c"]));
    let is = |it: &Expr| expr(ExprKind::Bool(Box::new(it.clone()), Truth::Lenient), Ty::Bool);
    let either = expr(
        ExprKind::Or(
            Box::new(compare(Relation::Eq, a, whole(-1))),
            Box::new(compare(Relation::Lt, b.clone(), expr(ExprKind::Literal(Constant::Float(1.5)), Ty::Number))),
        ),
        Ty::Bool,
    );
    let not = expr(ExprKind::Not(Box::new(either.clone())), Ty::Bool);
    let both = expr(ExprKind::And(Box::new(either), Box::new(is(&c))), Ty::Bool);
    let all = expr(ExprKind::Or(Box::new(both), Box::new(not)), Ty::Bool);
    check(
        &env(&Uses::default()).condition(&all),
        r#"(rt::eq(step_input.get("a"), -1i128) || rt::lt(here, rt::Nulls::False, step_input.get("b"), 1.5f64)?)
            && rt::truth(here, rt::Truth::Lenient, step_input.get("c"))?
            || !(rt::eq(step_input.get("a"), -1i128) || rt::lt(here, rt::Nulls::False, step_input.get("b"), 1.5f64)?)"#,
    );
}

#[test]
fn json_text_is_made_without_a_copy() {
    let uses = Uses::default();
    let text =
        |root, segments: &[&str]| env(&uses).value(&expr(ExprKind::JsonText(Box::new(data(root, segments))), Ty::Text));
    check(&text(Root::StepInput, &[]), "rt::json_text(&step_input)");
    check(&text(Root::StepInput, &["a"]), r#"rt::json_text(&step_input.get("a"))"#);
}

#[test]
fn keys_that_are_read_once_are_moved_out_of_the_result() {
    let entry = |key: &str, segments: &[&str]| (key.to_owned(), Template::Expr(data(Root::Result, segments)));
    let output = Template::Object(vec![
        entry("a", &["a"]),
        entry("b", &["b"]),
        entry("c", &["b", "c"]),
        entry("d", &["d", "e"]),
    ]);
    let uses = Uses::default();
    let env = Env { movable: template::movable(&output, false, false), ..env(&uses) };
    check(
        &env.object(&output),
        r#"rt::entries([
            ("a", result.remove("a").unwrap_or_default()),
            ("b", result.get("b").or_null()),
            ("c", result.get("b").key("c").or_null()),
            ("d", result.get("d").key("e").or_null())
        ])"#,
    );
    let all = Template::Object(vec![entry("a", &["a"]), entry("all", &[])]);
    assert!(template::movable(&all, false, false).is_empty());
}

#[test]
fn templates_that_give_no_object_are_checked_when_the_flow_runs() {
    let template = Template::Expr(data(Root::StepInput, &["a"]));
    assert!(template::object_can_fail(&template));
    check(&env(&Uses::default()).object(&template), r#"rt::object(step_input.get("a").or_null())?"#);
}
