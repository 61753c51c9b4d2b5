//! What to do about an answer, by its bare status code.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Done,
    Wait(u64),
    Login,
    Stop,
}

pub fn verdict(status_code: u16, attempt: u32) -> Verdict {
    match status_code {
        200..=299 => Verdict::Done,
        401 | 419 => Verdict::Login,
        408 | 425 | 429 => Verdict::Wait(500 << attempt),
        501 | 505 => Verdict::Stop,
        500..=599 => Verdict::Wait(404),
        _ => Verdict::Stop,
    }
}

pub fn is_ours(status: u16) -> bool {
    (400..500).contains(&status)
}

pub fn worth_logging(status: u16) -> bool {
    status != 404 && !matches!(status, 401 | 403)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_them() {
        assert_eq!(verdict(429, 0), Verdict::Wait(500));
        assert_eq!(verdict(204, 0), Verdict::Done);
        assert_eq!(verdict(403, 3), Verdict::Stop);
        assert!(is_ours(404));
    }
}
