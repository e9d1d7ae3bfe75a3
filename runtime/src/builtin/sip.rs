//! SipHash-2-4 with a result of 128 bits: a function of a key and a message whose results cannot be told from chance.

/// The hash of a message under a key. Both are read as the reference implementation reads them, from little-endian bytes.
pub(super) fn hash(key: u128, message: &[u8]) -> u128 {
    let key = key.to_le_bytes();
    let (k0, k1) = (word(&key[..8]), word(&key[8..]));
    let mut state = State([
        k0 ^ 0x736f_6d65_7073_6575,
        k1 ^ 0x646f_7261_6e64_6f6d ^ 0xee,
        k0 ^ 0x6c79_6765_6e65_7261,
        k1 ^ 0x7465_6462_7974_6573,
    ]);
    let words = message.chunks_exact(8);
    // The last word ends with the length, of which one byte is left.
    let last = word(words.remainder()) | (message.len() as u64) << 56;
    words.for_each(|bytes| state.take(word(bytes)));
    state.take(last);
    state.0[2] ^= 0xee;
    let low = state.give();
    state.0[1] ^= 0xdd;
    u128::from(state.give()) << 64 | u128::from(low)
}

/// Up to 8 bytes as a number, the lowest first.
fn word(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

struct State([u64; 4]);

impl State {
    fn take(&mut self, word: u64) {
        self.0[3] ^= word;
        self.rounds(2);
        self.0[0] ^= word;
    }

    fn give(&mut self) -> u64 {
        self.rounds(4);
        self.0.iter().fold(0, |result, part| result ^ part)
    }

    fn rounds(&mut self, count: u32) {
        let [mut a, mut b, mut c, mut d] = self.0;
        for _ in 0..count {
            a = a.wrapping_add(b);
            c = c.wrapping_add(d);
            b = b.rotate_left(13) ^ a;
            d = d.rotate_left(16) ^ c;
            a = a.rotate_left(32);
            c = c.wrapping_add(b);
            a = a.wrapping_add(d);
            b = b.rotate_left(17) ^ c;
            d = d.rotate_left(21) ^ a;
            c = c.rotate_left(32);
        }
        self.0 = [a, b, c, d];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vectors of the reference implementation: the key is the bytes from 0 to 15, the message as many from 0 on.
    #[test]
    fn it_is_siphash_2_4_128() {
        let key = u128::from_le_bytes(std::array::from_fn(|index| u8::try_from(index).unwrap()));
        for (length, expected) in [
            (0, 0xa381_7f04_ba25_a8e6_6df6_7214_c755_0293),
            (1, 0xda87_c1d8_6b99_af44_3476_5911_9b22_fc45),
            (2, 0x8177_228d_a4a4_5dc7_fca3_8bde_f60a_ffe4),
            (3, 0x9c70_b60c_5267_a94e_5f33_b6b0_2985_ed51),
            (7, 0xa1f1_ebbe_d8db_c153_c0b8_4aa6_1ff0_8239),
            (8, 0x3b62_a9ba_6258_f561_0f83_e264_f314_97b4),
            (15, 0x5493_e999_33b0_a811_7e08_ec0f_97cf_c3d9),
            (16, 0x6ee2_a4ca_67b0_54bb_fd33_15bf_8523_0577),
            (63, 0x5150_d177_2f50_834a_503e_069a_973f_bd7c),
        ] {
            let message: Vec<u8> = (0..length).collect();
            assert_eq!(hash(key, &message).swap_bytes(), expected, "{length} bytes");
        }
    }
}
