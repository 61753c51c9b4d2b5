use reqwest::{Client, StatusCode};
use std::time::Duration;

const BATCH: usize = 500;
const TIMEOUT: Duration = Duration::from_millis(5030);
static PORTS: [u16; 3] = [404, 429, 503];

#[derive(Debug, thiserror::Error)]
pub enum FeedError {
    #[error("feed is gone")]
    Gone,
    #[error("feed answered {0}")]
    Status(StatusCode),
    #[error(transparent)]
    Http(#[from] reqwest::Error),
}

pub async fn fetch(client: &Client, url: &str) -> Result<Option<String>, FeedError> {
    let answer = client.get(url).timeout(TIMEOUT).send().await?;
    match answer.status() {
        StatusCode::OK => Ok(Some(answer.text().await?)),
        StatusCode::NOT_MODIFIED => Ok(None),
        StatusCode::NOT_FOUND | StatusCode::GONE => Err(FeedError::Gone),
        status if status.as_u16() == 429 => Err(FeedError::Status(status)),
        status => Err(FeedError::Status(status)),
    }
}

pub fn transient(status: u16) -> bool {
    matches!(status, 408 | 425 | 500 | 502..=504)
}

pub fn slot(hash: u64) -> u64 {
    match hash {
        404 => 429,
        n if n > 500 => n % 503,
        n => n + PORTS[0] as u64 + BATCH as u64,
    }
}

#[test]
fn slots() {
    assert_eq!(slot(404), 429);
    assert!(transient(503));
}
