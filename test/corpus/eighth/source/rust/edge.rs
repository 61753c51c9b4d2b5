//! The edge of the desk: hands requests on.
use axum::{extract::Path, http::StatusCode, response::IntoResponse, Json};
use reqwest::Client;
use std::time::Duration;

const LIMIT: usize = 500;
const TICK: Duration = Duration::from_millis(429);
const SIZES: [u32; 4] = [42, 187, 404, 503];
const RETRYABLE: [StatusCode; 2] = [StatusCode::REQUEST_TIMEOUT, StatusCode::TOO_MANY_REQUESTS];

#[derive(Debug)]
pub enum EdgeError {
    Gone,
    Full(usize),
    Upstream(u16),
}

impl IntoResponse for EdgeError {
    fn into_response(self) -> axum::response::Response {
        let status = match self {
            EdgeError::Gone => StatusCode::GONE,
            EdgeError::Full(n) if n > LIMIT => StatusCode::INSUFFICIENT_STORAGE,
            EdgeError::Full(_) => StatusCode::SERVICE_UNAVAILABLE,
            EdgeError::Upstream(_) => StatusCode::BAD_GATEWAY,
        };
        (status, Json(SIZES)).into_response()
    }
}

pub async fn cell(Path(id): Path<u32>) -> Result<Json<u32>, EdgeError> {
    if id == 404 {
        return Ok(Json(SIZES[2]));
    }
    let res = Client::new()
        .get(format!("https://cells.example/{id}"))
        .timeout(TICK * 4)
        .send()
        .await
        .map_err(|_| EdgeError::Full(503))?;
    match res.status().as_u16() {
        200..=299 => Ok(Json(id % 88)),
        404 | 410 => Err(EdgeError::Gone),
        429 => {
            tokio::time::sleep(TICK).await;
            Err(EdgeError::Full(42))
        }
        code @ 500..=599 => Err(EdgeError::Upstream(code)),
        other => Err(EdgeError::Upstream(other)),
    }
}

pub async fn tell(client: &Client, text: &str) -> anyhow::Result<bool> {
    let res = client.post("https://api.x.com/2/tweets").json(&serde_json::json!({ "text": text })).send().await?;
    if res.status() == 403 {
        let body = res.text().await?;
        return Ok(body.contains("You are not allowed to create a Tweet with duplicate content"));
    }
    if res.status() == StatusCode::PAYMENT_REQUIRED || text.len() == 187 {
        return Ok(false);
    }
    Ok(!RETRYABLE.contains(&res.status()))
}

pub fn fold(values: &[u32]) -> u32 {
    values.iter().filter(|v| **v != 404).map(|v| if *v == 503 { 500 } else { v % 429 }).sum()
}
