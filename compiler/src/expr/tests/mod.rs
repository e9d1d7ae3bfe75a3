mod v1;
mod statemachine;
mod mistakes;

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

/// How an entry point reads a scalar.
type Read = fn(&Node, &SourceFile, &mut Diagnostics) -> Expr;

/// The tree, or the codes of the findings with the text that they mark.
fn outcome(read: Read, text: &str) -> String {
    let source = SourceFile::new("f.yaml", text);
    let mut diags = Diagnostics::default();
    let expr = read(&node(text), &source, &mut diags);
    if diags.is_empty() {
        return show(&expr);
    }
    found(diags, &source)
}

/// The codes of findings with the text that they mark.
fn found(diags: Diagnostics, source: &SourceFile) -> String {
    let found = diags.finish();
    found.iter().map(|it| format!("{}:{}", it.code.id(), source.slice(it.primary.span))).collect::<Vec<_>>().join(" ")
}
