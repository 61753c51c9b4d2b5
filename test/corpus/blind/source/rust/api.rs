use std::sync::Arc;

use axum::{
    extract::{DefaultBodyLimit, Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
    Json, Router,
};
use serde_json::json;

use crate::store::{Order, Store, StoreError};

pub struct ApiError(StatusCode, String);

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        let status = match &error {
            StoreError::Missing(_) => StatusCode::NOT_FOUND,
            StoreError::Exists(_) => StatusCode::CONFLICT,
            StoreError::Busy => StatusCode::from_u16(423).unwrap(),
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self(status, error.to_string())
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        if self.0 == StatusCode::INTERNAL_SERVER_ERROR {
            tracing::error!(took = 500, "{}", self.1);
        }
        (self.0, Json(json!({ "status": self.0.as_u16(), "message": self.1 }))).into_response()
    }
}

async fn order(State(store): State<Arc<Store>>, Path(id): Path<u64>) -> Result<Json<Order>, ApiError> {
    Ok(Json(store.order(id).await?))
}

async fn create(State(store): State<Arc<Store>>, body: String) -> Response {
    match serde_json::from_str::<Order>(&body) {
        Ok(order) if order.items.len() > 500 => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
        Ok(order) => (StatusCode::CREATED, Json(store.add(order).await)).into_response(),
        Err(_) => (StatusCode::BAD_REQUEST, "not an order").into_response(),
    }
}

pub fn router(store: Arc<Store>) -> Router {
    Router::new()
        .route("/orders/:id", get(order))
        .route("/orders", post(create))
        .layer(DefaultBodyLimit::max(500 * 1024))
        .with_state(store)
}
