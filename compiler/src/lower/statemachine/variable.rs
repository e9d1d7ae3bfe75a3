//! What `$Input`, `$Output`, `$Global` and `$Item` mean where they stand.

use super::super::literal::literal;
use super::scene::Place;
use super::{Machine, Scene};
use crate::diagnostics::Code;
use crate::expr;
use crate::ir::{Constant, Expr, ExprKind, Missing, Path, Root, Segment, Ty};
use crate::source::Span;

impl Machine<'_> {
    pub(super) fn variable(&mut self, path: &expr::Path, scene: Scene) -> Expr {
        let (segments, span) = (path.segments.as_slice(), path.span);
        match path.root {
            expr::Root::StateInput => input(segments, scene, span),
            expr::Root::StateOutput => self.output(segments, scene, span, "$Output"),
            expr::Root::Global => {
                let ty = if segments.is_empty() { Ty::Object } else { Ty::Any };
                data(Root::Global, segments, ty, span)
            }
            expr::Root::StateContext => self.context(path, scene),
            expr::Root::Item if scene.place == Place::Item => unknown(span), // what it is for cannot run
            expr::Root::Item => {
                self.unreadable("$Item", span, "only an `ItemConstructor` reads it; in a `Processor` it is `$Input`")
            }
            root => self.unreadable(root.text(), span, "write `$Input` for the input of the state"),
        }
    }

    /// What the state has done, where that is known.
    pub(super) fn output(&mut self, segments: &[Segment], scene: Scene, span: Span, written: &str) -> Expr {
        match scene.place {
            Place::Output if scene.result => data(Root::Result, segments, Ty::Any, span),
            Place::Output => input(segments, scene, span), // it forwards its input
            Place::Catch => self.unreadable(
                written,
                span,
                "the state has failed; `$Context.Current.Error` is the error, `$Input` what the state got",
            ),
            Place::Input | Place::State | Place::Item => self.unreadable(
                written,
                span,
                "the state has not run yet; what the one before it has given is `$Input`",
            ),
        }
    }

    fn unreadable(&mut self, written: &str, span: Span, help: &str) -> Expr {
        self.base.diags.report(Code::WrongRoot, span, format_args!("`{written}` cannot be read here")).help(help);
        unknown(span)
    }
}

/// The input of the state, before or after its `InputConstructor`.
pub(super) fn input(segments: &[Segment], scene: Scene, span: Span) -> Expr {
    let root = if scene.place == Place::Input { Root::ScopeData } else { Root::StepInput };
    data(root, segments, Ty::Any, span)
}

pub(super) fn data(root: Root, segments: &[Segment], ty: Ty, span: Span) -> Expr {
    let kind = ExprKind::Path(Path { root, segments: segments.to_vec(), missing: Missing::Fail });
    Expr { kind, ty, span }
}

/// A stand-in for what cannot be read.
fn unknown(span: Span) -> Expr {
    Expr { ty: Ty::Any, ..literal(Constant::Null, span) }
}
