/// Repeats HTTP requests that fail for a time. Beside reqwest this needs the crates that reqwest is made with: http, and
/// tokio with its feature time. Dropping the future ends an attempt or a wait.
mod backoff_async {
    use std::collections::hash_map::RandomState;
    use std::future::Future;
    use std::hash::{BuildHasher, Hasher};
    use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

    use reqwest::header::HeaderMap;
    use reqwest::{Response, ResponseBuilderExt, Result};

    pub struct Options {
        /// Repeating does no harm: GET, PUT, DELETE, or an idempotency key. If false, there are no retries.
        pub idempotent: bool,
        /// Retries after the first attempt.
        pub retries: u32,
        /// Limit of all attempts and waits together. That of one attempt is up to the call.
        pub total_time: Duration,
        /// When the server asks for a longer wait, the call fails at once.
        pub max_wait: Duration,
        /// When it asks for none, the wait is min(cap, base_delay * 2^n) + random(0, jitter).
        pub base_delay: Duration,
        pub cap: Duration,
        pub jitter: Duration,
        /// Gets attempt, status (0 without a response) and delay before each wait.
        pub on_retry: fn(u32, u16, Duration),
    }

    impl Default for Options {
        fn default() -> Self {
            Options {
                idempotent: false,
                retries: 3,
                total_time: Duration::from_secs(120),
                max_wait: Duration::from_secs(60),
                base_delay: Duration::from_secs(1),
                cap: Duration::from_secs(30),
                jitter: Duration::from_secs(1),
                on_retry: |attempt, status, delay| match status {
                    0 => eprintln!("Retry {attempt} in {delay:.1?}: no response"),
                    _ => eprintln!("Retry {attempt} in {delay:.1?}: {status}"),
                },
            }
        }
    }

    /// Calls until it succeeds or fails for good; the last result is passed on as it came. Retries 408, 425, 429, 5xx,
    /// timeouts and network errors, after the wait that the server asks for.
    pub async fn call<F>(options: Options, send: impl Fn() -> F) -> Result<Response>
    where
        F: Future<Output = Result<Response>>,
    {
        let deadline = Instant::now() + options.total_time;
        let mut retry = 0;
        loop {
            let (result, failure) = read_failure(send().await).await;
            let (status, asked) = match failure {
                Some(failure) if options.idempotent && retry < options.retries => failure,
                _ => return result,
            };
            let growing = options
                .base_delay
                .saturating_mul(2_u32.saturating_pow(retry));
            let jitter = options.jitter.mul_f64(random());
            let delay = asked.unwrap_or_else(|| growing.min(options.cap)) + jitter;
            if asked > Some(options.max_wait) || Instant::now() + delay > deadline {
                if let Some(wait) = asked {
                    let reset = format_date(SystemTime::now() + wait);
                    eprintln!("No retry of HTTP {status}: the server asks to wait until {reset}");
                }
                return result;
            }
            retry += 1;
            (options.on_retry)(retry, status, delay);
            tokio::time::sleep(delay).await;
        }
    }

    /// Status and wait of a failure that may pass; none for a success or a failure that will not.
    async fn read_failure(
        result: Result<Response>,
    ) -> (Result<Response>, Option<(u16, Option<Duration>)>) {
        let response = match result {
            Ok(response) => response,
            Err(error) => {
                let for_good = error.is_builder() || error.is_redirect() || error.is_status();
                return (Err(error), (!for_good).then_some((0, None)));
            }
        };
        let status = response.status().as_u16();
        if status < 500 && ![408, 425, 429].contains(&status) {
            return (Ok(response), None);
        }
        let (response, body) = match buffer(response).await {
            Ok(buffered) => buffered,
            Err(error) => return (Err(error), Some((0, None))),
        };
        // Waiting does not help: caps, all connections in use, a write that may have happened.
        let body = body.to_lowercase();
        let caps = [
            "usage-cap",
            "usagecap",
            "usage cap",
            "usage_limit_reached",
            "x_daily_limit",
            "insufficient_quota",
        ];
        let others = [
            "toomanyconnections",
            "x_write_ambiguous",
            "x_write_unconfirmed",
        ];
        if caps.iter().chain(&others).any(|&last| body.contains(last)) {
            return (Ok(response), None);
        }
        let wait = asked_wait(status, response.headers(), &body);
        (Ok(response), Some((status, wait)))
    }

    /// Reads the body of a response into memory, so that the caller can read it, too.
    async fn buffer(response: Response) -> Result<(Response, String)> {
        let mut copy = http::Response::builder()
            .status(response.status())
            .version(response.version())
            .url(response.url().clone());
        if let Some(headers) = copy.headers_mut() {
            *headers = response.headers().clone();
        }
        let body = response.bytes().await?;
        let text = String::from_utf8_lossy(&body).into_owned();
        let copy = copy.body(body).expect("the parts come from a response");
        Ok((copy.into(), text))
    }

    /// The wait that the server asks for.
    fn asked_wait(status: u16, headers: &HeaderMap, body: &str) -> Option<Duration> {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        // X says in these headers which of its limits is used up; on a 5xx they tell nothing about the failure.
        let is_used_up = |limit: &&str| header(&format!("{limit}-remaining")) == Some("0");
        let daily = ["x-app-limit-24hour", "x-user-limit-24hour"]
            .into_iter()
            .find(is_used_up);
        let limit = daily.unwrap_or("x-rate-limit");
        let reset = header(&format!("{limit}-reset")).or_else(|| header("ratelimit-reset"));
        let in_body = body.split("\"retryafter\":").nth(1).map(|rest| {
            let rest = rest.trim_start();
            &rest[..rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len())]
        });
        let asked = header("retry-after")
            .or(if status == 429 { reset } else { None })
            .or(in_body)?;
        // A date, a moment in epoch seconds, or a delay in seconds. Moments are by the clock of the server.
        let clock = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0.0, |now| now.as_secs_f64());
        let now = header("date").and_then(parse_date).unwrap_or(clock);
        let seconds = match asked.parse::<f64>() {
            Ok(moment) if moment > 1e9 => moment - now,
            Ok(delay) => delay,
            Err(_) => parse_date(asked)? - now,
        };
        (seconds > 0.0).then(|| Duration::from_secs_f64(seconds.min(1e9)))
    }

    /// Seconds since 1970 of `Sun, 06 Nov 1994 08:49:37 GMT`.
    fn parse_date(date: &str) -> Option<f64> {
        let (day_of_week, rest) = date.split_once(", ")?;
        let parts: Vec<&str> = rest.trim_end_matches(" GMT").split([' ', ':']).collect();
        let month = "JanFebMarAprMayJunJulAugSepOctNovDec".find(parts.get(1)?)? as i64 / 3 + 1;
        let number = |index: usize| parts.get(index)?.parse::<i64>().ok();
        // Years that begin in March have their leap day at the end.
        let (year, month) = if month < 3 {
            (number(2)? - 1, month + 12)
        } else {
            (number(2)?, month)
        };
        let days =
            365 * year + year / 4 - year / 100 + year / 400 + (153 * month - 457) / 5 + number(0)?
                - 719_469;
        let seconds = 86_400 * days + 3_600 * number(3)? + 60 * number(4)? + number(5)?;
        (day_of_week.len() == 3).then_some(seconds as f64)
    }

    /// `1994-11-06T08:49:37Z`
    fn format_date(moment: SystemTime) -> String {
        let seconds = moment
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_secs());
        let (days, time) = (seconds / 86_400 + 719_468, seconds % 86_400);
        let (era, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let (day, month) = (
            day - (153 * month + 2) / 5 + 1,
            if month < 10 { month + 3 } else { month - 9 },
        );
        let year = year + era * 400 + u64::from(month < 3);
        let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
        format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }

    /// A number from 0 to 1. Each hasher of the standard library begins with random keys.
    fn random() -> f64 {
        RandomState::new().build_hasher().finish() as f64 / u64::MAX as f64
    }
}
