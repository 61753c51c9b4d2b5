/// Fails at once, and says what helps, where no retry does.
mod api_failure {
    use super::api_error::{reset_of, ApiError};
    use super::{api_code, http_answer};
    use reqwest::blocking::Response;

    /// Calls. A failure with the code is an error of its own. All else is passed on as it came.
    pub fn call(
        code: &str,
        advice: &str,
        send: impl FnOnce() -> reqwest::Result<Response>,
    ) -> Result<reqwest::Result<Response>, ApiError> {
        match send().and_then(http_answer::read) {
            Ok(answer) if api_code::failed_with(answer.status().as_u16(), answer.body(), code) => {
                Err(ApiError {
                    code: code.to_string(),
                    status: answer.status().as_u16(),
                    reset_at: reset_of(
                        |name| answer.headers().get(name)?.to_str().ok(),
                        answer.body(),
                    ),
                    advice: advice.to_string(),
                })
            }
            result => Ok(result.map(Response::from)),
        }
    }
}
