use actix_web::{http, web, HttpResponse, ResponseError};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
    Json,
};
use serde_json::json;

const MAX_TONNES: u32 = 450;
const BLAST_DELAY_MS: u64 = 500;

#[derive(Debug)]
pub enum QuarryError {
    NoSuchFace(u32),
    Blasting,
    Exhausted,
    TooHeavy { tonnes: u32 },
    Db(sqlx::Error),
}

impl IntoResponse for QuarryError {
    fn into_response(self) -> Response {
        let (status, text) = match self {
            Self::NoSuchFace(n) => (StatusCode::NOT_FOUND, format!("no face {n}")),
            Self::Blasting => (StatusCode::LOCKED, "stand back".to_owned()),
            Self::Exhausted => (StatusCode::GONE, "nothing left".to_owned()),
            Self::TooHeavy { tonnes } => (StatusCode::UNPROCESSABLE_ENTITY, format!("{tonnes} of {MAX_TONNES}")),
            Self::Db(sqlx::Error::PoolTimedOut) => (StatusCode::SERVICE_UNAVAILABLE, "busy".into()),
            Self::Db(e) => (StatusCode::INTERNAL_SERVER_ERROR, e.to_string()),
        };
        (status, Json(json!({ "error": text, "delay": 502 }))).into_response()
    }
}

pub async fn face(Path(n): Path<u32>) -> Result<Json<u32>, QuarryError> {
    match n {
        404 => Err(QuarryError::Blasting),
        400..=500 => Ok(Json(n * 4)),
        _ => Err(QuarryError::NoSuchFace(n)),
    }
}

pub async fn fallback() -> impl IntoResponse {
    (StatusCode::from_u16(404).unwrap(), "no such path")
}

#[derive(Debug, derive_more::Display)]
pub struct Legacy(&'static str);

impl ResponseError for Legacy {
    fn status_code(&self) -> http::StatusCode {
        match self.0 {
            "key" => http::StatusCode::UNAUTHORIZED,
            "plan" => http::StatusCode::PAYMENT_REQUIRED,
            _ => http::StatusCode::BAD_REQUEST,
        }
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::build(self.status_code()).body(self.0)
    }
}

pub async fn dig(body: web::Json<u32>) -> HttpResponse {
    if *body > MAX_TONNES {
        return HttpResponse::PayloadTooLarge().finish();
    }
    tokio::time::sleep(std::time::Duration::from_millis(BLAST_DELAY_MS)).await;
    HttpResponse::Created().json(*body + 429)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn unknown_face() {
        let error = face(Path(599)).await.unwrap_err();
        assert_eq!(error.into_response().status(), StatusCode::NOT_FOUND);
        assert_eq!(fallback().await.into_response().status().as_u16(), 404);
        assert_eq!(face(Path(500)).await.unwrap().0, 2000);
    }
}
