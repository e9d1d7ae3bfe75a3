//! Constants in data.

use super::read::Reader;
use crate::diagnostics::Code;
use crate::ir::Constant;
use crate::yaml::Node;

/// How deep data may be nested; engines refuse what is deeper.
const MAX_DEPTH: usize = 100;

impl Reader<'_> {
    /// Whether data is nested too deeply, which is reported.
    pub(super) fn is_too_deep(&mut self, node: &Node) -> bool {
        let deep = node.is_deeper_than(MAX_DEPTH);
        if deep {
            self.diags
                .report(Code::TooComplex, node.head(), format_args!("data is nested deeper than {MAX_DEPTH} levels"))
                .help("make it flatter, or let a function give it as a text");
        }
        deep
    }

    /// The value of a scalar; null, which is reported, where JSON has none.
    pub(super) fn scalar_constant(&mut self, node: &Node) -> Constant {
        match node.scalar() {
            Some(Constant::Float(float)) if !float.is_finite() => {
                let message = format!("`{}` has no form in JSON", self.shown(node));
                self.diags.report(Code::WrongType, node.span, message).help("write a finite number, or text in quotes");
                Constant::Null
            }
            Some(Constant::Integer(integer)) => {
                if integer < i64::MIN.into() || integer > u64::MAX.into() {
                    let message = format!("`{}` is not kept exactly: it becomes the nearest float", self.shown(node));
                    self.diags.report(Code::InexactNumber, node.span, message).help("write it as text, in quotes");
                }
                Constant::Integer(integer)
            }
            scalar => scalar.unwrap_or(Constant::Null),
        }
    }
}
