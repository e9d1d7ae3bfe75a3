//! Constants of a definition as Rust.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::{ir::Constant, types::Integer};

/// A constant as an owned value.
pub(super) fn value(constant: &Constant) -> TokenStream {
    match constant {
        Constant::Bool(flag) => quote!(rt::Value::Bool(#flag)),
        Constant::Integer(whole) => integer_value(*whole),
        Constant::Float(float) if float.is_finite() => {
            let literal = float_literal(*float);
            quote!(rt::Value::from(#literal))
        }
        Constant::Null | Constant::Float(_) => quote!(rt::Value::Null),
        Constant::Text(text) => quote!(rt::Value::from(#text)),
        Constant::Array(items) => array(items.iter().map(value)),
        Constant::Object(entries) => {
            let object = object(entries.iter().map(|(key, item)| (key, value(item))));
            quote!(rt::Value::Object(#object))
        }
    }
}

/// A constant as a side of a comparison.
pub(super) fn operand(constant: &Constant) -> TokenStream {
    match constant {
        Constant::Bool(flag) => quote!(#flag),
        Constant::Integer(whole) => signed(*whole < 0, &Literal::u128_unsuffixed(whole.unsigned_abs()), "i128"),
        Constant::Float(float) if float.is_finite() => float_literal(*float),
        Constant::Null | Constant::Float(_) => quote!(rt::Operand::Null),
        Constant::Text(text) => quote!(#text),
        Constant::Array(_) | Constant::Object(_) => {
            let value = value(constant);
            quote!(&#value)
        }
    }
}

/// An array of owned values.
pub(super) fn array(items: impl Iterator<Item = TokenStream>) -> TokenStream {
    let mut items = items.peekable();
    if items.peek().is_none() {
        quote!(rt::Value::Array(Default::default()))
    } else {
        quote!(rt::Value::from([#(#items),*]))
    }
}

/// An object (`rt::Object`) of owned values.
pub(super) fn object<'a>(items: impl Iterator<Item = (&'a String, TokenStream)>) -> TokenStream {
    entries(items).map_or_else(|| quote!(rt::Object::new()), |entries| quote!(rt::entries(#entries)))
}

/// The array of the entries of an object, if there are any.
pub(super) fn entries<'a>(items: impl Iterator<Item = (&'a String, TokenStream)>) -> Option<TokenStream> {
    let mut entries = items.map(|(key, value)| quote!((#key, #value))).peekable();
    entries.peek()?;
    Some(quote!([#(#entries),*]))
}

/// A finite number with its type.
pub(super) fn float_literal(float: f64) -> TokenStream {
    // `Debug` writes large and small numbers with an exponent.
    let literal = format!("{:?}", float.abs()).parse().unwrap_or_else(|_| Literal::f64_unsuffixed(float.abs()));
    signed(float.is_sign_negative(), &literal, "f64")
}

/// A whole number of a type that has room for it.
pub(super) fn whole(whole: i128, kind: Integer) -> TokenStream {
    let ty = match kind {
        Integer::I64 => "i64",
        Integer::U64 => "u64",
        Integer::I128 => "i128",
    };
    signed(whole < 0, &Literal::u128_unsuffixed(whole.unsigned_abs()), ty)
}

fn integer_value(whole: i128) -> TokenStream {
    let literal = Literal::u128_unsuffixed(whole.unsigned_abs());
    if i64::try_from(whole).is_ok() {
        let literal = signed(whole < 0, &literal, "i64");
        quote!(rt::Value::from(#literal))
    } else if u64::try_from(whole).is_ok() {
        let literal = signed(false, &literal, "u64");
        quote!(rt::Value::from(#literal))
    } else {
        let text = whole.to_string();
        quote!(rt::json(#text))
    }
}

/// A number with its sign as a token of its own, since a literal has none.
fn signed(negative: bool, literal: &Literal, ty: &str) -> TokenStream {
    let literal: Literal = format!("{literal}{ty}").parse().unwrap_or_else(|_| literal.clone());
    if negative { quote!(-#literal) } else { quote!(#literal) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(constant: &Constant, as_value: &str, as_operand: &str) {
        assert_eq!(value(constant).to_string().replace(' ', ""), as_value);
        assert_eq!(operand(constant).to_string().replace(' ', ""), as_operand);
    }

    #[test]
    fn numbers_keep_their_value() {
        check(&Constant::Integer(-3), "rt::Value::from(-3i64)", "-3i128");
        check(
            &Constant::Integer(u64::MAX.into()),
            "rt::Value::from(18446744073709551615u64)",
            "18446744073709551615i128",
        );
        check(
            &Constant::Integer(i128::MIN),
            "rt::json(\"-170141183460469231731687303715884105728\")",
            "-170141183460469231731687303715884105728i128",
        );
        check(&Constant::Float(1.5), "rt::Value::from(1.5f64)", "1.5f64");
        check(&Constant::Float(-1e300), "rt::Value::from(-1e300f64)", "-1e300f64");
        check(&Constant::Float(f64::NAN), "rt::Value::Null", "rt::Operand::Null");
    }

    #[test]
    fn trees_are_nested() {
        let tree = Constant::Object(vec![
            ("a".to_owned(), Constant::Array(vec![Constant::Null, Constant::Bool(true)])),
            ("b".to_owned(), Constant::Object(vec![])),
            ("c".to_owned(), Constant::Array(vec![])),
        ]);
        assert_eq!(
            value(&tree).to_string().replace(' ', ""),
            "rt::Value::Object(rt::entries([\
             (\"a\",rt::Value::from([rt::Value::Null,rt::Value::Bool(true)])),\
             (\"b\",rt::Value::Object(rt::Object::new())),\
             (\"c\",rt::Value::Array(Default::default()))]))"
        );
    }
}
