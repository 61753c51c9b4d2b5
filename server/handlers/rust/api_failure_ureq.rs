/// Fails at once, and says what helps, where no retry does. Made for ureq 2.
mod api_failure_ureq {
    use super::api_error::{reset_of, ApiError};
    use super::{api_code, ureq_answer};
    use ureq::{Error, Response};

    /// Calls. A failure with the code is an error of its own. All else is passed on as it came.
    pub fn call(
        code: &str,
        advice: &str,
        send: impl FnOnce() -> Result<Response, Error>,
    ) -> Result<Result<Response, Error>, ApiError> {
        let answer = match send() {
            Err(Error::Status(_, response)) => ureq_answer::read(response),
            result => return Ok(result),
        };
        if !api_code::failed_with(answer.status, answer.body.as_bytes(), code) {
            eprintln!("HTTP {} from {}", answer.status, answer.url);
            return Ok(answer.copy());
        }
        let header = |name: &str| {
            let mut named = answer.headers.iter().filter(|(own, _)| own == name);
            named.next().map(|(_, value)| value.as_str())
        };
        Err(ApiError {
            code: code.to_string(),
            status: answer.status,
            reset_at: reset_of(header, answer.body.as_bytes()),
            advice: advice.to_string(),
        })
    }
}
