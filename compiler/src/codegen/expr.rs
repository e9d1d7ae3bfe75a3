//! Expressions as Rust expressions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    chain::Chain,
    env::{Env, Holder},
    literal,
    names::{Names, ident},
};
use crate::ir::{Builtin, BuiltinCall, Compare, Constant, Expr, ExprKind, Missing, NullOrder, Relation, Truth, Ty};

/// How tightly a condition holds together, from the loosest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Or,
    And,
    Unary,
}

impl Env<'_> {
    /// An owned value.
    pub(super) fn value(&self, expr: &Expr) -> TokenStream {
        match &expr.kind {
            ExprKind::Literal(constant) => literal::value(constant),
            ExprKind::Path(path) => self.path_value(path),
            ExprKind::JsonText(inner) => self.json_text(inner),
            ExprKind::Text(inner) => self.apply(&quote!(rt::text), inner),
            ExprKind::Negative(inner) => self.try_apply(&quote!(rt::negative), inner),
            ExprKind::FlowOf(inner) => self.try_apply(&quote!(rt::flow_of), inner),
            ExprKind::Call(call) if call.function.result() != Ty::Bool => self.call(call),
            ExprKind::Object(entries) => {
                let object = literal::object(entries.iter().map(|(key, value)| (key, self.value(value))));
                quote!(rt::Value::Object(#object))
            }
            ExprKind::And(_, _)
            | ExprKind::Or(_, _)
            | ExprKind::Not(_)
            | ExprKind::Compare(_)
            | ExprKind::Bool(_, _)
            | ExprKind::In(_, _)
            | ExprKind::Call(_) => {
                let condition = self.condition(expr);
                quote!(rt::Value::Bool(#condition))
            }
        }
    }

    /// A `&rt::Value`.
    fn borrowed(&self, expr: &Expr) -> TokenStream {
        if let ExprKind::Path(path) = &expr.kind {
            return self.path_borrowed(path);
        }
        let value = self.value(expr);
        quote!(&#value)
    }

    fn apply(&self, function: &TokenStream, operand: &Expr) -> TokenStream {
        let operand = self.borrowed(operand);
        quote!(#function(#operand))
    }

    fn try_apply(&self, function: &TokenStream, operand: &Expr) -> TokenStream {
        let operand = self.borrowed(operand);
        quote!(#function(here, #operand)?)
    }

    /// A call of a built-in function.
    fn call(&self, call: &BuiltinCall) -> TokenStream {
        if call.function == Builtin::ToArray {
            return literal::array(call.args.iter().map(|arg| self.value(arg)));
        }
        let function = ident(&Names::default().snake(call.function.name(), "call"));
        let params = call.function.params().len();
        let fixed = call.args.iter().take(params).map(|arg| self.borrowed(arg));
        let rest = call.function.rest().map(|_| {
            let rest = call.args.iter().skip(params).map(|arg| self.borrowed(arg));
            quote!(, &[#(#rest),*])
        });
        if call.function.is_random() {
            let number = Literal::u32_unsuffixed(call.number);
            return quote!(rt::builtin::#function(cx, here, #number #(, #fixed)*)?);
        }
        quote!(rt::builtin::#function(here, #(#fixed),* #rest)?)
    }

    /// A side of a comparison: something that an `rt::Operand` can be made from.
    pub(super) fn operand(&self, expr: &Expr) -> TokenStream {
        match &expr.kind {
            ExprKind::Literal(constant) => literal::operand(constant),
            ExprKind::Path(path) => self.path_operand(path),
            ExprKind::JsonText(inner) => {
                let text = self.json_text(inner);
                quote!(&#text)
            }
            _ if expr.ty == Ty::Bool => self.condition(expr),
            _ => {
                let value = self.value(expr);
                quote!(&#value)
            }
        }
    }

    /// An `rt::Operand`.
    pub(super) fn whole_operand(&self, expr: &Expr) -> TokenStream {
        let operand = self.operand(expr);
        match &expr.kind {
            ExprKind::Path(path) if matches!(self.place_of(path), Chain::Typed(place) if self.known.is_operand(&place)) => {
                operand
            }
            _ => quote!(rt::Operand::from(#operand)),
        }
    }

    /// A `bool`.
    pub(super) fn condition(&self, expr: &Expr) -> TokenStream {
        self.leveled(expr).0
    }

    fn leveled(&self, expr: &Expr) -> (TokenStream, Level) {
        match &expr.kind {
            ExprKind::And(left, right) => {
                let (left, right) = (self.at_least(left, Level::And), self.at_least(right, Level::Unary));
                (quote!(#left && #right), Level::And)
            }
            ExprKind::Or(left, right) => {
                let (left, right) = (self.at_least(left, Level::Or), self.at_least(right, Level::And));
                (quote!(#left || #right), Level::Or)
            }
            ExprKind::Not(inner) => {
                let inner = self.at_least(inner, Level::Unary);
                (quote!(!#inner), Level::Unary)
            }
            ExprKind::Compare(compare) => (self.compare(compare), Level::Unary),
            ExprKind::In(item, collection) => {
                let (item, collection) = (self.borrowed(item), self.borrowed(collection));
                (quote!(rt::is_in(here, #item, #collection)?), Level::Unary)
            }
            ExprKind::Call(call) if call.function.result() == Ty::Bool => (self.call(call), Level::Unary),
            ExprKind::Bool(inner, _) if inner.ty == Ty::Bool && !is_data(inner) => self.leveled(inner),
            ExprKind::Bool(inner, rule) => (self.truth(inner, *rule), Level::Unary),
            ExprKind::Literal(Constant::Bool(flag)) => (quote!(#flag), Level::Unary),
            ExprKind::Literal(_)
            | ExprKind::Path(_)
            | ExprKind::JsonText(_)
            | ExprKind::Text(_)
            | ExprKind::Negative(_)
            | ExprKind::Call(_)
            | ExprKind::Object(_)
            | ExprKind::FlowOf(_) => (self.truth(expr, Truth::Lenient), Level::Unary),
        }
    }

    fn at_least(&self, expr: &Expr, level: Level) -> TokenStream {
        if let Some(flag) = flag(expr) {
            // A bare `true` or `false` beside `&&` or `||` is what clippy calls a mistake.
            return quote!(rt::eq(true, #flag));
        }
        let (tokens, found) = self.leveled(expr);
        if found < level { quote!((#tokens)) } else { tokens }
    }

    fn compare(&self, compare: &Compare) -> TokenStream {
        let (left, right) = (self.operand(&compare.left), self.operand(&compare.right));
        let function = match compare.relation {
            Relation::Eq => return quote!(rt::eq(#left, #right)),
            Relation::Ne => return quote!(!rt::eq(#left, #right)),
            Relation::Lt => quote!(lt),
            Relation::Le => quote!(le),
            Relation::Gt => quote!(gt),
            Relation::Ge => quote!(ge),
        };
        if !self.in_step {
            return quote!(false);
        }
        let nulls = match compare.null {
            NullOrder::False => quote!(rt::Nulls::False),
            NullOrder::Fail => quote!(rt::Nulls::Fail),
        };
        quote!(rt::#function(here, #nulls, #left, #right)?)
    }

    fn truth(&self, expr: &Expr, rule: Truth) -> TokenStream {
        if !self.in_step {
            return quote!(false);
        }
        let operand = self.operand(expr);
        let rule = match rule {
            Truth::Lenient => quote!(rt::Truth::Lenient),
            Truth::Strict => quote!(rt::Truth::Strict),
        };
        quote!(rt::truth(here, #rule, #operand)?)
    }

    fn json_text(&self, expr: &Expr) -> TokenStream {
        let borrowed = match &expr.kind {
            ExprKind::Path(path) => match self.chain(path) {
                Chain::Whole(
                    Holder::Layers(name) | Holder::Object(name) | Holder::Last(name) | Holder::Value(name),
                ) => Some(name),
                Chain::One(chain) => Some(chain),
                _ => None,
            },
            _ => None,
        };
        let value = borrowed.unwrap_or_else(|| self.value(expr));
        quote!(rt::json_text(&#value))
    }
}

/// Whether an expression is data, whose type is only known when the flow runs.
fn is_data(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Path(_) | ExprKind::JsonText(_))
}

/// The constant that an expression is.
fn flag(expr: &Expr) -> Option<bool> {
    match &expr.kind {
        ExprKind::Literal(Constant::Bool(flag)) => Some(*flag),
        ExprKind::Bool(inner, _) => flag(inner),
        _ => None,
    }
}

/// Whether an expression can fail when the flow runs.
pub(super) fn can_fail(expr: &Expr) -> bool {
    let mut can = false;
    expr.each(&mut |expr| {
        can |= match &expr.kind {
            ExprKind::Path(path) => path.missing == Missing::Fail,
            ExprKind::Compare(compare) => !matches!(compare.relation, Relation::Eq | Relation::Ne),
            ExprKind::Bool(_, _)
            | ExprKind::Negative(_)
            | ExprKind::In(_, _)
            | ExprKind::Call(_)
            | ExprKind::FlowOf(_) => true,
            ExprKind::Literal(_)
            | ExprKind::And(_, _)
            | ExprKind::Or(_, _)
            | ExprKind::Not(_)
            | ExprKind::JsonText(_)
            | ExprKind::Text(_)
            | ExprKind::Object(_) => false,
        }
    });
    can
}
