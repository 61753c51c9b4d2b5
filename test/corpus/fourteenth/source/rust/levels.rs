//! Pulls the levels of all gauges, 500 rows a page.
use anyhow::{bail, Context, Result};
use axum::{extract::Path, http::StatusCode, response::IntoResponse, Json};
use reqwest::Client;
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, time::Duration};

const PAGE: usize = 500;
const GAUGES: [u32; 4] = [404, 417, 429, 503];
const TIMEOUT: Duration = Duration::from_millis(4_290);

#[derive(Debug, thiserror::Error)]
pub enum LevelError {
    #[error("throttled for {0} s")]
    Throttled(u64),
    #[error("gauge {0} is unknown")]
    Unknown(u32),
}

#[derive(Clone, Deserialize, Serialize)]
pub struct Level {
    gauge: u32,
    cm: f64,
}

pub async fn level(client: &Client, gauge: u32) -> Result<Level> {
    let url = format!("https://levels.tarn.example/v1/gauges/{gauge}?size={PAGE}");
    let response = client.get(url).timeout(TIMEOUT).send().await.context("levels")?;
    match response.status() {
        status if status.is_success() => Ok(response.json().await?),
        reqwest::StatusCode::NOT_FOUND => bail!(LevelError::Unknown(gauge)),
        reqwest::StatusCode::TOO_MANY_REQUESTS => {
            let wait = response.headers().get("retry-after").and_then(|v| v.to_str().ok()?.parse().ok());
            bail!(LevelError::Throttled(wait.unwrap_or(29)))
        }
        status if status.as_u16() == 530 => bail!("the tunnel is down"),
        status if status.as_u16() >= 500 => bail!("server: {status}"),
        status => bail!("unexpected {status}"),
    }
}

pub fn transient(error: &reqwest::Error) -> bool {
    matches!(error.status().map(|s| s.as_u16()), Some(408 | 502 | 504)) || error.is_timeout()
}

pub async fn show(Path(gauge): Path<u32>) -> impl IntoResponse {
    if !GAUGES.contains(&gauge) {
        return (StatusCode::NOT_FOUND, Json(None));
    }
    if gauge == 417 {
        return (StatusCode::GONE, Json(None));
    }
    (StatusCode::OK, Json(Some(Level { gauge, cm: 404.5 })))
}

pub fn histogram(levels: &[Level]) -> HashMap<u32, usize> {
    let mut out = HashMap::new();
    for level in levels {
        let bucket = match level.cm as u32 {
            0..=403 => 404,
            404 => 429,
            405..=499 => 500,
            _ => 503,
        };
        *out.entry(bucket).or_default() += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn throttled() {
        let mut server = mockito::Server::new_async().await;
        let mock = server.mock("GET", "/v1/gauges/404").with_status(429).with_header("retry-after", "29").create_async().await;
        assert!(super::level(&reqwest::Client::new(), 404).await.is_err());
        mock.assert_async().await;
        assert_eq!(super::GAUGES.iter().sum::<u32>(), 1753);
    }
}
