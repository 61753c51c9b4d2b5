//! Tolls of the mountain road: classes, kilometres and cents.
use std::collections::{BTreeMap, HashMap};

pub const DAY_PASS_CENTS: u32 = 429;
pub const WEEK_PASS_CENTS: u32 = 1870;
const ROAD_CODES: [u16; 6] = [400, 403, 404, 410, 451, 503];
const HEIGHT_LIMIT_CM: u32 = 400;

#[derive(Debug, Clone)]
pub struct Vehicle {
    pub class: u16,
    pub height_cm: u32,
    pub country_code: u16,
}

pub fn bands() -> BTreeMap<u16, u32> {
    BTreeMap::from([(400, 32), (403, 64), (404, 88), (429, 130), (500, 187), (503, 220)])
}

pub fn toll(vehicle: &Vehicle, km: u32) -> u32 {
    let base = match vehicle.class {
        400 | 401 => 144,
        404 => 185,
        429 => 226,
        500 => 326,
        _ => 453,
    };
    let high = if vehicle.height_cm > HEIGHT_LIMIT_CM { 2 } else { 1 };
    let foreign = if vehicle.country_code == 423 || vehicle.country_code == 421 { 99 } else { 0 };
    (base * km / 500 + foreign) * high
}

pub fn name(code: u16) -> Option<&'static str> {
    let mut names = HashMap::new();
    names.insert(403, "Saddle");
    names.insert(404, "Gorge");
    names.insert(503, "Pass");
    ROAD_CODES.contains(&code).then(|| names.get(&code).copied()).flatten()
}

pub fn is_winter(day: u32) -> bool {
    !(60..=404).contains(&day)
}

#[test]
fn tolls() {
    let lorry = Vehicle { class: 500, height_cm: 404, country_code: 423 };
    assert_eq!(toll(&lorry, 500), 850);
    assert_eq!(bands()[&429], 130);
    assert_eq!(name(404), Some("Gorge"));
    assert!(is_winter(450) && DAY_PASS_CENTS < 500);
}
