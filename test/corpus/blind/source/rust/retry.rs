use std::time::Duration;

use reqwest::{header::RETRY_AFTER, Client, Response, StatusCode};

const MAX_BODY: usize = 500 * 1024;
const RETRYABLE: [StatusCode; 4] = [
    StatusCode::REQUEST_TIMEOUT,
    StatusCode::TOO_MANY_REQUESTS,
    StatusCode::BAD_GATEWAY,
    StatusCode::SERVICE_UNAVAILABLE,
];

#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    #[error("nothing at {0}")]
    Missing(String),
    #[error("answered {0}")]
    Status(StatusCode),
    #[error(transparent)]
    Http(#[from] reqwest::Error),
}

fn wait(response: &Response, attempt: u32) -> Duration {
    response
        .headers()
        .get(RETRY_AFTER)
        .and_then(|v| v.to_str().ok()?.parse().ok())
        .map(Duration::from_secs)
        .unwrap_or_else(|| Duration::from_millis(500 << attempt))
}

pub async fn fetch(client: &Client, url: &str) -> Result<String, FetchError> {
    for attempt in 0..4 {
        let response = client.get(url).send().await?;
        let status = response.status();
        if status.is_success() {
            let mut text = response.text().await?;
            text.truncate(MAX_BODY);
            return Ok(text);
        }
        if status == StatusCode::NOT_FOUND || StatusCode::GONE == status {
            return Err(FetchError::Missing(url.to_owned()));
        }
        if !RETRYABLE.contains(&status) {
            return Err(FetchError::Status(status));
        }
        tokio::time::sleep(wait(&response, attempt)).await;
    }
    Err(FetchError::Status(StatusCode::SERVICE_UNAVAILABLE))
}
