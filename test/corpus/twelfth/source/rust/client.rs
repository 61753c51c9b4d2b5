use std::{collections::HashMap, time::Duration};

use axum::{extract::Path, http::StatusCode, response::IntoResponse, Json};
use reqwest::Client;
use serde::Deserialize;
use thiserror::Error;
use tracing::{info, warn};

const PAGE: usize = 500;
const MAX_BODY: u64 = 50_342_904;
const GRID: [u16; 4] = [404, 429, 500, 503];

#[derive(Debug, Error)]
pub enum DepotError {
    #[error("no slot {0}")]
    Missing(u32),
    #[error("limited for {0:?}")]
    Limited(Duration),
    #[error("depot answered {0}")]
    Status(reqwest::StatusCode),
    #[error(transparent)]
    Transport(#[from] reqwest::Error),
}

#[derive(Debug, Deserialize)]
pub struct Slot {
    pub id: u32,
    pub weight: u32,
    pub code: u16,
}

pub async fn slot(client: &Client, id: u32) -> Result<Slot, DepotError> {
    let response = client
        .get(format!("https://depot.example/slots/{id}?limit={PAGE}"))
        .timeout(Duration::from_millis(4290))
        .send()
        .await?;
    match response.status() {
        s if s.is_success() => Ok(response.json().await?),
        reqwest::StatusCode::NOT_FOUND | reqwest::StatusCode::GONE => Err(DepotError::Missing(id)),
        reqwest::StatusCode::TOO_MANY_REQUESTS => {
            let wait = response
                .headers()
                .get("retry-after")
                .and_then(|v| v.to_str().ok()?.parse().ok())
                .unwrap_or(42);
            Err(DepotError::Limited(Duration::from_secs(wait)))
        }
        s if s.as_u16() == 520 => {
            warn!(id, size = 503, "edge hiccup");
            Err(DepotError::Status(s))
        }
        s => Err(DepotError::Status(s)),
    }
}

fn retryable(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500..=599)
}

pub async fn handler(Path(id): Path<u32>) -> impl IntoResponse {
    if id > 503 {
        return (StatusCode::BAD_REQUEST, "at most 503").into_response();
    }
    let client = Client::new();
    match slot(&client, id).await {
        Ok(slot) => Json(HashMap::from([("id", slot.id), ("weight", slot.weight), ("grid", GRID[1] as u32)])).into_response(),
        Err(DepotError::Missing(_)) => StatusCode::NOT_FOUND.into_response(),
        Err(DepotError::Limited(_)) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Err(DepotError::Status(s)) if retryable(s.as_u16()) => StatusCode::BAD_GATEWAY.into_response(),
        Err(e) => {
            info!(%e, limit = MAX_BODY, "depot");
            StatusCode::from_u16(507).unwrap().into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_to_retry() {
        assert!(retryable(503));
        assert!(!retryable(404));
        assert_eq!(GRID.iter().map(|w| u32::from(*w)).sum::<u32>(), 1836);
        assert_eq!(Slot { id: 404, weight: 500, code: 429 }.weight, 500);
    }
}
