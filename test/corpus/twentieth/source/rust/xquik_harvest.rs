//! Collects the followers of an account through Xquik.
use std::{thread::sleep, time::Duration};

use anyhow::{bail, Context, Result};
use reqwest::{blocking::Client, StatusCode};
use serde::Deserialize;

const BASE: &str = "https://xquik.com/api/v1";
const PAGE: u32 = 200;
const TRIES: u32 = 6;

#[derive(Deserialize)]
struct Failure {
    error: String,
    #[serde(rename = "retryAfter")]
    retry_after: Option<u64>,
}

#[derive(Deserialize)]
struct Page {
    users: Vec<String>,
    cursor: Option<String>,
}

fn page(client: &Client, key: &str, user: &str, cursor: &str) -> Result<Page> {
    for attempt in 0..TRIES {
        let response = client
            .get(format!("{BASE}/x/users/{user}/followers"))
            .header("x-api-key", key)
            .query(&[("limit", PAGE.to_string()), ("cursor", cursor.into())])
            .timeout(Duration::from_secs(50))
            .send()?;
        let status = response.status();
        if status.is_success() {
            return response.json().context("followers");
        }
        let failure: Failure = response.json()?;
        match (status, failure.error.as_str()) {
            (StatusCode::UNAUTHORIZED, "unauthenticated") => bail!("set XQUIK_KEY"),
            (StatusCode::PAYMENT_REQUIRED, "no_credits" | "insufficient_credits") => bail!("buy credits"),
            (_, "frozen") => bail!("the subscription is frozen"),
            (_, "user_not_found") => bail!("no account {user}"),
            (_, "x_account_protected") => return Ok(Page { users: vec![], cursor: None }),
            (StatusCode::TOO_MANY_REQUESTS, _) => {
                sleep(Duration::from_secs(failure.retry_after.unwrap_or(60)));
            }
            (_, "x_api_rate_limited" | "x_transient_error" | "x_api_unavailable") => {
                sleep(Duration::from_millis(500 << attempt));
            }
            (status, error) => bail!("{status}: {error}"),
        }
    }
    bail!("no answer after {TRIES} tries")
}

pub fn harvest(key: &str, user: &str) -> Result<Vec<String>> {
    let client = Client::new();
    let mut users = Vec::with_capacity(500);
    let mut cursor = String::new();
    loop {
        let next = page(&client, key, user, &cursor)?;
        users.extend(next.users);
        match next.cursor {
            Some(c) if users.len() < 45_000 => cursor = c,
            _ => return Ok(users),
        }
    }
}
