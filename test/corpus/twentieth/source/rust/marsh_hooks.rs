use std::time::Duration;

use axum::{
    body::Bytes,
    extract::{DefaultBodyLimit, Path, State},
    http::{header, HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::post,
    Json, Router,
};
use hmac::{Hmac, Mac};
use serde_json::json;
use sha2::Sha256;

const BODY_LIMIT: usize = 512 * 1024;
const QUEUE: usize = 500;
const PAUSE: Duration = Duration::from_secs(32);

#[derive(Debug, thiserror::Error)]
pub enum HookError {
    #[error("the signature is missing")]
    NoSignature,
    #[error("the signature is wrong")]
    BadSignature,
    #[error("no gauge {0}")]
    NoGauge(u32),
    #[error("not a reading: {0}")]
    NotReading(#[from] serde_json::Error),
    #[error("the queue is full")]
    Full,
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl HookError {
    fn status(&self) -> StatusCode {
        match self {
            Self::NoSignature => StatusCode::UNAUTHORIZED,
            Self::BadSignature => StatusCode::FORBIDDEN,
            Self::NoGauge(_) => StatusCode::NOT_FOUND,
            Self::NotReading(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Full => StatusCode::TOO_MANY_REQUESTS,
            Self::Other(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for HookError {
    fn into_response(self) -> Response {
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(error = ?self, "marsh hook");
        }
        let body = Json(json!({ "message": self.to_string() }));
        if status == StatusCode::TOO_MANY_REQUESTS {
            return (status, [(header::RETRY_AFTER, PAUSE.as_secs().to_string())], body).into_response();
        }
        (status, body).into_response()
    }
}

/// Takes a reading of a gauge; answers 429 when the queue has more than 500.
async fn reading(
    State(marsh): State<Marsh>,
    Path(gauge): Path<u32>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, HookError> {
    let given = headers.get("x-marsh-signature").ok_or(HookError::NoSignature)?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&marsh.secret).expect("any length");
    mac.update(&body);
    let given = hex::decode(given).map_err(|_| HookError::BadSignature)?;
    mac.verify_slice(&given).map_err(|_| HookError::BadSignature)?;
    if !marsh.gauges.contains(&gauge) {
        return Err(HookError::NoGauge(gauge));
    }
    if marsh.queue.len() >= QUEUE {
        return Err(HookError::Full);
    }
    marsh.queue.push(serde_json::from_slice(&body)?).await?;
    Ok(StatusCode::ACCEPTED)
}

pub fn router(marsh: Marsh) -> Router {
    Router::new()
        .route("/gauges/{gauge}/readings", post(reading))
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(marsh)
}
