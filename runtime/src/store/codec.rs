//! Rows and events as bytes: a version, then JSON.

use serde::{Serialize, de::DeserializeOwned};

/// The version of the bytes that this code writes; it reads this one only.
const VERSION: u8 = 2;

pub(crate) fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
    let mut bytes = vec![VERSION];
    serde_json::to_writer(&mut bytes, value).map_err(|error| error.to_string())?;
    Ok(bytes)
}

pub(crate) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    match bytes.split_first() {
        None => Err("it is empty".to_owned()),
        Some((&VERSION, json)) => serde_json::from_slice(json).map_err(|error| error.to_string()),
        Some((version, _)) => Err(format!("it has version {version}, and this engine reads version {VERSION}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_another_version_are_refused() {
        assert_eq!(decode::<u8>(&encode(&7).unwrap()), Ok(7));
        assert!(decode::<u8>(&[]).unwrap_err().contains("empty"));
        assert!(decode::<u8>(&[9, b'7']).unwrap_err().contains("version 9"));
        assert!(decode::<u8>(&[VERSION, b'x']).is_err());
    }
}
