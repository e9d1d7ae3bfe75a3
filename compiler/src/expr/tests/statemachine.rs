use super::*;
use crate::yaml;

fn read(text: &str) -> String {
    outcome(expression, text)
}

/// What is said about a text: each message with its help.
fn said(text: &str) -> String {
    let source = SourceFile::new("f.yaml", text);
    let mut diags = Diagnostics::default();
    expression(&node(text), &source, &mut diags);
    let say = |it: &Diagnostic| format!("{}: {}", it.message, it.help.as_deref().unwrap_or_default());
    diags.finish().iter().map(say).collect::<Vec<_>>().join("\n")
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
fn undocumented_operators_are_placed() {
    for (text, findings) in [
        ("$Input.a = 1", "F0403:="),
        ("$Input.a - 1", "F0402:-"),
        ("$Input.a -1", "F0402:-"),
        ("$Input.a + 1 > 2", "F0402:+"),
        ("$Input.a * 2", "F0402:*"),
        ("$Input.a ** 2", "F0402:**"),
        ("$Input.a / 2 % 3", "F0402:/ F0402:%"),
        ("+1", "F0402:+"),
        ("~$Input.a", "F0402:~"),
        ("$Input.a ? 1 : 2", "F0402:?"),
        ("$Input.a ?? 1", "F0402:??"),
        ("$Input.a =~ \"x\"", "F0402:=~"),
        ("$Input.a !~ \"x\"", "F0402:!~"),
        ("$Input.a & $Input.b", "F0402:&"),
        ("$Input.a == 1 | $Input.b == 2", "F0402:|"),
        ("$Input.a ^ 1 << 2", "F0402:^ F0402:<<"),
        ("$Input.a === 1", "F0402:==="),
        ("$Input.a and $Input.b", "F0402:and"),
        ("not $Input.a OR $Input.b", "F0402:not F0402:OR"),
        ("$Input.a not in [1]", "F0402:not in"),
        ("$Input.a IN [1]", "F0402:IN"),
        ("$Input.a contains \"x\"", "F0402:contains"),
        ("$Input.a == 1 == 2", "F0401:=="),
        ("1 < $Input.a < 2", "F0401:<"),
        ("1 in $Input.a in $Input.b", "F0401:in"),
    ] {
        assert_eq!(read(text), findings, "{text}");
    }
}

#[test]
fn mistakes_of_shape_are_placed() {
    for (text, findings) in [
        ("  ", "F0401:  "),
        ("status == 1", "F0404:status"),
        ("$Input.a == null", "F0404:null"),
        ("Input.a[0] == 1", "F0404:Input.a"),
        ("uuid", "F0404:uuid"),
        ("True", "F0404:True"),
        ("(1", "F0401:("),
        ("1)", "F0401:)"),
        ("(($Input.a) && (1", "F0401:("),
        ("$Input.a == 1 ) && ($Input.b", "F0401:)"),
        ("1]", "F0401:]"),
        ("1, 2", "F0401:,"),
        ("(1, 2)", "F0401:,"),
        ("$Input.a $Input.b", "F0401:$Input.b"),
        ("$Input.a ==", "F0401:=="),
        ("in [1]", "F0401:in"),
        ("== 1", "F0401:=="),
        ("!", "F0401:!"),
        ("-\"a\"", "F0401:\"a\""),
        ("-[1]", "F0401:[1]"),
        ("-($Input.a && true)", "F0401:$Input.a && true"),
        ("1x", "F0401:1x"),
        ("0x10", "F0401:0x10"),
        ("\"x", "F0401:\"x"),
        ("'x", "F0401:'x"),
        ("\"\\d\"", "F0401:\\d"),
        ("\"\\ud83d\"", "F0401:\\u"),
        ("@", "F0401:@"),
        ("${Input.a}", "F0401:$"),
        ("{{$Input.a}}", "F0401:{"),
        ("$Input.a; 1", "F0401:;"),
    ] {
        assert_eq!(read(text), findings, "{text}");
    }
}

#[test]
fn mistakes_of_paths_are_placed() {
    for (text, findings) in [
        ("$input.a", "F0407:$input"),
        ("$local", "F0407:$local"),
        ("$context.Execution", "F0407:$context"),
        ("$Inputs.a", "F0407:$Inputs"),
        ("$foo", "F0407:$foo"),
        ("$.a", "F0407:$"),
        ("$", "F0407:$"),
        ("$$.Execution.Name == 1", "F0407:$$"),
        ("$Input.", "F0401:."),
        ("$Input.a[", "F0401:["),
        ("$Input.a[x]", "F0401:[x]"),
        ("$Input[\"a\"", "F0401:[\"a\""),
        ("$Input[\"a\" \"b\"] == 1", "F0401:[\"a\""),
        ("$Input[`a`]", "F0401:[`a`]"),
        ("$Input..a", "F0405:..a"),
        ("$Input.*", "F0405:.*"),
        ("$Input.a[*].b", "F0405:[*]"),
        ("$Input.a[-1]", "F0405:[-1]"),
        ("$Input.a[1:2]", "F0405:[1:2]"),
        ("$Input.a[?(@.x)]", "F0405:[?(@.x)]"),
        ("split($Input.a, \",\")[0] == 1", "F0405:[0]"),
        ("get($Input.a, 1).b", "F0405:.b"),
        ("($Input).a[0]", "F0405:.a[0]"),
    ] {
        assert_eq!(read(text), findings, "{text}");
    }
}

#[test]
fn mistakes_of_literals_are_placed() {
    for (text, findings) in [
        ("[$Input.a, 1, $Input.b]", "F0401:$Input.a F0401:$Input.b"),
        ("{\"a\": $Input.a}", "F0401:$Input.a"),
        ("[uuid()]", "F0401:uuid"),
        ("[[format(\"{}\", [1])], 2]", "F0401:format"),
        ("[1,]", "F0401:]"),
        ("[,1]", "F0401:,"),
        ("[1 2] == 1", "F0401:2"),
        ("[1 + 2]", "F0401:+"),
        ("[(1)]", "F0401:("),
        ("[nil, null]", "F0404:nil"),
        ("[1", "F0401:["),
        ("[1, ", "F0401:,"),
        ("{\"a\": [1", "F0401:["),
        ("{\"a\"}", "F0401:}"),
        ("{\"a\": }", "F0401:}"),
        ("{a: 1}", "F0401:a"),
        ("{1: 1}", "F0401:1"),
        ("{\"a\" 1}", "F0401:1"),
        ("{\"a\": 1, \"a\": 2}", "F0103:\"a\""),
        ("[1}", "F0401:}"),
        ("[-\"a\"]", "F0401:-"),
        ("[[[1 2], 3], 4] == 1x", "F0401:2 F0401:1x"),
    ] {
        assert_eq!(read(text), findings, "{text}");
    }
}

#[test]
fn mistakes_of_calls_are_placed() {
    for (text, findings) in [
        ("upper($Input.a)", "F0413:upper"),
        ("$Input.a.length() > 2", "F0413:$Input.a.length"),
        ("length $Input.a", "F0404:length"),
        ("Format(\"{}\", 1)", "F0413:Format"),
        ("States.Format(\"{}\", 1) == 1", "F0413:States.Format"),
        ("length(upper(1))", "F0413:upper"),
        ("uuid(", "F0401:("),
        ("length(1", "F0401:("),
        ("length(,)", "F0401:,"),
        ("format(\"{}\",)", "F0401:)"),
        ("format(\"{}\" 1) == 2", "F0401:1"),
        ("format(\"{}\" $Input.a) == b", "F0401:$Input.a F0404:b"),
        ("format(\"a\", @)", "F0401:@"),
        ("hash($Input.a)", "F0414:hash($Input.a)"),
        ("uuid(1, 2)", "F0414:1, 2"),
        ("split(\"a\", \",\", 2)", "F0414:2"),
        ("format()", "F0414:format()"),
        ("split(1, \",\")", "F0414:1"),
        ("length(-1)", "F0414:-1"),
        ("length($Input.a == 1)", "F0414:$Input.a == 1"),
        ("mapKeys(split($Input.a, \",\"))", "F0414:split($Input.a, \",\")"),
        ("arrayContains($Input.a, 1) && arrayUnique({})", "F0414:{}"),
        ("jsonMerge([], $Input)", "F0414:[]"),
        ("get(\"a\", 1)", "F0414:\"a\""),
        ("get([1], \"a\")", "F0414:\"a\""),
        ("get({}, 1)", "F0414:1"),
        ("get($Input.a, true)", "F0414:true"),
        ("get($Input.a, -1)", "F0414:-1"),
        ("get($Input.a, 1.5)", "F0414:1.5"),
        ("intAdd(1.5, 2)", "F0414:1.5"),
        ("randomInt(5, 1)", "F0414:5, 1"),
        ("hash($Input.a, \"md5\")", "F0414:\"md5\""),
        ("hash($Input.a, \"rot13\")", "F0414:\"rot13\""),
        ("format(\"{} {}\", 1)", "F0415:\"{} {}\""),
        ("format(\"a\", 1)", "F0415:\"a\""),
    ] {
        assert_eq!(read(text), findings, "{text}");
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
fn help_says_what_to_write() {
    for (text, part) in [
        ("$input.a", "did you mean `$Input`?"),
        ("$local.a", "did you mean `$Output.a`?"),
        ("$.a[0]", "did you mean `$Input.a[0]`?"),
        ("$", "did you mean `$Input`?"),
        ("$$.Execution.Name", "did you mean `$Context.Execution.Name`?"),
        ("$foo.a", "paths begin with `$Context`, `$Input`, `$Output`, `$Global` and `$Item`"),
        ("$Input.a.*", "let a function pick several"),
        ("status", "write `$Input.status` for data or `\"status\"` for text"),
        ("input.a", "did you mean `$Input.a`?"),
        ("uuid", "write `uuid()` to call the function"),
        ("$Input.a == null", "null stands in JSON literals only"),
        ("$Input.a =~ \"x\"", "write `regexMatchString(text, pattern)`"),
        ("$Input.a + 1", "`+` is not part of StateMachine expressions: write `intAdd(first, second)`"),
        ("$Input.a * 2", "expressions are made of"),
        ("[$Input.a]", "`toArray(...)` makes an array of data"),
        ("States.ArrayLength($Input.a)", "did you mean `length`?"),
        ("Uuid()", "did you mean `uuid`?"),
        ("formatString(\"a\")", "did you mean `format`?"),
        ("toBase46(\"a\")", "did you mean `toBase64`?"),
        ("frobnicate()", "the functions are `format`, `length`"),
        ("hash(\"a\")", "`hash` takes 2 arguments, found 1: write `hash(text, algorithm)`"),
        ("hash(\"a\", \"sha256\")", "did you mean `SHA-256`?"),
        ("get(1, 2)", "`get` takes an array or an object here, this is a number"),
        ("${a}", "without braces"),
        ("format(\"{}{}\", 1)", "this template has 2 holes `{}` for 1 value"),
    ] {
        assert!(said(text).contains(part), "{text}: {}", said(text));
    }
}

#[test]
fn a_warning_leaves_the_expression() {
    let text = "format(\"{}\")";
    let expr = expression(&node(text), &SourceFile::new("f.yaml", text), &mut Diagnostics::default());
    assert_eq!(show(&expr), "(format \"{}\")");
}

#[test]
fn no_text_of_the_other_language_is_shown() {
    let mistakes = [
        "",
        "a",
        "null",
        "$",
        "$x",
        "1 +",
        "(",
        "f()",
        "@",
        "1 + 2",
        "a ? b : c",
        "$Input[x]",
        "$Input.",
        "\"a",
        "[1",
        "= 1",
        "not a",
        "~a",
        "1 1",
        "$Input.a[1:2]",
        "1x",
        "uuid(1)",
    ];
    for said in mistakes.map(said) {
        for word in ["condition", "FDL", "$.", "inputMappings", "`[*]`"] {
            assert!(!said.contains(word), "{said}");
        }
    }
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
