//! `hash`.

use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use super::{shown, string};
use crate::{error::StepError, scope::Here, value::Value};

/// `hash(text, algorithm)`: the hash of a string's UTF-8 in lower-case hexadecimal.
pub fn hash(here: &Here<'_>, text: &Value, algorithm: &Value) -> Result<Value, StepError> {
    let text = string(here, "hash() takes a string as its first argument", text)?;
    let algorithm = string(here, "hash() takes a string as its algorithm", algorithm)?;
    let text = text.as_bytes();
    let hash = match algorithm {
        "MD5" => hex(&*md5::compute(text)),
        "SHA-1" => hex(&Sha1::digest(text)),
        "SHA-256" => hex(&Sha256::digest(text)),
        "SHA-512" => hex(&Sha512::digest(text)),
        other => {
            let known = "hash() has the algorithms `MD5`, `SHA-1`, `SHA-256` and `SHA-512`";
            return Err(here.error(format_args!("{known}, not `{}`", shown(other))));
        }
    };
    Ok(hash.into())
}

fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::tests::*, *};

    #[test]
    fn hashes_are_those_of_their_standards() {
        for (text, algorithm, expected) in [
            ("", "MD5", "d41d8cd98f00b204e9800998ecf8427e"),
            ("abc", "MD5", "900150983cd24fb0d6963f7d28e17f72"),
            ("价格", "MD5", "0e9fd9896867f16a2ac5e8256f279b0e"),
            ("", "SHA-1", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
            ("abc", "SHA-1", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            ("", "SHA-256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "SHA-256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abc",
                "SHA-512",
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
                 2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            ),
        ] {
            assert_eq!(hash(&here(), &json!(text), &json!(algorithm)), Ok(json!(expected)), "{algorithm} {text:?}");
        }
    }

    #[test]
    fn other_algorithms_are_refused() {
        for name in ["sha-256", "SHA256", "SHA-384", ""] {
            let sentence = "hash() has the algorithms `MD5`, `SHA-1`, `SHA-256` and `SHA-512`, not";
            fails(hash(&here(), &json!("abc"), &json!(name)), &format!("{sentence} `{name}`"));
        }
        fails(
            hash(&here(), &json!([]), &json!("MD5")),
            "hash() takes a string as its first argument, this is an array",
        );
        fails(hash(&here(), &json!(""), &json!(256)), "hash() takes a string as its algorithm, this is 256");
    }
}
