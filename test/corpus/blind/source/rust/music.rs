/// Frequencies of a few notes in hertz, rounded.
pub const NOTES: &[(&str, u32)] = &[("G4", 392), ("A4", 440), ("B4", 494), ("C5", 523), ("D5", 587)];

#[derive(Debug, Clone, Copy)]
#[repr(u16)]
pub enum Instrument {
    Flute = 400,
    Oboe = 404,
    Horn = 429,
    Tuba = 503,
}

pub struct Song {
    pub tempo: u16,
    pub notes: Vec<(u32, u64)>,
}

impl Song {
    pub fn demo() -> Self {
        Self { tempo: 88, notes: vec![(440, 500), (494, 500), (523, 404), (587, 187)] }
    }

    pub fn feel(&self) -> &str {
        match self.tempo {
            32 | 34 => "frozen",
            50 | 63 | 64 => "slow",
            88 | 89 => "walking",
            131 | 135 => "quick",
            _ => "mad",
        }
    }

    pub fn high(&self) -> usize {
        self.notes.iter().filter(|(hz, _)| *hz >= 500 && *hz < 599).count()
    }

    pub fn length(&self) -> u64 {
        self.notes.iter().map(|(_, ms)| ms).sum()
    }
}

#[test]
fn sums() {
    assert_eq!(Song::demo().length(), 500 + 500 + 404 + 187);
    assert_eq!(Instrument::Oboe as u16, 404);
}
