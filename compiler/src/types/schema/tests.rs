//! Schemas, and what is declared by them.

use std::fmt::Write as _;

use super::super::declared::{Declared, Integer, Signature, Ty, TypeKind};
use crate::diagnostics::Diagnostics;
use crate::source::{Sidecar, SourceFile};
use crate::{lower, syntax};

const FLOW: &str = "version: v1\ntype: flow\nsteps:\n  \
    - {type: task, name: reserve, resourceArn: 'acs:fc:::services/shop/functions/reserve'}\n  \
    - {type: task, name: ship, resourceArn: 'acs:fnf:::flow/shipping', pattern: sync}\n  \
    - type: task\n    name: approve\n    resourceArn: acs:fc:::services/shop/functions/ask\n    pattern: waitForCallback\n    \
    timeoutSeconds: 60\n    inputMappings: [{target: taskToken, source: $context.task.token}]\n";

/// What a sidecar declares, and what is found in it and in the files beside it.
fn declared(files: &[(&str, &str)]) -> (Declared, String) {
    let mut sidecar = Sidecar::new(SourceFile::new("flow.types.yaml", files[0].1));
    for (path, text) in &files[1..] {
        sidecar = sidecar.with_file(path, SourceFile::new(*path, *text));
    }
    let source = SourceFile::new("flow.yaml", FLOW).with_types(sidecar);
    let mut diags = Diagnostics::default();
    let document = syntax::parse(&source, &mut diags).unwrap();
    let flow = lower::lower(&document, &source, &mut diags);
    let mut found = Diagnostics::default();
    let declared = super::declare(&flow, &source, &mut found);
    (declared, found.finish().render_short(&source))
}

/// A line for each type and each declaration.
fn print(declared: &Declared) -> String {
    let mut text = String::new();
    let ty = |ty: &Ty| self::ty(declared, ty);
    let mut say = |what: &str, signature: &Signature| {
        for (end, of) in [("input", &signature.input), ("output", &signature.output)] {
            if let Some(of) = of {
                let _ = writeln!(text, "{what}{end}: {}", ty(of));
            }
        }
    };
    say("", &Signature { input: declared.input.clone(), output: declared.output.clone() });
    for (id, signature) in &declared.functions {
        say(&format!("function {} ", id.0), signature);
    }
    for (flow, signature) in &declared.flows {
        say(&format!("flow {flow} "), signature);
    }
    for (step, of) in &declared.reports {
        let _ = writeln!(text, "report {}: {}", step.0, ty(of));
    }
    for def in &declared.types {
        let kind = match &def.kind {
            TypeKind::Enum(texts) => texts.join(" | "),
            TypeKind::Struct { fields, others } => {
                let field = |field: &super::super::declared::FieldDef| {
                    let doc = field.doc.as_ref().map(|doc| format!(" ({doc})")).unwrap_or_default();
                    format!("{}{}: {}{doc}", field.key, if field.required { "" } else { "?" }, ty(&field.ty))
                };
                let mut parts: Vec<_> = fields.iter().map(field).collect();
                parts.extend(others.as_ref().map(|of| format!("..: {}", ty(of))));
                format!("{{{}}}", parts.join(", "))
            }
            TypeKind::Union { tag, variants } => {
                let variants: Vec<_> =
                    variants.iter().map(|(of, id)| format!("{of} {}", ty(&Ty::Named(*id)))).collect();
                format!("by {tag}: {}", variants.join(" | "))
            }
        };
        let doc = def.doc.as_ref().map(|doc| format!(" ({doc})")).unwrap_or_default();
        let _ = writeln!(text, "`{}`{doc} = {kind}", def.name);
    }
    text
}

fn ty(declared: &Declared, of: &Ty) -> String {
    match of {
        Ty::Any => "any".to_owned(),
        Ty::Bool => "bool".to_owned(),
        Ty::Integer(Integer::I64) => "i64".to_owned(),
        Ty::Integer(Integer::U64) => "u64".to_owned(),
        Ty::Integer(Integer::I128) => "i128".to_owned(),
        Ty::Number => "number".to_owned(),
        Ty::Double => "f64".to_owned(),
        Ty::Text => "text".to_owned(),
        Ty::Timestamp => "time".to_owned(),
        Ty::List(item) => format!("[{}]", ty(declared, item)),
        Ty::Map(value) => format!("{{*: {}}}", ty(declared, value)),
        Ty::Nullable(of) => format!("{} or null", ty(declared, of)),
        Ty::Named(id) => format!("`{}`", declared.get(*id).name),
    }
}

/// What is declared by a text without findings.
fn printed(text: &str) -> String {
    let (declared, found) = declared(&[("", text)]);
    assert_eq!(found, "", "{text}");
    print(&declared)
}

#[test]
fn schemas_without_parts() {
    for (schema, expected) in [
        ("true", "any"),
        ("{}", "any"),
        ("{description: whatever}", "any"),
        ("{type: boolean}", "bool"),
        ("{type: string}", "text"),
        ("{type: string, format: date-time}", "time"),
        ("{type: [string, \"null\"]}", "text or null"),
        ("{type: string, nullable: true}", "text or null"),
        ("{nullable: true}", "any"),
        ("{type: number}", "number"),
        ("{type: number, format: double}", "f64"),
        ("{type: integer}", "i64"),
        ("{type: integer, format: int32}", "i64"),
        ("{type: integer, format: uint64}", "u64"),
        ("{type: integer, minimum: 0}", "i64"),
        ("{type: integer, minimum: 0, maximum: 18446744073709551615}", "u64"),
        ("{type: integer, exclusiveMinimum: -1, exclusiveMaximum: 9223372036854775809}", "u64"),
        ("{type: integer, maximum: 9223372036854775808}", "i128"),
        ("{type: integer, minimum: -1e30}", "i128"),
        ("{type: object}", "{*: any}"),
        ("{type: object, additionalProperties: {type: integer}}", "{*: i64}"),
        ("{additionalProperties: true}", "{*: any}"),
        ("{type: array}", "[any]"),
        ("{items: {items: {type: string}}}", "[[text]]"),
        ("{type: [array, \"null\"], items: {type: [string, \"null\"]}}", "[text or null] or null"),
        ("{oneOf: [{type: string}, {type: \"null\"}]}", "text or null"),
        ("{anyOf: [{type: \"null\"}, {type: [string, \"null\"]}]}", "text or null"),
        ("{anyOf: [{type: string}]}", "text"),
    ] {
        assert_eq!(printed(&format!("output: {schema}")), format!("output: {expected}\n"), "{schema}");
    }
}

#[test]
fn an_object_has_a_name_and_its_parts_have_longer_ones() {
    let text = "input:\n  description: An order.\n  required: [order, at]\n  properties:\n    \
        order: {properties: {items: {type: array, items: {properties: {size: {enum: [s, l, null]}}}}}}\n    \
        at: {type: string, format: date-time, description: When it came.}\n    \
        notes: {additionalProperties: {properties: {text: {type: string}}, additionalProperties: false}}\n";
    let expected = "input: `input`\n\
        `input` (An order.) = {order: `input order`, at: time (When it came.), notes?: {*: `input notes value`}, ..: any}\n\
        `input order` = {items?: [`input order items item`], ..: any}\n\
        `input notes value` = {text?: text}\n\
        `input order items item` = {size?: `input order items item size` or null, ..: any}\n\
        `input order items item size` = s | l\n";
    assert_eq!(printed(text), expected);
}

#[test]
fn a_sidecar_says_whether_objects_have_other_keys() {
    let text = "additionalProperties: false\n\
        input: {properties: {a: {properties: {}}, b: {properties: {}, additionalProperties: true}, c: {type: object}}}\n\
        output: {properties: {a: {type: string}}, additionalProperties: {type: boolean}}\n";
    let expected = "input: `input`\noutput: `output`\n\
        `input` = {a?: `input a`, b?: `input b`, c?: {*: any}}\n\
        `output` = {a?: text, ..: bool}\n\
        `input a` = {}\n\
        `input b` = {..: any}\n";
    assert_eq!(printed(text), expected);
}

#[test]
fn names_are_those_of_the_definition() {
    let text = "functions:\n  reserve: {input: {properties: {a: {}}}, output: {$ref: '#/$defs/Reserved'}}\n\
        reports: {approve: {properties: {ok: {type: boolean}}}}\n\
        flows: {shipping: {output: {properties: {}}}}\n\
        $defs: {Reserved: {type: [object, \"null\"], properties: {id: {type: string}}}, Unused: {properties: {}}}\n";
    let expected = "function 0 input: `reserve input`\nfunction 0 output: `Reserved` or null\n\
        flow shipping output: `shipping output`\nreport 2: `approve report`\n\
        `reserve input` = {a?: any, ..: any}\n\
        `Reserved` = {id?: text, ..: any}\n\
        `approve report` = {ok?: bool, ..: any}\n\
        `shipping output` = {..: any}\n";
    assert_eq!(printed(text), expected);
    assert_eq!(
        printed("functions: {'acs:fc:::services/shop/functions/reserve': {output: {enum: [a]}}}"),
        "function 0 output: `reserve output`\n`reserve output` = a\n"
    );
}

#[test]
fn a_name_that_is_taken_gets_a_number() {
    let text = "input: {properties: {order: {properties: {}}}}\n$defs: {inputOrder: {properties: {}}, Input: {}}\n\
        output: {$ref: '#/$defs/inputOrder'}\n";
    let expected = "input: `input 2`\noutput: `inputOrder`\n\
        `input 2` = {order?: `input 2 order`, ..: any}\n`inputOrder` = {..: any}\n`input 2 order` = {..: any}\n";
    assert_eq!(printed(text), expected);
}

#[test]
fn references_may_lead_back_through_objects() {
    let text = "input: {$ref: '#/$defs/Node'}\n$defs:\n  Node:\n    type: [object, \"null\"]\n    properties:\n      \
        next: {$ref: '#/$defs/Node', description: The next one.}\n      all: {$ref: '#/$defs/Nodes'}\n    required: [next]\n  \
        Nodes: {items: {$ref: '#/$defs/Node'}}\n";
    let (declared, found) = declared(&[("", text)]);
    assert_eq!(found, "flow.types.yaml:1:9: error[F0508]: the input of a flow is an object");
    let expected = "input: `Node` or null\n\
        `Node` = {next: `Node` or null (The next one.), all?: [`Node` or null], ..: any}\n";
    assert_eq!(print(&declared), expected);
}

#[test]
fn a_key_tells_objects_apart() {
    let text = "output:\n  discriminator: {propertyName: kind, mapping: {check: '#/$defs/Check'}}\n  oneOf:\n    \
        - $ref: '#/$defs/Card'\n    - $ref: '#/$defs/Check'\n    \
        - {properties: {kind: {enum: [cash, coins]}}, additionalProperties: false}\n    - {type: \"null\"}\n\
        $defs:\n  Card:\n    description: A card.\n    required: [kind, number]\n    \
        properties: {kind: {const: card}, number: {type: string}}\n  Check: {$ref: '#/$defs/Paper'}\n  \
        Paper: {properties: {kind: {type: string}, bank: {type: string}}}\n";
    let expected = "output: `output` or null\n\
        `output` = by kind: card `output card` | check `output check` | cash `output cash` | coins `output coins`\n\
        `output card` (A card.) = {number: text, ..: any}\n\
        `output check` = {bank?: text, ..: any}\n\
        `output cash` = {}\n\
        `output coins` = {}\n";
    assert_eq!(printed(text), expected);
}

#[test]
fn an_object_may_hold_the_union_that_it_is_of() {
    let text = "output: {$ref: '#/$defs/Node'}\n$defs:\n  Node:\n    properties:\n      kind: {const: node}\n      \
        child: {discriminator: {propertyName: kind}, oneOf: [{$ref: '#/$defs/Node'}, {properties: {kind: {const: leaf}}}]}\n";
    let expected = "output: `Node`\n`Node` = {kind?: `Node kind`, child?: `Node child`, ..: any}\n\
        `Node kind` = node\n\
        `Node child` = by kind: node `Node child node` | leaf `Node child leaf`\n\
        `Node child node` = {child?: `Node child node child`, ..: any}\n\
        `Node child leaf` = {..: any}\n\
        `Node child node child` = by kind: node `Node child node` | leaf `Node child node child leaf`\n\
        `Node child node child leaf` = {..: any}\n";
    assert_eq!(printed(text), expected);
}

#[test]
fn files_beside_the_sidecar_are_referred_to() {
    let (declared, found) = declared(&[
        ("", "input: {properties: {a: {$ref: 'b/address.json'}, m: {$ref: './b/../money.yaml#/$defs/Money'}}}\n"),
        (
            "b/address.json",
            "{\n\t\"type\": \"object\",\n\t\"properties\": {\"paid\": {\"$ref\": \"../money.yaml#/$defs/Money\"}, \
             \"up\": {\"$ref\": \"#\"}, \"own\": {\"$ref\": \"../flow.types.yaml#/$defs/Own\"}}}\n",
        ),
        ("money.yaml", "additionalProperties: false\n$defs: {Money: {properties: {amount: {type: integer}}}}\n"),
    ]);
    assert_eq!(found, "b/address.json:3:102: error[F0506]: there is no `Own` among the `$defs` of `flow.types.yaml`");
    let expected = "input: `input`\n`input` = {a?: `address`, m?: `Money`, ..: any}\n\
        `address` = {paid?: `Money`, up?: `address`, own?: any, ..: any}\n`Money` = {amount?: i64}\n";
    assert_eq!(print(&declared), expected);
}

#[test]
fn the_digest_is_that_of_the_definition_alone() {
    let source = SourceFile::new("flow.yaml", FLOW);
    let (without, _) = crate::analyze(&source).unwrap();
    let sidecar = Sidecar::new(SourceFile::new("flow.types.yaml", "input: {type: object}\n"));
    let (with, _) = crate::analyze(&source.with_types(sidecar)).unwrap();
    assert_eq!(with, without);
}

#[test]
fn an_empty_sidecar_declares_nothing() {
    for text in ["", "# nothing yet\n", "{}", "input:\nfunctions:\n"] {
        assert!(declared(&[("", text)]).0.is_empty(), "{text}");
        assert_eq!(printed(text), "");
    }
}

#[test]
fn a_long_chain_of_references_is_read() {
    let chain = |link: &dyn Fn(usize) -> String| {
        let defs = (0..3_000).map(|at| format!("  D{at}: {}\n", link(at))).collect::<Vec<_>>().concat();
        format!("output: {{$ref: '#/$defs/D0'}}\n$defs:\n{defs}  D3000: {{type: string}}\n")
    };
    let (_, found) = declared(&[("", &chain(&|at| format!("{{$ref: '#/$defs/D{}'}}", at + 1)))]);
    assert!(found.starts_with("flow.types.yaml:") && found.contains("F0104"), "{found}");
    let (objects, found) =
        declared(&[("", &chain(&|at| format!("{{properties: {{next: {{$ref: '#/$defs/D{}'}}}}}}", at + 1)))]);
    assert_eq!((objects.types.len(), found.as_str()), (3_000, ""));
}
