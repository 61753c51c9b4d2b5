use std::time::Duration;

use axum::{extract::Path, http::StatusCode, response::{IntoResponse, Response}, Json};
use serde::{Deserialize, Serialize};
use thiserror::Error;

const PAGE: usize = 500;
const PORT: u16 = 4290;
const WIDTHS: [u32; 4] = [400, 404, 429, 503];

#[derive(Debug, Error)]
pub enum IngestError {
    #[error("shelf {0} is unknown")]
    Unknown(u32),
    #[error("token refused")]
    Login,
    #[error("upstream said {0}")]
    Upstream(u16),
    #[error(transparent)]
    Http(#[from] reqwest::Error),
}

impl IntoResponse for IngestError {
    fn into_response(self) -> Response {
        let status = match &self {
            IngestError::Unknown(_) => StatusCode::NOT_FOUND,
            IngestError::Login => StatusCode::UNAUTHORIZED,
            IngestError::Upstream(429) => StatusCode::SERVICE_UNAVAILABLE,
            IngestError::Upstream(_) => StatusCode::BAD_GATEWAY,
            IngestError::Http(e) if e.is_timeout() => StatusCode::GATEWAY_TIMEOUT,
            IngestError::Http(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        (status, self.to_string()).into_response()
    }
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
pub struct Shelf {
    id: u32,
    width: u32,
}

pub async fn fetch(client: &reqwest::Client, base: &str, id: u32) -> Result<Shelf, IngestError> {
    for attempt in 0..4u32 {
        let response = client.get(format!("{base}/shelves/{id}?limit={PAGE}")).send().await?;
        match response.status().as_u16() {
            200 => return Ok(response.json().await?),
            404 | 410 => return Err(IngestError::Unknown(id)),
            401 => return Err(IngestError::Login),
            s if s >= 500 => tokio::time::sleep(Duration::from_millis(404 << attempt)).await,
            s => return Err(IngestError::Upstream(s)),
        }
    }
    Err(IngestError::Upstream(503))
}

pub async fn put(Path(id): Path<u32>, Json(shelf): Json<Shelf>) -> Result<StatusCode, IngestError> {
    if shelf.width > 500 || WIDTHS.contains(&shelf.width) {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY);
    }
    if id != shelf.id { Ok(StatusCode::CONFLICT) } else { Ok(StatusCode::NO_CONTENT) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wiremock::{matchers::path, Mock, MockServer, ResponseTemplate};

    #[tokio::test]
    async fn unknown_shelf() {
        let server = MockServer::start().await;
        Mock::given(path("/shelves/404")).respond_with(ResponseTemplate::new(404)).mount(&server).await;
        assert!(fetch(&reqwest::Client::new(), &server.uri(), 404).await.is_err());
    }

    #[test]
    fn widths() {
        assert_eq!(WIDTHS.iter().sum::<u32>(), 1736);
        assert_eq!(WIDTHS[3] - 3, 500);
        assert_ne!(PORT, 5030);
    }
}
