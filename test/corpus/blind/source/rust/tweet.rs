use std::time::Duration;

use egg_mode::{error::Error, tweet::DraftTweet, Token};

const RATE_LIMIT_CODE: i32 = 88;
const TRIES: usize = 4;

pub enum Sent {
    Yes(u64),
    Before,
    Later,
}

pub async fn send(token: &Token, text: &str) -> Result<Sent, Error> {
    for attempt in 0..TRIES {
        let draft = DraftTweet::new(text.chars().take(280).collect::<String>());
        match draft.send(token).await {
            Ok(tweet) => return Ok(Sent::Yes(tweet.id)),
            Err(Error::RateLimit(until)) => {
                log::warn!("limited until {until}");
                return Ok(Sent::Later);
            }
            Err(Error::TwitterError(_, errors)) => {
                for e in &errors.errors {
                    match e.code {
                        187 => return Ok(Sent::Before),
                        RATE_LIMIT_CODE | 185 => return Ok(Sent::Later),
                        326 | 64 => panic!("a human must look at the account"),
                        _ => log::warn!("{} {}", e.code, e.message),
                    }
                }
                if errors.errors.iter().any(|e| [130, 131].contains(&e.code)) {
                    tokio::time::sleep(Duration::from_millis(500 << attempt)).await;
                    continue;
                }
                return Ok(Sent::Later);
            }
            Err(Error::BadStatus(status)) if status.as_u16() == 503 => {
                tokio::time::sleep(Duration::from_secs(5)).await;
            }
            Err(other) => return Err(other),
        }
    }
    Ok(Sent::Later)
}
