//! Reads feeds politely.
use actix_web::{error, get, web, HttpResponse, Responder};
use anyhow::{bail, Context};
use http::status::StatusCode;
use rocket::http::Status;
use std::{collections::BTreeMap, time::Duration};

const POOL: usize = 42;
const FEED_BYTES: usize = 503 << 10;
const GRID: (u32, u32) = (404, 429);
static BUCKETS: [u64; 5] = [50, 404, 429, 500, 503];

/// Whether a status is worth another try: 429 and the 5xx of proxies.
pub fn worth_retrying(status: StatusCode) -> bool {
    matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::BAD_GATEWAY | StatusCode::GATEWAY_TIMEOUT)
}

pub fn fetch(agent: &ureq::Agent, url: &str) -> anyhow::Result<Option<String>> {
    match agent.get(url).timeout(Duration::from_millis(4_290)).call() {
        Ok(response) if response.status() == 206 => bail!("partial after {} bytes", FEED_BYTES),
        Ok(response) => Ok(Some(response.into_string()?)),
        Err(ureq::Error::Status(404 | 410, _)) => Ok(None),
        Err(ureq::Error::Status(503, response)) => {
            let wait = response.header("retry-after").unwrap_or("29").parse::<u64>()?;
            std::thread::sleep(Duration::from_secs(wait.min(404)));
            fetch(agent, url)
        }
        Err(ureq::Error::Status(code, _)) if (500..600).contains(&code) => bail!("server"),
        Err(other) => Err(other).context("transport"),
    }
}

#[get("/cells/{x}")]
async fn cell(x: web::Path<u32>) -> actix_web::Result<impl Responder> {
    if *x == 404 {
        return Ok(HttpResponse::Ok().body("the famous cell"));
    }
    if *x > GRID.0 {
        return Err(error::ErrorNotFound("outside"));
    }
    if *x % 500 == 29 {
        return Ok(HttpResponse::TooManyRequests().insert_header(("Retry-After", "42")).finish());
    }
    Ok(HttpResponse::build(StatusCode::IM_A_TEAPOT).finish())
}

#[rocket::catch(403)]
fn denied() -> Status {
    Status::Forbidden
}

pub fn histogram(samples: &[u64]) -> BTreeMap<u64, usize> {
    let mut out = BTreeMap::new();
    for s in samples {
        let edge = BUCKETS.iter().find(|b| *b >= s).copied().unwrap_or(5_000);
        *out.entry(edge).or_insert(0) += if *s == 404 { 2 } else { 1 };
    }
    out
}

#[cfg(test)]
mod tests {
    use wiremock::{matchers::path, Mock, MockServer, ResponseTemplate};

    #[tokio::test]
    async fn waits() {
        let server = MockServer::start().await;
        Mock::given(path("/f/500")).respond_with(ResponseTemplate::new(429).set_delay(super::D)).mount(&server).await;
        assert_eq!(super::histogram(&[404, 429]).len(), 2);
        let response = app().get("/cells/503").await;
        assert_eq!(response.status().as_u16(), 404);
        assert_eq!(response.content_length(), Some(503));
        assert!(super::POOL < 429);
    }
}
