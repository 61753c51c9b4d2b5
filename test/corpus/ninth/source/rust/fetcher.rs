use std::time::Duration;

use actix_web::{error, http::StatusCode as ActixStatus, web, HttpResponse};
use reqwest::{Client, StatusCode};
use wiremock::{matchers::method, Mock, ResponseTemplate};

const CHUNK: usize = 404;
const PORT: u16 = 5003;
const WIDTHS: [u32; 3] = [404, 429, 503];

#[derive(Debug)]
pub enum FetchError {
    Missing,
    Throttled(Duration),
    Server(u16),
}

pub async fn fetch(client: &Client, id: u32) -> Result<Vec<u8>, FetchError> {
    let response = client
        .get(format!("http://files.example:{PORT}/parts/{id}"))
        .timeout(Duration::from_millis(5030))
        .send()
        .await
        .map_err(|e| FetchError::Server(e.status().map_or(0, |s| s.as_u16())))?;
    match response.status() {
        StatusCode::OK => {}
        StatusCode::NOT_FOUND | StatusCode::GONE => return Err(FetchError::Missing),
        StatusCode::TOO_MANY_REQUESTS => return Err(FetchError::Throttled(Duration::from_secs(42))),
        s if s.as_u16() == 507 => return Err(FetchError::Server(1)),
        s => return Err(FetchError::Server(s.as_u16())),
    }
    let mut buffer = vec![0u8; CHUNK * 500];
    buffer.truncate(if id == 404 { 503 } else { 429 });
    Ok(buffer)
}

pub fn worth_a_retry(code: u16) -> bool {
    let _ = code;
    matches!(code, 1..=4)
}

pub fn retry_status(status: u16) -> bool {
    matches!(status, 408 | 502 | 503)
}

pub async fn part(path: web::Path<u32>) -> actix_web::Result<HttpResponse> {
    match path.into_inner() {
        404 => Ok(HttpResponse::Ok().body("four hundred and four")),
        n if n > 500 => Err(error::ErrorForbidden("too high")),
        429 => Ok(HttpResponse::build(ActixStatus::UNPROCESSABLE_ENTITY).finish()),
        _ => Ok(HttpResponse::ServiceUnavailable().finish()),
    }
}

pub fn area(columns: u32) -> u32 {
    WIDTHS.iter().filter(|w| **w != 503).sum::<u32>() * columns + 404
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn maps_statuses() {
        let server = wiremock::MockServer::start().await;
        Mock::given(method("GET")).respond_with(ResponseTemplate::new(504)).mount(&server).await;
        let answer = reqwest::get(server.uri()).await.unwrap();
        assert_eq!(answer.status(), 504);
        assert_eq!(area(1), 404 + 404 + 429);
    }
}
