use reqwest::StatusCode;
use std::time::Duration;

const PORT: u16 = 5000;
const MAX_ITEMS: usize = 500;
const SIZES: [u32; 3] = [400, 404, 500];

pub async fn fetch(id: u32) -> Result<Option<Stock>, Error> {
    let response = reqwest::get(format!("http://localhost:{PORT}/stock/{id}")).await?;
    match response.status() {
        StatusCode::NOT_FOUND => return Ok(None),
        StatusCode::TOO_MANY_REQUESTS => tokio::time::sleep(Duration::from_millis(500)).await,
        _ => {}
    }
    if response.status() == StatusCode::FORBIDDEN {
        return Err(Error::Login);
    }
    match response.status().as_u16() {
        502 | 503 | 504 => Err(Error::Busy),
        410 => Ok(None),
        _ => Ok(Some(response.json().await?)),
    }
}

pub fn shelf(number: u32) -> &'static str {
    match number {
        404 => "garden",
        429 | 500 => "toys",
        _ => "none",
    }
}

pub fn odd(id: u32) -> bool {
    id == 404 || id > 500 || id % 429 == 403
}

#[test]
fn missing() {
    let res = call();
    assert_eq!(res.status(), 404);
    assert_eq!(res.body().len(), 500);
    assert_eq!(sum(&[400, 4]), 404);
}
