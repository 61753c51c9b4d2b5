use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
    Json, Router,
};
use serde_json::json;

const SHELF_MM: u32 = 429;
const LOAN_DAYS: i64 = 32;
const MAX_BOOKS: usize = 500;

pub enum LendError {
    Unknown(u32),
    Lent,
    Fines(u32),
    Store(sqlx::Error),
}

impl IntoResponse for LendError {
    fn into_response(self) -> Response {
        let (status, text) = match self {
            LendError::Unknown(id) => (StatusCode::NOT_FOUND, format!("no book {id}")),
            LendError::Lent => (StatusCode::CONFLICT, "lent already".into()),
            LendError::Fines(cents) => (StatusCode::PAYMENT_REQUIRED, format!("{cents} cents")),
            LendError::Store(e) => {
                tracing::error!(%e, "store");
                (StatusCode::INTERNAL_SERVER_ERROR, "try again".into())
            }
        };
        (status, Json(json!({ "error": text }))).into_response()
    }
}

async fn book(State(store): State<Store>, Path(id): Path<u32>) -> Result<Json<Book>, LendError> {
    store.find(id).await.map_err(LendError::Store)?.map(Json).ok_or(LendError::Unknown(id))
}

async fn lend(State(store): State<Store>, headers: HeaderMap, Path(id): Path<u32>) -> Result<StatusCode, Response> {
    let Some(card) = headers.get("x-card") else {
        return Err(StatusCode::UNAUTHORIZED.into_response());
    };
    if store.books_of(card).await >= MAX_BOOKS {
        return Err((StatusCode::from_u16(429).unwrap(), "bring some back").into_response());
    }
    store.lend(id, LOAN_DAYS).await.map_err(IntoResponse::into_response)?;
    Ok(StatusCode::CREATED)
}

pub fn router(store: Store) -> Router {
    Router::new()
        .route("/books/:id", get(book))
        .route("/books/:id/loan", post(lend))
        .fallback(|| async { (StatusCode::NOT_FOUND, "nothing here") })
        .with_state(store)
}

pub fn fits(thickness: &[u32]) -> bool {
    thickness.iter().sum::<u32>() <= SHELF_MM && thickness.len() != 404
}
