//! Relays weather warnings to X. Uses the v2 API and, for media, the v1.1 one.
use reqwest::StatusCode;
use serde::Deserialize;
use std::{thread::sleep, time::Duration};

const ENDPOINT: &str = "https://api.x.com/2/tweets";
const BUFFER: usize = 453;
const REGIONS: [u16; 5] = [32, 64, 88, 144, 187];

#[derive(Deserialize)]
struct Problem {
    #[serde(rename = "type")]
    kind: String,
    detail: Option<String>,
}

#[derive(Deserialize)]
struct V1Error {
    code: u32,
    message: String,
}

#[derive(Debug, PartialEq)]
pub enum Verdict {
    Sent,
    Later(Duration),
    Give,
    Stop,
}

pub fn send(http: &reqwest::blocking::Client, token: &str, text: &str) -> anyhow::Result<Verdict> {
    let answer = http.post(ENDPOINT).bearer_auth(token).json(&serde_json::json!({ "text": text })).send()?;
    let status = answer.status();
    if status.is_success() {
        return Ok(Verdict::Sent);
    }
    if status == StatusCode::TOO_MANY_REQUESTS {
        return Ok(Verdict::Later(Duration::from_secs(900)));
    }
    if status == 402 {
        return Ok(Verdict::Stop);
    }
    let problem: Problem = answer.json()?;
    Ok(match problem.kind.as_str() {
        "https://api.x.com/2/problems/client-forbidden" => Verdict::Stop,
        "https://api.x.com/2/problems/oauth1-permissions" => Verdict::Stop,
        "https://api.twitter.com/2/problems/not-authorized-for-resource" => Verdict::Give,
        "about:blank" if status == StatusCode::FORBIDDEN => match problem.detail.as_deref() {
            Some("You are not allowed to create a Tweet with duplicate content.") => Verdict::Give,
            _ => Verdict::Stop,
        },
        _ if status.as_u16() >= 500 => Verdict::Later(Duration::from_millis(30_000)),
        _ => Verdict::Give,
    })
}

/// What the old media endpoint says.
fn media(errors: &[V1Error]) -> Verdict {
    for error in errors {
        match error.code {
            32 | 215 => return Verdict::Stop,
            88 => return Verdict::Later(Duration::from_secs(15 * 60)),
            130 => sleep(Duration::from_secs(4)),
            324 => return Verdict::Give,
            _ => eprintln!("{} ({})", error.message, error.code),
        }
    }
    Verdict::Give
}

pub fn region(index: usize) -> u16 {
    REGIONS[index % REGIONS.len()] + (BUFFER % 326) as u16
}
