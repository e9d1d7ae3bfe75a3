use super::*;

fn read(text: &str) -> String {
    outcome(condition, text)
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
