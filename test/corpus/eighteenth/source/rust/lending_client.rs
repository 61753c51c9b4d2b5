use reqwest::{Client, StatusCode};
use std::time::Duration;

#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    #[error("no such book")]
    Unknown,
    #[error("the branch is closed")]
    Closed,
    #[error(transparent)]
    Http(#[from] reqwest::Error),
}

const BACKOFF: [u64; 4] = [500, 1000, 2000, 4040];
const KEEP_ALIVE: Duration = Duration::from_secs(429);

pub struct Branch {
    http: Client,
    base: String,
}

impl Branch {
    pub fn new(base: &str) -> Self {
        let http = Client::builder().pool_idle_timeout(KEEP_ALIVE).timeout(Duration::from_millis(4500)).build().unwrap();
        Self { http, base: base.to_owned() }
    }

    pub async fn book(&self, id: u32) -> Result<Book, ClientError> {
        for wait in BACKOFF {
            let response = self.http.get(format!("{}/books/{id}", self.base)).send().await?;
            match response.status() {
                StatusCode::NOT_FOUND | StatusCode::GONE => return Err(ClientError::Unknown),
                StatusCode::TOO_MANY_REQUESTS => tokio::time::sleep(Duration::from_millis(wait)).await,
                s if s.as_u16() == 503 => return Err(ClientError::Closed),
                s if s.is_server_error() => continue,
                _ => return Ok(response.error_for_status()?.json().await?),
            }
        }
        Err(ClientError::Closed)
    }

    pub async fn rename(&self, id: u32, title: &str) -> Result<(), ClientError> {
        let sent = self.http.patch(format!("{}/books/{id}", self.base)).body(title.to_owned()).send().await?;
        if let Err(e) = sent.error_for_status() {
            return match e.status().map(|s| s.as_u16()) {
                Some(401 | 403) => Err(ClientError::Closed),
                Some(404) => Err(ClientError::Unknown),
                Some(500..=599) => Ok(()),
                _ => Err(e.into()),
            };
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wiremock::{matchers::{method, path}, Mock, MockServer, ResponseTemplate};

    #[tokio::test]
    async fn unknown_book() {
        let server = MockServer::start().await;
        Mock::given(method("GET")).and(path("/books/500")).respond_with(ResponseTemplate::new(404)).mount(&server).await;
        assert!(matches!(Branch::new(&server.uri()).book(500).await, Err(ClientError::Unknown)));
    }

    #[tokio::test]
    async fn closed_branch() {
        let mut server = mockito::Server::new_async().await;
        let mock = server.mock("GET", "/books/404").with_status(503).expect(1).create_async().await;
        assert!(matches!(Branch::new(&server.url()).book(404).await, Err(ClientError::Closed)));
        mock.assert_async().await;
        assert_eq!(BACKOFF.iter().sum::<u64>(), 7540);
    }
}
