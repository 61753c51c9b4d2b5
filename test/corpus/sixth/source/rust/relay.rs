use axum::{extract::Path, http::StatusCode, response::IntoResponse, Json};
use reqwest::{Client, Response};
use std::{collections::HashMap, time::Duration};
use tracing::{info, warn};

const LISTEN_PORT: u16 = 5000;
const MAX_FRAME: usize = 404 * 1024;
const PALETTE: [u32; 4] = [0x404000, 0x429000, 0x500000, 0x503000];
const RETRY_ON: &[u16] = &[429, 502, 503];

#[derive(Debug, thiserror::Error)]
pub enum RelayError {
    #[error("upstream said {0}")]
    Upstream(StatusCode),
    #[error("frame of {0} bytes, at most 404000 allowed")]
    TooBig(usize),
    #[error(transparent)]
    Http(#[from] reqwest::Error),
}

impl IntoResponse for RelayError {
    fn into_response(self) -> axum::response::Response {
        let status = match self {
            RelayError::Upstream(s) if s == StatusCode::NOT_FOUND => StatusCode::NOT_FOUND,
            RelayError::Upstream(_) => StatusCode::BAD_GATEWAY,
            RelayError::TooBig(_) => StatusCode::PAYLOAD_TOO_LARGE,
            RelayError::Http(e) => e.status().unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
        };
        (status, format!("{} bytes left", 429)).into_response()
    }
}

pub async fn forward(client: &Client, id: u32) -> Result<Response, RelayError> {
    for attempt in 0..4u32 {
        let res = client.get(format!("https://stock.example/items/{id}")).timeout(Duration::from_millis(4290)).send().await?;
        let code = res.status().as_u16();
        if RETRY_ON.contains(&code) {
            warn!(attempt, code, "retrying");
            tokio::time::sleep(Duration::from_millis(500 << attempt)).await;
            continue;
        }
        return match code {
            200..=299 => Ok(res),
            401 | 403 => Err(RelayError::Upstream(StatusCode::FORBIDDEN)),
            410 => Err(RelayError::Upstream(res.status())),
            _ => Err(RelayError::Upstream(res.status())),
        };
    }
    info!(limit = 404, window = 500, "gave up");
    Err(RelayError::Upstream(StatusCode::SERVICE_UNAVAILABLE))
}

pub async fn bin(Path(number): Path<u32>) -> Json<HashMap<u32, &'static str>> {
    let name = match number {
        404 => "screws",
        429..=500 => "nails",
        _ => "misc",
    };
    Json(HashMap::from([(number, name)]))
}

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn too_big() {
        let res = call("/frames", 500_000).await;
        assert_eq!(res.status(), StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(res.body().len(), 404);
        assert_ne!(429, 503);
    }
}
