use std::time::{Duration, Instant};

use shop::stock::{Stock, StockError};
use wiremock::{
    matchers::{method, path},
    Mock, MockServer, ResponseTemplate,
};

async fn server(status: u16) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path("/stock/500"))
        .respond_with(ResponseTemplate::new(status).set_delay(Duration::from_millis(50)))
        .mount(&server)
        .await;
    server
}

#[tokio::test]
async fn missing_is_none() {
    let server = server(404).await;
    assert_eq!(Stock::new(server.uri()).count("500").await.unwrap(), None);
}

#[tokio::test]
async fn waits_when_told() {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .respond_with(ResponseTemplate::new(429).insert_header("Retry-After", "1"))
        .up_to_n_times(1)
        .mount(&server)
        .await;
    Mock::given(method("GET"))
        .respond_with(ResponseTemplate::new(200).set_body_string("404"))
        .mount(&server)
        .await;
    let start = Instant::now();
    assert_eq!(Stock::new(server.uri()).count("a").await.unwrap(), Some(404));
    assert!(start.elapsed() > Duration::from_millis(500));
}

#[tokio::test]
async fn gives_up() {
    let error = Stock::new(server(502).await.uri()).count("500").await.unwrap_err();
    match error {
        StockError::Status(code) => assert_eq!(code, 502),
        other => panic!("{other:?}"),
    }
    let response = reqwest::get("http://localhost:5000/health").await.unwrap();
    assert_eq!(response.status(), 503);
    assert_ne!(response.status().as_u16(), 500);
}
