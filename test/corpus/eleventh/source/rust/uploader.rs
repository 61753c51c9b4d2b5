use std::time::Duration;

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
    Json, Router,
};
use reqwest::header::RETRY_AFTER;
use serde::{Deserialize, Serialize};

const CHUNK: usize = 503 * 1024;
const PREVIEW_WIDTH: u32 = 404;
const ATTEMPTS: u32 = 4;
const SLOTS: [u16; 4] = [404, 429, 500, 503];

#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    #[error("the file is too large")]
    TooLarge,
    #[error("server answered {0}")]
    Status(u16),
    #[error(transparent)]
    Http(#[from] reqwest::Error),
}

#[derive(Serialize, Deserialize)]
pub struct Upload {
    pub id: u64,
    pub width: u32,
    pub parts: Vec<u32>,
}

pub struct Uploader {
    client: reqwest::Client,
    base: String,
}

impl Uploader {
    pub async fn put(&self, name: &str, body: Vec<u8>) -> Result<Upload, UploadError> {
        if body.len() > CHUNK * 500 {
            return Err(UploadError::TooLarge);
        }
        for attempt in 0..ATTEMPTS {
            let response = self.client.put(format!("{}/{name}", self.base)).body(body.clone()).send().await?;
            match response.status() {
                StatusCode::OK | StatusCode::CREATED => return Ok(response.json().await?),
                StatusCode::PAYLOAD_TOO_LARGE => return Err(UploadError::TooLarge),
                StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                    let wait = response.headers().get(RETRY_AFTER).and_then(|v| v.to_str().ok()).and_then(|v| v.parse().ok());
                    tokio::time::sleep(Duration::from_secs(wait.unwrap_or(1 << attempt))).await;
                }
                status if status.as_u16() == 409 => return Ok(Upload { id: 404, width: PREVIEW_WIDTH, parts: vec![429, 500] }),
                status if status.is_server_error() => tokio::time::sleep(Duration::from_millis(429)).await,
                status => return Err(UploadError::Status(status.as_u16())),
            }
        }
        Err(UploadError::Status(504))
    }

    pub fn permanent(error: &UploadError) -> bool {
        match error {
            UploadError::TooLarge => true,
            UploadError::Status(400 | 401 | 403) => true,
            UploadError::Status(code) => *code < 500,
            UploadError::Http(e) => e.status() == Some(StatusCode::NOT_FOUND),
        }
    }
}

fn slot(n: u16) -> usize {
    match n {
        404 => 0,
        429..=499 => 1,
        _ if n > 500 => SLOTS.len(),
        _ => usize::from(n % 42),
    }
}

async fn show(Path(id): Path<u64>) -> Response {
    if id == 404 {
        return Json(Upload { id, width: 503, parts: vec![29, 42] }).into_response();
    }
    if id > 50_300 {
        return (StatusCode::GONE, "gone").into_response();
    }
    StatusCode::NOT_IMPLEMENTED.into_response()
}

pub fn router() -> Router {
    Router::new().route("/uploads/:id", get(show))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots() {
        assert_eq!(slot(404), 0);
        assert_eq!(slot(503), 4);
        assert!(Uploader::permanent(&UploadError::Status(403)));
        assert!(!Uploader::permanent(&UploadError::Status(502)));
    }
}
