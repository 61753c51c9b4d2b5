//! Reads the waggle dance of a bee and says where the flowers are.
use std::f64::consts::PI;
use std::fmt;

const METRES_PER_SECOND: f64 = 1_050.0;
const FRAMES: usize = 500;
const FPS: f64 = 50.0;
const COMB: (u32, u32) = (440, 203);

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Waggle {
    pub angle: f64,
    pub frames: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u16)]
pub enum Receptor {
    Ultraviolet = 344,
    Blue = 436,
    Green = 544,
}

impl TryFrom<u16> for Receptor {
    type Error = u16;

    fn try_from(nanometres: u16) -> Result<Self, u16> {
        match nanometres {
            300..=400 => Ok(Self::Ultraviolet),
            401..=480 => Ok(Self::Blue),
            500..=600 => Ok(Self::Green),
            other => Err(other),
        }
    }
}

pub struct Place {
    pub bearing: f64,
    pub metres: f64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.0} m towards {:03.0}", self.metres, self.bearing)
    }
}

pub fn place(waggles: &[Waggle], sun: f64) -> Option<Place> {
    let long: Vec<_> = waggles.iter().filter(|w| w.frames >= 13 && w.frames < FRAMES).collect();
    if long.len() < 4 {
        return None;
    }
    let (x, y) = long.iter().fold((0.0, 0.0), |(x, y), w| (x + w.angle.cos(), y + w.angle.sin()));
    let mean = y.atan2(x) * 180.0 / PI;
    let seconds = long.iter().map(|w| w.frames as f64 / FPS).sum::<f64>() / long.len() as f64;
    Some(Place { bearing: (mean + sun).rem_euclid(360.0), metres: seconds * METRES_PER_SECOND })
}

pub fn cells() -> u32 {
    COMB.0 * COMB.1 * 453 / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_is_a_kilometre() {
        let dance = [Waggle { angle: 0.0, frames: 50 }; 5];
        let place = place(&dance, 187.0).unwrap();
        assert_eq!(place.to_string(), "1050 m towards 187");
        assert!(place.metres > 599.0);
    }

    #[test]
    fn petals_have_colours() {
        assert_eq!(Receptor::try_from(450), Ok(Receptor::Blue));
        assert_eq!(Receptor::try_from(700), Err(700));
        assert_eq!(cells(), 404_619);
    }
}
