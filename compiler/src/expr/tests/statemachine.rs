use super::*;
use crate::yaml;

pub(super) fn read(text: &str) -> String {
    outcome(expression, text)
}

/// The value of the only key of a YAML text.
fn value(source: &SourceFile) -> Node {
    let mut diags = Diagnostics::default();
    let node = yaml::read(source, &mut diags).unwrap();
    let NodeKind::Mapping(entries) = node.kind else { panic!("no mapping") };
    entries.into_iter().next().unwrap().value
}

/// The tree of the value of a YAML text with the place of each of its parts, or the findings.
fn read_yaml(text: &str) -> String {
    let source = SourceFile::new("f.yaml", text);
    let mut diags = Diagnostics::default();
    let expr = expression(&value(&source), &source, &mut diags);
    if diags.is_empty() { places(&expr, &source).join(" | ") } else { found(diags, &source) }
}

fn places(expr: &Expr, source: &SourceFile) -> Vec<String> {
    let parts: Vec<&Expr> = match &expr.kind {
        ExprKind::Constant(_) | ExprKind::Path(_) | ExprKind::Invalid => Vec::new(),
        ExprKind::Not(a) | ExprKind::Negative(a) => vec![a],
        ExprKind::And(a, b) | ExprKind::Or(a, b) | ExprKind::In(a, b) | ExprKind::Compare(_, a, b) => vec![a, b],
        ExprKind::Call(_, args) => args.iter().collect(),
    };
    let own = source.slice(expr.span).to_owned();
    std::iter::once(own).chain(parts.into_iter().flat_map(|part| places(part, source))).collect()
}

#[test]
fn each_form_is_read() {
    for (text, tree) in [
        ("$Input.done", "$Input.done"),
        ("$Context", "$Context"),
        ("$Output.output.choices[0].message", "$Output.output.choices[0].message"),
        ("$Global['a b'][\"c]\"][ 1 ]", "$Global.a b.c][1]"),
        ("$Item.价格", "$Item.价格"),
        ("$Input.a-1", "$Input.a-1"),
        ("1", "1"),
        ("-1", "-1"),
        ("- 12.5", "-12.5"),
        ("\"a\"", "\"a\""),
        ("`a\"\\n`", "\"a\\\"\\\\n\""),
        ("'it\\'s \"it\"'", "\"it's \\\"it\\\"\""),
        (r#""\u4ef7\ud83d\ude00\b\f""#, "\"价😀\\u{8}\\u{c}\""),
        ("true", "Bool(true)"),
        ("[]", "Array([])"),
        ("[1, -2, null]", "Array([Integer(1), Integer(-2), Null])"),
        ("{}", "Object([])"),
        ("{\"k\": [1], 'l': {}}", "Object([(\"k\", Array([Integer(1)])), (\"l\", Object([]))])"),
        ("{\"a\":-1}", "Object([(\"a\", Integer(-1))])"),
        ("uuid()", "(uuid)"),
        ("format( \"{} {}\" , $Input.a,uuid() )", "(format \"{} {}\" $Input.a (uuid))"),
        ("jsonMerge({\"a\": 1}, $Input)", "(jsonMerge Object([(\"a\", Integer(1))]) $Input)"),
        ("intAdd(-1, -$Input.n)", "(intAdd -1 (- $Input.n))"),
        ("!$Input.done", "(! $Input.done)"),
        ("!!$Input.done", "(! (! $Input.done))"),
        ("--1", "(- -1)"),
        ("-uuid() == 1", "F0401:uuid()"),
        ("$Input.x in [\"a\"]", "(in $Input.x Array([Text(\"a\")]))"),
        ("\"k\" in $Input", "(in \"k\" $Input)"),
        ("$Input.a[0]==-1", "(Eq $Input.a[0] -1)"),
    ] {
        assert_eq!(read(text), tree, "{text}");
    }
}

#[test]
fn precedence_is_as_documented() {
    for (text, tree) in [
        ("$Input.a || $Input.b && $Input.c == 1", "(|| $Input.a (&& $Input.b (Eq $Input.c 1)))"),
        ("($Input.a || $Input.b) && $Input.c", "(&& (|| $Input.a $Input.b) $Input.c)"),
        ("!$Input.a == $Input.b", "(Eq (! $Input.a) $Input.b)"),
        ("!($Input.a in [1]) && true", "(&& (! (in $Input.a Array([Integer(1)]))) Bool(true))"),
        ("-$Input.a < -$Input.b", "(Lt (- $Input.a) (- $Input.b))"),
        ("length($Input.a) > 0 || false", "(|| (Gt (length $Input.a) 0) Bool(false))"),
        ("(true)", "Bool(true)"),
    ] {
        assert_eq!(read(text), tree, "{text}");
    }
}

#[test]
fn what_functions_take_is_let_through() {
    for text in [
        "hash($Input.a, \"SHA-256\")",
        "hash($Input.a, $Input.b)",
        "randomInt(1, 1)",
        "randomInt(-5, 2.0)",
        "get(stringToJson($Input.a), 0)",
        "get(mapKeys($Input), 0)",
        "length(jsonMerge($Input, {}))",
        "format($Input.template, 1, 2)",
        "format(\"{}\", [1])",
        "toArray()",
        "stringToJson({\"a\": 1})",
        "regexMatchString($Item.name, `^\\d+$`)",
    ] {
        assert!(!read(text).starts_with("F0"), "{text}: {}", read(text));
    }
}

#[test]
fn a_warning_leaves_the_expression() {
    let text = "format(\"{}\")";
    let expr = expression(&node(text), &SourceFile::new("f.yaml", text), &mut Diagnostics::default());
    assert_eq!(show(&expr), "(format \"{}\")");
}

#[test]
fn variables_are_told_from_text() {
    for text in ["$Input", "$Context.Current.TaskToken", "$Output[0].a", "$Global[\"a b\"]", "$Item.a-b", "$Input.价格"]
    {
        assert!(reads_like_variable(text), "{text}");
    }
    for text in [
        "",
        "Input.a",
        "$",
        "$.a",
        "$input.a",
        "$Inputs.a",
        "$Input.",
        "$Input a",
        "$Input.a ",
        " $Input.a",
        "$Input.a b",
        "$Input.a[*]",
        "$Input.a == 1",
        "uuid()",
        "cost: $Input.x",
        "$Input.a[",
        "$Input..a",
        "$$Input",
        "$Input$Item",
    ] {
        assert!(!reads_like_variable(text), "{text}");
    }
}

#[test]
fn each_part_has_its_place_in_the_file() {
    for (text, places) in [
        ("c: $Input.a == 1 # why\n", "$Input.a == 1 | $Input.a | 1"),
        ("c: '($Input.a) == ''b'''\n", "($Input.a) == ''b'' | $Input.a | ''b''"),
        ("c: \"\\\"k\\\" in $Input.\\u4ef7\"\n", "\\\"k\\\" in $Input.\\u4ef7 | \\\"k\\\" | $Input.\\u4ef7"),
        (
            "c: >-\n  !$Input.a &&\n  - $Input.b\n",
            "!$Input.a &&\n  - $Input.b | !$Input.a | $Input.a | - $Input.b | $Input.b",
        ),
        ("c: |\n  format(\"{}\",\n    -1)\n", "format(\"{}\",\n    -1) | \"{}\" | -1"),
        ("c: '[1, {\"a\": 2}]'\n", "[1, {\"a\": 2}]"),
        ("c: 12\n", "12"),
        ("c: true\n", "true"),
        ("c: !!str 12\n", "12"),
    ] {
        assert_eq!(read_yaml(text), places, "{text}");
    }
}

#[test]
fn traps_of_yaml_are_explained() {
    for (text, findings) in [
        ("c:\n", "F0113:"),
        ("c: ~\n", "F0113:~"),
        ("c: null\n", "F0113:null"),
        ("c: ''\n", "F0401:''"),
        ("c: [1, 2]\n", "F0113:1"),
        ("c: {\"a\": 1}\n", "F0113:\"a\": 1"),
        ("c: !$Input.ok\n", "F0401:!$Input.ok"),
        ("c: !$Input.ok && $Input.a\n", "F0401:!$Input.ok"),
        ("c: ! $Input.ok\n", "F0401:!"),
        ("c: format(\"a #1\", 2)\n", "F0401:\"a"),
        ("c: >-\n  $Input.a\n  = 1\n", "F0403:="),
    ] {
        assert_eq!(read_yaml(text), findings, "{text}");
    }
    let help = |text: &str| {
        let source = SourceFile::new("f.yaml", text);
        let mut diags = Diagnostics::default();
        expression(&value(&source), &source, &mut diags);
        diags.iter().next().unwrap().help.clone().unwrap()
    };
    assert!(help("c: format(\"a #1\", 2)\n").contains("starts a YAML comment"));
    assert!(help("c: length([1, #2\n").contains("starts a YAML comment"));
    assert!(help("c: $Input[ #2\n").contains("starts a YAML comment"));
    assert!(help("c: 'format(\"a' # b\n").contains("add the closing quote"));
    assert!(help("c: !$Input.ok\n").contains("stands in quotes"));
    assert!(help("c: [1]\n").contains("a JSON literal stands in quotes"));
}

#[test]
fn size_and_depth_are_bounded() {
    let nested = |open: &str, inner: &str, close: &str, times: usize| {
        format!("{}{inner}{}", open.repeat(times), close.repeat(times))
    };
    assert!(!read(&nested("length(", "$Input.a", ")", 1)).starts_with("F0"));
    assert!(!read(&nested("toBase64(", "$Input.a", ")", 10)).starts_with("F0"));
    assert!(read(&nested("toBase64(", "$Input.a", ")", 11)).starts_with("F0104:toBase64"));
    assert!(!read(&nested("[", "1", "]", 64)).starts_with("F0"));
    for (open, inner, close) in [
        ("(", "1", ")"),
        ("[", "1", "]"),
        ("{\"a\":", "1", "}"),
        ("!", "true", ""),
        ("-", "$Input.a", ""),
        ("toBase64(", "", ")"),
    ] {
        assert!(read(&nested(open, inner, close, 20_000)).contains("F0104"), "{open}");
    }
    for text in [
        "$Input.a && ",
        "$Input.a, ",
        "!",
        "[",
        "]",
        "{",
        "{\"a\":",
        ",",
        "\"",
        "'",
        "$",
        "$$",
        "${",
        "$Input[",
        "$Input[\"",
        "not ",
        "~",
        "[(",
        "![",
        "..",
        "a ",
        "a.",
        "f(",
        "1 ",
        "in ",
        "not in ",
        "\\",
        "?",
        ":",
        "[1,",
        "format(\"{}\" ",
        "()",
        "uuid() + ",
        "# ",
    ] {
        let long = text.repeat(20_000);
        assert!(read(&long).matches("F0").count() <= 5, "{text}");
        reads_like_variable(&long);
        reads_like_variable(&format!("$Input.{long}"));
    }
    assert!(read(&format!("true{}", " && !true".repeat(20_000))).starts_with("F0104"));
    assert!(read(&format!("toArray({}1)", "uuid(), ".repeat(300))).starts_with("F0104"));
    assert!(read(&format!("[{}1]", "1, ".repeat(20_000))).starts_with("Array"));
    assert!(read(&format!("toArray({}1)", "1, ".repeat(20_000))).starts_with("(toArray"));
}
