/// Reads responses of reqwest so that their bodies can be read again. Beside reqwest this needs the crate http, which
/// reqwest is made with.
mod http_answer {
    use reqwest::blocking::Response;
    use reqwest::{ResponseBuilderExt, Result};

    /// A copy of a response whose body is in memory; `into()` makes it a response again.
    pub fn read(response: Response) -> Result<http::Response<Vec<u8>>> {
        let mut copy = http::Response::builder()
            .status(response.status())
            .version(response.version())
            .url(response.url().clone());
        if let Some(headers) = copy.headers_mut() {
            *headers = response.headers().clone();
        }
        let body = response.bytes()?.to_vec();
        Ok(copy.body(body).expect("the parts come from a response"))
    }
}

/// Finds the codes of failures.
mod api_code {
    /// Whether an answer is a failure that has this code, which may be a status.
    pub fn failed_with(status: u16, body: &[u8], code: &str) -> bool {
        let body = String::from_utf8_lossy(body).replace(char::is_whitespace, "");
        let mut words = body.split(|c: char| !(c.is_alphanumeric() || "_.-".contains(c)));
        if !(400..600).contains(&status) {
            false
        } else if code.parse::<u32>().is_err() {
            words.any(|word| word == code)
        } else {
            let numbers = body.split("\"code\":").skip(1);
            status.to_string() == code
                || numbers
                    .map(|rest| rest.trim_start_matches('"'))
                    .any(|rest| rest.split(|c: char| !c.is_ascii_digit()).next() == Some(code))
        }
    }
}

/// The failures that no retry helps with.
mod api_error {
    use std::time::{Duration, SystemTime, UNIX_EPOCH};

    #[derive(Debug)]
    pub struct ApiError {
        pub code: String,
        pub status: u16,
        /// When it passes; none when the server does not say.
        pub reset_at: Option<SystemTime>,
        /// What helps.
        pub advice: String,
    }

    impl std::error::Error for ApiError {}

    impl std::fmt::Display for ApiError {
        fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
            write!(f, "{} (HTTP {})", self.code, self.status)?;
            if let Some(moment) = self.reset_at {
                write!(f, " until {}", format_date(moment))?;
            }
            write!(f, ": {}", self.advice)
        }
    }

    /// When a limit that is used up is renewed.
    pub fn reset_of<'a>(
        header: impl Fn(&str) -> Option<&'a str>,
        body: &[u8],
    ) -> Option<SystemTime> {
        let limits = ["x-app-limit-24hour", "x-user-limit-24hour", "x-rate-limit"];
        let used_up = |limit: &&str| header(&format!("{limit}-remaining")) == Some("0");
        let reset = limits.into_iter().find(used_up);
        if let Some(moment) = reset.and_then(|limit| header(&format!("{limit}-reset"))) {
            let seconds = moment.parse().ok()?;
            return UNIX_EPOCH.checked_add(Duration::from_secs(seconds));
        }
        let asked = header("retry-after").map(str::to_string).or_else(|| {
            let body = String::from_utf8_lossy(body).replace(char::is_whitespace, "");
            let rest = body.split("\"retryAfter\":").nth(1)?;
            let digits = rest.chars().take_while(char::is_ascii_digit);
            Some(digits.collect())
        })?;
        match asked.parse() {
            Ok(seconds) => SystemTime::now().checked_add(Duration::from_secs(seconds)),
            Err(_) => UNIX_EPOCH.checked_add(Duration::from_secs(parse_date(&asked)?)),
        }
    }

    /// Seconds since 1970 of `Sun, 06 Nov 1994 08:49:37 GMT`.
    fn parse_date(date: &str) -> Option<u64> {
        let (_, rest) = date.split_once(", ")?;
        let parts: Vec<&str> = rest.trim_end_matches(" GMT").split([' ', ':']).collect();
        let month = "JanFebMarAprMayJunJulAugSepOctNovDec".find(parts.get(1)?)? as u64 / 3 + 1;
        let number = |index: usize| parts.get(index)?.parse::<u64>().ok();
        // Years that begin in March have their leap day at the end.
        let (year, month) = if month < 3 {
            (number(2)?.checked_sub(1)?, month + 12)
        } else {
            (number(2)?, month)
        };
        let years = 365 * year + year / 4 - year / 100 + year / 400;
        let days = (years + (153 * month - 457) / 5 + number(0)?).checked_sub(719_469)?;
        Some(86_400 * days + 3_600 * number(3)? + 60 * number(4)? + number(5)?)
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
}

/// Whether a write happened.
mod write_outcome {
    /// Whether an answer leaves it open.
    pub fn is_unsure(status: u16, body: &[u8]) -> bool {
        let body = String::from_utf8_lossy(body);
        let words = ["x_write_ambiguous", "x_write_unconfirmed"];
        let is_open = status == 202 || status >= 400;
        status >= 500 || (is_open && words.iter().any(|word| body.contains(word)))
    }
}

/// Whether a write happened that reqwest sent.
mod http_outcome {
    use super::write_outcome;
    use reqwest::Error;

    /// Why nobody knows what became of a write; none when its outcome is known.
    pub fn doubt(result: Result<&http::Response<Vec<u8>>, &Error>) -> Option<String> {
        match result {
            Ok(answer) => {
                let status = answer.status().as_u16();
                write_outcome::is_unsure(status, answer.body()).then(|| format!("HTTP {status}"))
            }
            Err(error) if error.is_builder() || error.is_redirect() => None,
            Err(_) => Some("No response".to_string()),
        }
    }
}
