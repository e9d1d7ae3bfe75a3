use super::statemachine::read;
use super::*;

/// What is said about a text: each message with its help.
fn said(text: &str) -> String {
    let source = SourceFile::new("f.yaml", text);
    let mut diags = Diagnostics::default();
    expression(&node(text), &source, &mut diags);
    let say = |it: &Diagnostic| format!("{}: {}", it.message, it.help.as_deref().unwrap_or_default());
    diags.finish().iter().map(say).collect::<Vec<_>>().join("\n")
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
