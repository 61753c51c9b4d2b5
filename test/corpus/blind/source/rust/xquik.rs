//! A small client of the Xquik API.
use serde::Deserialize;
use ureq::{Agent, Error as HttpError};

const BASE: &str = "https://xquik.com/api/v1";

#[derive(Deserialize)]
struct Body {
    error: String,
    #[serde(rename = "retryAfter")]
    retry_after: Option<u64>,
}

#[derive(Debug)]
pub enum Failure {
    Wait(u64),
    Pay,
    Key,
    Missing,
    Unknown(u16, String),
}

pub fn tweet(agent: &Agent, key: &str, id: u64) -> Result<String, Failure> {
    match agent.get(&format!("{BASE}/x/tweets/{id}")).set("x-api-key", key).call() {
        Ok(response) => Ok(response.into_string().unwrap_or_default()),
        Err(HttpError::Status(404, _)) => Err(Failure::Missing),
        Err(HttpError::Status(code, response)) => {
            let body: Body = response.into_json().map_err(|_| Failure::Unknown(code, String::new()))?;
            Err(match body.error.as_str() {
                "rate_limit_exceeded" | "x_api_rate_limited" => Failure::Wait(body.retry_after.unwrap_or(5)),
                "no_subscription" | "usage_limit_reached" | "frozen" => Failure::Pay,
                "unauthenticated" => Failure::Key,
                "tweet_not_found" | "not_found" => Failure::Missing,
                _ if code == 502 => Failure::Wait(50),
                other => Failure::Unknown(code, other.to_owned()),
            })
        }
        Err(HttpError::Transport(_)) => Err(Failure::Wait(500)),
    }
}
