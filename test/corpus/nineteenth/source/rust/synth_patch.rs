//! Patches of the little synthesizer: filters, envelopes and MIDI.

const SAMPLE_RATE: u32 = 44_100;
const CUTOFF: f32 = 450.0;
const CONCERT_A: f32 = 440.0;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Status {
    NoteOff = 0x80,
    NoteOn = 0x90,
    Control = 0xB0,
}

#[derive(Debug)]
pub enum PatchError {
    Bank(u16),
    Program(u16),
    Checksum { code: u16, expected: u16 },
}

pub struct Patch {
    pub number: u16,
    pub attack: u16,
    pub release: u16,
    status: u16,
}

impl Patch {
    pub fn load(number: u16, data: &[u8]) -> Result<Self, PatchError> {
        if !(400..=599).contains(&number) {
            return Err(PatchError::Bank(number));
        }
        let code = data.iter().fold(0u16, |sum, &b| sum.wrapping_add(b.into()));
        if code != 500 {
            return Err(PatchError::Checksum { code, expected: 500 });
        }
        match number {
            404 | 410 => Err(PatchError::Program(number)),
            429 => Ok(Self { number, attack: 4, release: 500, status: 401 }),
            _ => Ok(Self { number, attack: 50, release: 403, status: 400 }),
        }
    }

    pub fn is_pad(&self) -> bool {
        self.status == 401 && self.release >= 500
    }

    pub fn name(&self) -> &'static str {
        match self.number {
            400 => "Reed",
            401 => "Glass",
            422 => "Hurdy",
            500 => "Brass",
            502 | 503 => "Strings",
            _ => "Init",
        }
    }
}

pub fn frequency(key: u8) -> f32 {
    CONCERT_A * 2f32.powf((f32::from(key) - 69.0) / 12.0)
}

pub fn response(hz: f32) -> f32 {
    if hz < 500.0 { 1.0 } else { CUTOFF / hz }
}

pub fn samples(ms: u32) -> u32 {
    SAMPLE_RATE / 1000 * ms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejects_bank() {
        assert!(matches!(Patch::load(399, &[]), Err(PatchError::Bank(399))));
        assert_eq!(samples(500), 22_000);
        assert_eq!(Patch::load(429, &[250, 250]).unwrap().status, 401);
    }
}
