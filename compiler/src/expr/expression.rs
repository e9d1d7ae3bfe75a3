//! A stand-in until expressions are read in full: paths, and constants as YAML has them.

use super::{Expr, ExprKind, Path, Root};
use crate::diagnostics::{Code, Diagnostics};
use crate::ir::Segment;
use crate::source::SourceFile;
use crate::yaml::{Node, NodeKind};

/// Reads the expression that a scalar holds; the result is [`ExprKind::Invalid`] where it could not be read, which is
/// reported.
pub(crate) fn expression(node: &Node, _source: &SourceFile, diags: &mut Diagnostics) -> Expr {
    let kind = match &node.kind {
        NodeKind::Scalar(scalar) => match read(scalar.text.trim(), node) {
            Some(path) => ExprKind::Path(path),
            None => match node.scalar() {
                Some(constant) if !scalar.text.contains(['$', '(']) => ExprKind::Constant(constant),
                _ => compare(scalar.text.trim(), node),
            },
        },
        _ => ExprKind::Invalid,
    };
    if kind == ExprKind::Invalid {
        diags.report(Code::ExpressionSyntax, node.head(), "this expression cannot be read yet");
    }
    Expr { kind, span: node.span }
}

/// Whether a text is as a whole a variable with a path.
pub(crate) fn reads_like_variable(text: &str) -> bool {
    let node = Node { kind: NodeKind::Sequence(Vec::new()), span: crate::source::Span::default(), tag: None };
    read(text, &node).is_some()
}

fn compare(text: &str, node: &Node) -> ExprKind {
    let Some((left, right)) = text.split_once(" == ").or_else(|| text.split_once(" >= ")) else {
        return ExprKind::Invalid;
    };
    let side = |text: &str| match read(text.trim(), node) {
        Some(path) => Expr { kind: ExprKind::Path(path), span: node.span },
        None => Expr {
            kind: ExprKind::Constant(crate::ir::Constant::Text(text.trim().trim_matches('"').to_owned())),
            span: node.span,
        },
    };
    let relation = if text.contains(" == ") { crate::ir::Relation::Eq } else { crate::ir::Relation::Ge };
    ExprKind::Compare(relation, Box::new(side(left)), Box::new(side(right)))
}

fn read(text: &str, node: &Node) -> Option<Path> {
    let mut parts = text.strip_prefix('$')?.split('.');
    let root = match parts.next()? {
        "Input" => Root::StateInput,
        "Output" => Root::StateOutput,
        "Global" => Root::Global,
        "Item" => Root::Item,
        "Context" => Root::StateContext,
        _ => return None,
    };
    let name = |part: &&str| !part.is_empty() && part.chars().all(|it| it.is_alphanumeric() || it == '_' || it == '-');
    let segments = parts.map(|part| name(&part).then(|| Segment::Key(part.to_owned()))).collect::<Option<_>>()?;
    Some(Path { root, segments, span: node.span })
}
