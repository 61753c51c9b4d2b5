use httpmock::prelude::*;
use mockito::Server;
use serde_json::json;
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use feeds::{Error, Feeds};

const ITEMS: usize = 429;

#[tokio::test]
async fn reads_items() {
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path("/feeds/404"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({ "items": ITEMS, "ttl": 500 })))
        .expect(1)
        .mount(&server)
        .await;
    let feed = Feeds::new(&server.uri()).feed(404).await.unwrap();
    assert_eq!(feed.items, 429);
    assert_eq!(feed.ttl, 500);
}

#[tokio::test]
async fn is_none_when_gone() {
    let server = MockServer::start().await;
    Mock::given(path("/feeds/1")).respond_with(ResponseTemplate::new(410)).mount(&server).await;
    assert!(Feeds::new(&server.uri()).feed(1).await.unwrap().is_none());
}

#[tokio::test]
async fn tells_the_status() {
    let mut server = Server::new_async().await;
    let mock = server.mock("POST", "/feeds").with_status(409).with_body("{\"feed\": 451}").create_async().await;
    let error = Feeds::new(&server.url()).add("https://birds.example.org/rss").await.unwrap_err();
    assert!(matches!(error, Error::Status(409)));
    mock.assert_async().await;
}

#[test]
fn waits() {
    let server = httpmock::MockServer::start();
    let busy = server.mock(|when, then| {
        when.method(GET).path("/feeds/2");
        then.status(503).header("retry-after", "4").delay(std::time::Duration::from_millis(450));
    });
    let error = Feeds::blocking(&server.base_url()).feed(2).unwrap_err();
    busy.assert_hits(4);
    assert_eq!(error.status(), Some(reqwest::StatusCode::SERVICE_UNAVAILABLE));
    assert_eq!(error.to_string().len(), 50);
}

#[test]
fn parses() {
    let response = http::Response::builder().status(502).body("").unwrap();
    assert!(Feeds::check(&response).is_err());
    for (code, retry) in [(400, false), (429, true), (500, true), (501, false)] {
        assert_eq!(Feeds::is_retryable_status(code), retry);
    }
}
