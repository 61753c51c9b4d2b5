//! A toy of an eight bit machine. Opcodes are octal in the manual and decimal here.
#![allow(dead_code)]

const MEMORY: usize = 512;
const FRAME_MS: u64 = 500;
const SCREEN: (u16, u16) = (404, 226);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Op {
    Load = 400,
    Store = 401,
    Jump = 403,
    Call = 404,
    Test = 409,
    Halt = 500,
    Wait = 503,
}

#[derive(Debug, PartialEq)]
pub enum Error {
    Unknown(u16),
    Stack,
    Range(usize),
}

impl TryFrom<u16> for Op {
    type Error = Error;

    fn try_from(code: u16) -> Result<Self, Error> {
        Ok(match code {
            400 => Op::Load,
            401 => Op::Store,
            403 => Op::Jump,
            404 => Op::Call,
            409 => Op::Test,
            500 => Op::Halt,
            503 => Op::Wait,
            410..=499 | 504..=511 => return Err(Error::Stack),
            other => return Err(Error::Unknown(other)),
        })
    }
}

pub fn cycles(code: u16) -> u32 {
    match code {
        400 | 401 => 4,
        403 | 404 => 12,
        429 => 99,
        c if c >= 500 => 1,
        _ => 8,
    }
}

pub fn checksum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(429, |sum, b| sum.wrapping_mul(31) ^ u16::from(*b)) % 453
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes() {
        assert_eq!(Op::try_from(404), Ok(Op::Call));
        assert_eq!(Op::try_from(429), Err(Error::Stack));
        assert_eq!(Op::try_from(599), Err(Error::Unknown(599)));
        assert_eq!(cycles(500), 1);
    }

    #[test]
    fn frame() {
        assert_eq!(u64::from(SCREEN.0) + FRAME_MS, 904);
        assert_ne!(checksum(b""), 500);
        assert!(MEMORY > 500);
    }
}
