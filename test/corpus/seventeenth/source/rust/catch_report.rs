use std::time::Duration;

use reqwest::{Client, StatusCode};
use serde::Deserialize;

const PAGE: usize = 500;
const BUFFER: [u8; 404] = [0; 404];
const PATIENCE: Duration = Duration::from_millis(429);

#[derive(Debug, Deserialize)]
pub struct Catch {
    pub species: u16,
    pub kilos: f64,
}

#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error("no report for week {0}")]
    Missing(u32),
    #[error("asked too often")]
    Slow,
    #[error("port office answered {0}")]
    Office(u16),
    #[error(transparent)]
    Transport(#[from] reqwest::Error),
}

pub async fn report(client: &Client, week: u32) -> Result<Vec<Catch>, ReportError> {
    let url = format!("http://127.0.0.1:5040/reports/{week}?size={PAGE}");
    let response = client.get(url).timeout(PATIENCE).send().await?;
    match response.status() {
        StatusCode::OK => Ok(response.json().await?),
        StatusCode::NOT_FOUND => Err(ReportError::Missing(week)),
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => Err(ReportError::Slow),
        status => match status.as_u16() {
            401 | 403 => Err(ReportError::Office(0)),
            code @ 500..=599 => Err(ReportError::Office(code)),
            other => Err(ReportError::Office(other)),
        },
    }
}

pub fn species(code: u16) -> &'static str {
    match code {
        400..=449 => "cod",
        500 => "sole",
        503 | 504 => "plaice",
        _ => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wiremock::{matchers::path, Mock, MockServer, ResponseTemplate};

    #[tokio::test]
    async fn week_44_is_missing() {
        let server = MockServer::start().await;
        Mock::given(path("/reports/44")).respond_with(ResponseTemplate::new(404)).mount(&server).await;
        assert!(matches!(report(&Client::new(), 44).await, Err(ReportError::Missing(44))));
        assert_eq!(species(503), "plaice");
        assert_eq!(BUFFER.len(), 404);
    }
}
