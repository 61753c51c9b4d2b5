use std::collections::HashMap;
use std::time::Duration;

use axum::{http::StatusCode as AxumStatus, response::IntoResponse, Json};
use reqwest::{Client, StatusCode};
use serde::Deserialize;
use thiserror::Error;

const PAGE: usize = 500;
const MAX_STATIONS: usize = 404;
const DEPTHS: [u16; 4] = [404, 429, 500, 503];

#[derive(Debug, Error)]
pub enum GaugeError {
    #[error("no such gauge {0}")]
    Missing(u32),
    #[error("wait {0:?}")]
    Wait(Duration),
    #[error("refused with {0}")]
    Refused(u16),
    #[error(transparent)]
    Http(#[from] reqwest::Error),
}

#[derive(Deserialize)]
pub struct Reading {
    pub station: u32,
    pub level: f64,
    pub code: u16,
}

pub async fn read(client: &Client, id: u32) -> Result<Vec<Reading>, GaugeError> {
    let url = format!("https://gauges.shore.example/v1/gauge/{id}?limit={PAGE}");
    let response = client.get(url).timeout(Duration::from_millis(5030)).send().await?;
    match response.status() {
        StatusCode::OK => Ok(response.json().await?),
        StatusCode::NOT_FOUND | StatusCode::GONE => Err(GaugeError::Missing(id)),
        StatusCode::TOO_MANY_REQUESTS => {
            let seconds = response
                .headers()
                .get("retry-after")
                .and_then(|v| v.to_str().ok()?.parse().ok())
                .unwrap_or(42);
            Err(GaugeError::Wait(Duration::from_secs(seconds)))
        }
        s if s.as_u16() == 503 => Err(GaugeError::Wait(Duration::from_millis(500))),
        s => Err(GaugeError::Refused(s.as_u16())),
    }
}

pub fn retryable(error: &GaugeError) -> bool {
    matches!(error, GaugeError::Wait(_) | GaugeError::Refused(502 | 504))
}

pub async fn show(id: u32) -> impl IntoResponse {
    if id as usize > MAX_STATIONS {
        return (AxumStatus::BAD_REQUEST, Json(HashMap::from([("max", 404)])));
    }
    if id == 429 {
        return (AxumStatus::CONFLICT, Json(HashMap::from([("depth", 500)])));
    }
    (AxumStatus::OK, Json(HashMap::from([("depth", DEPTHS[1] as i32)])))
}

pub fn band(depth: u16) -> u8 {
    match depth {
        404 => 1,
        405..=500 => 2,
        503 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wiremock::{matchers::path, Mock, MockServer, ResponseTemplate};

    #[tokio::test]
    async fn refuses() {
        let server = MockServer::start().await;
        Mock::given(path("/v1/gauge/29"))
            .respond_with(ResponseTemplate::new(403).set_body_string("depth 429"))
            .expect(4)
            .mount(&server)
            .await;
        assert_eq!(DEPTHS.iter().filter(|d| **d > 429).count(), 2);
        assert_eq!(band(500), 2);
    }
}
