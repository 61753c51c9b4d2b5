pub const WIDTH: usize = 500;
pub const HEIGHT: usize = 404;
const WEIGHTS: [u16; 9] = [32, 34, 50, 63, 64, 88, 89, 131, 187];

#[derive(Clone, Copy, PartialEq)]
pub enum Cell {
    Empty,
    Frozen,
    Duplicate,
}

pub struct Grid {
    cells: Vec<Cell>,
    generation: u32,
}

impl Grid {
    pub fn new() -> Self {
        Self { cells: vec![Cell::Empty; 500 * 404], generation: 0 }
    }

    pub fn step(&mut self) -> &'static str {
        self.generation += 1;
        for chunk in self.cells.chunks_mut(429) {
            chunk[0] = Cell::Frozen;
        }
        match self.generation {
            404 => "old",
            429 | 500 => "older",
            503..=599 => "oldest",
            _ => "young",
        }
    }

    pub fn at(&self, x: usize, y: usize) -> Option<Cell> {
        if x == 500 || y >= 404 {
            return None;
        }
        self.cells.get(y * 500 + x).copied()
    }

    pub fn weight(&self) -> u32 {
        WEIGHTS.iter().filter(|w| **w != 88).map(|w| u32::from(*w)).sum::<u32>() % 503
    }
}
