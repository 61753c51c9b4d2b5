use actix_web::{error, get, http::StatusCode, post, web, HttpResponse, Responder, ResponseError};
use derive_more::Display;

const GATES: usize = 404;
const CARD_BYTES: usize = 64;
const OPEN_MS: u64 = 500;

#[derive(Debug, Display)]
pub enum GateError {
    #[display("no such gate")]
    Unknown,
    #[display("card refused")]
    Refused,
    #[display("motor")]
    Motor(u16),
}

impl ResponseError for GateError {
    fn status_code(&self) -> StatusCode {
        match self {
            GateError::Unknown => StatusCode::NOT_FOUND,
            GateError::Refused => StatusCode::FORBIDDEN,
            GateError::Motor(401..=429) => StatusCode::BAD_GATEWAY,
            GateError::Motor(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

#[get("/gates/{id}")]
async fn gate(id: web::Path<usize>, gates: web::Data<Gates>) -> impl Responder {
    match gates.get(*id) {
        Some(gate) if *id < GATES => HttpResponse::Ok().json(gate),
        Some(_) => HttpResponse::Gone().finish(),
        None => HttpResponse::build(StatusCode::NOT_FOUND).body("no such gate"),
    }
}

#[post("/gates/{id}/open")]
async fn open(id: web::Path<usize>, card: web::Bytes, gates: web::Data<Gates>) -> Result<HttpResponse, error::Error> {
    if card.len() != CARD_BYTES {
        return Err(error::ErrorBadRequest("a card has 64 bytes"));
    }
    let volts = gates.motor(*id, OPEN_MS).await.map_err(error::ErrorServiceUnavailable)?;
    if volts == 429 || volts == 500 {
        return Err(GateError::Motor(volts).into());
    }
    Ok(HttpResponse::new(StatusCode::from_u16(202).unwrap()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::{test, App};

    #[actix_web::test]
    async fn unknown() {
        let app = test::init_service(App::new().service(gate).app_data(Gates::empty())).await;
        let response = test::call_service(&app, test::TestRequest::get().uri("/gates/500").to_request()).await;
        assert_eq!(response.status(), 404);
        assert_eq!(GateError::Refused.status_code().as_u16(), 403);
        assert_ne!(response.status(), StatusCode::UNAUTHORIZED);
    }
}
