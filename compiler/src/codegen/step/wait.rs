//! Waits.

use proc_macro2::Literal;
use quote::quote;

use super::{Site, Work};
use crate::{
    codegen::env::{Env, Holder},
    ir::{Constant, Expr, ExprKind, Wait},
};

impl Site<'_, '_> {
    pub(super) fn wait(&self, wait: &Wait, env: &Env<'_>) -> Work {
        let (function, expr) = match wait {
            Wait::Seconds(expr) => (quote!(wait_seconds), expr),
            Wait::Instant(expr) => (quote!(wait_until), expr),
        };
        let operand = match expr {
            Expr { kind: ExprKind::Literal(Constant::Integer(whole @ 0..)), .. } => {
                let literal = Literal::i128_unsuffixed(*whole);
                quote!(rt::Operand::Integer(#literal))
            }
            Expr { kind: ExprKind::Literal(Constant::Text(text)), .. } => quote!(rt::Operand::Text(#text)),
            expr => env.whole_operand(expr),
        };
        let left = self.leave(self.step.next, &Env { result: Holder::Empty, ..env.clone() });
        let tokens = quote! {
            rt::#function(cx, here, #operand).await?;
            #left
        };
        Work::Block { tokens, awaits: true, calls: false }
    }
}
