use std::time::Duration;

use reqwest::{header, Client, Response, StatusCode};
use serde::Deserialize;
use thiserror::Error;

const RIVER_KM: u32 = 404;
const BACKOFF_MS: u64 = 450;
const PAGE: usize = 500;

#[derive(Debug, Error)]
pub enum OtterError {
    #[error("the key is not valid")]
    Unauthorized,
    #[error("no otter {0}")]
    NotFound(u64),
    #[error("too fast, wait {0:?}")]
    RateLimited(Duration),
    #[error("river answered {status}: {message}")]
    Api { status: u16, message: String },
    #[error(transparent)]
    Http(#[from] reqwest::Error),
}

#[derive(Deserialize)]
struct Message {
    message: String,
}

const RETRY: [StatusCode; 3] = [
    StatusCode::BAD_GATEWAY,
    StatusCode::SERVICE_UNAVAILABLE,
    StatusCode::GATEWAY_TIMEOUT,
];

pub struct Otters {
    http: Client,
    base: String,
}

impl Otters {
    pub async fn otter(&self, id: u64) -> Result<Option<String>, OtterError> {
        let mut tries = 0;
        loop {
            let response = self.http.get(format!("{}/otters/{id}?page={PAGE}", self.base)).send().await?;
            match response.status() {
                StatusCode::OK => return Ok(Some(response.text().await?)),
                StatusCode::GONE => return Ok(None),
                StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => return Err(OtterError::Unauthorized),
                StatusCode::NOT_FOUND => return Err(OtterError::NotFound(id)),
                StatusCode::TOO_MANY_REQUESTS => return Err(OtterError::RateLimited(wait(&response))),
                status if RETRY.contains(&status) && tries < 4 => {
                    tries += 1;
                    tokio::time::sleep(Duration::from_millis(BACKOFF_MS * tries)).await;
                }
                status => {
                    let Message { message } = response.json().await?;
                    return Err(OtterError::Api { status: status.as_u16(), message });
                }
            }
        }
    }

    pub async fn release(&self, id: u64) -> Result<(), OtterError> {
        let response = self.http.post(format!("{}/otters/{id}/release", self.base)).send().await?;
        match response.status().as_u16() {
            200..=299 => Ok(()),
            409 | 423 => Ok(()),
            code @ 500..=599 => Err(OtterError::Api { status: code, message: "river flooded".into() }),
            code => Err(OtterError::Api { status: code, message: format!("{RIVER_KM} km") }),
        }
    }
}

fn wait(response: &Response) -> Duration {
    let seconds = response.headers().get(header::RETRY_AFTER).and_then(|v| v.to_str().ok()?.parse().ok());
    Duration::from_secs(seconds.unwrap_or(63))
}
