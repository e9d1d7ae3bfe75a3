use super::*;
use crate::source::SourceFile;
use crate::yaml::{Node, NodeKind, Scalar, Style};

fn node(text: &str) -> Node {
    let scalar = Scalar { text: text.to_owned(), style: Style::Plain };
    Node { kind: NodeKind::Scalar(scalar), span: Span::new(0, text.len()), tag: None }
}

pub(super) fn offsets(text: &str) -> Offsets {
    Offsets::new(&node(text), &SourceFile::new("f.yaml", text))
}

pub(super) fn show_path(path: &Path) -> String {
    let segments = path.segments.iter().map(|segment| match segment {
        Segment::Key(key) => format!(".{key}"),
        Segment::Index(index) => format!("[{index}]"),
        Segment::Each => "[*]".to_owned(),
    });
    std::iter::once(path.root.text().to_owned()).chain(segments).collect::<Vec<_>>().concat()
}

fn show(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Constant(constant) => match constant {
            Constant::Text(text) => format!("{text:?}"),
            Constant::Integer(integer) => integer.to_string(),
            Constant::Float(float) => float.to_string(),
            other => format!("{other:?}"),
        },
        ExprKind::Path(path) => show_path(path),
        ExprKind::And(a, b) => format!("(&& {} {})", show(a), show(b)),
        ExprKind::Or(a, b) => format!("(|| {} {})", show(a), show(b)),
        ExprKind::Compare(relation, a, b) => format!("({relation:?} {} {})", show(a), show(b)),
        ExprKind::Not(a) => format!("(! {})", show(a)),
        ExprKind::Negative(a) => format!("(- {})", show(a)),
        ExprKind::In(a, b) => format!("(in {} {})", show(a), show(b)),
        ExprKind::Call(function, args) => {
            let args: Vec<_> = args.iter().map(|arg| format!(" {}", show(arg))).collect();
            format!("({}{})", function.name(), args.concat())
        }
        ExprKind::Invalid => "?".to_owned(),
    }
}

/// The tree, or the codes of the findings with the text that they mark.
fn read(text: &str) -> String {
    let source = SourceFile::new("f.yaml", text);
    let mut diags = Diagnostics::default();
    let expr = condition(&node(text), &source, &mut diags);
    if diags.is_empty() {
        return show(&expr);
    }
    let found = diags.finish();
    found.iter().map(|it| format!("{}:{}", it.code.id(), source.slice(it.primary.span))).collect::<Vec<_>>().join(" ")
}

#[test]
fn precedence_is_as_documented() {
    for (text, tree) in [
        ("$.done", "$.done"),
        ("$.a==$.b", "(Eq $.a $.b)"),
        ("$.a || $.b && $.c == 1", "(|| $.a (&& $.b (Eq $.c 1)))"),
        ("($.a || $.b) && $.c", "(&& (|| $.a $.b) $.c)"),
        ("$.m != \"\" && $.off != -1", "(&& (Ne $.m \"\") (Ne $.off -1))"),
        ("$.n >= 12.5", "(Ge $.n 12.5)"),
        ("$.t == `a\"b`", "(Eq $.t \"a\\\"b\")"),
        (r#"$.t == "a\"\u4ef7\n""#, "(Eq $.t \"a\\\"价\\n\")"),
        ("$.状态 == \"好\"", "(Eq $.状态 \"好\")"),
        ("$.a == $.b && $.c < $.d || true", "(|| (&& (Eq $.a $.b) (Lt $.c $.d)) Bool(true))"),
    ] {
        assert_eq!(read(text), tree, "{text}");
    }
}

#[test]
fn mistakes_are_placed() {
    for (text, findings) in [
        ("$.a = 1", "F0403:="),
        ("status == 1", "F0404:status"),
        ("$.a == ok", "F0404:ok"),
        ("!$.a", "F0402:!"),
        ("$.a + 1 > 2", "F0402:+"),
        ("$.a ? 1 : 2", "F0402:?"),
        ("$.a in $.b", "F0402:in"),
        ("$.a =~ \"x\"", "F0402:=~"),
        ("$.a and $.b", "F0402:and"),
        ("NOT $.a AND $.b", "F0402:NOT F0402:AND"),
        ("$.a contains \"x\"", "F0402:contains"),
        ("$.a is null", "F0402:is F0404:null"),
        ("$.a <> 1", "F0402:<>"),
        ("$.a in [1, 2]", "F0402:in F0401:["),
        ("($.a == {x: 1}) && $.b", "F0401:{"),
        ("${$.a}", "F0401:{"),
        ("len($.a) > 1", "F0402:len"),
        ("$.a == 'x'", "F0401:'x'"),
        ("$.a == \"x", "F0401:\"x"),
        ("($.a", "F0401:("),
        ("$.a)", "F0401:)"),
        ("$.a $.b", "F0401:$.b"),
        ("$.a ==", "F0401:=="),
        ("== 1", "F0401:=="),
        ("$.a == 1 == 2", "F0401:=="),
        ("$.a == 1x", "F0401:1x"),
        ("$.a == @", "F0401:@"),
        ("$input.a == 1", "F0407:$input.a"),
        ("$.a == b || $.c = d", "F0404:b F0403:= F0404:d"),
        ("", "F0401:"),
    ] {
        assert_eq!(read(text), findings, "{text}");
    }
}

#[test]
fn size_and_depth_are_bounded() {
    assert!(read(&"(".repeat(20_000)).starts_with("F0104"));
    assert!(read(&"!".repeat(20_000)).contains("F0104") || read(&"!".repeat(20_000)).matches("F0402").count() == 5);
    assert!(read(&format!("$.a{}", " && $.a".repeat(20_000))).starts_with("F0104"));
    assert!(read(&"$.a $.b ".repeat(20_000)).matches("F0401").count() <= 5);
}
