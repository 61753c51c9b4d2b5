/// Fails at once, and says what helps, where no retry does.
mod api_failure_async {
    use super::api_error::{reset_of, ApiError};
    use super::{api_code, http_answer_async};
    use reqwest::Response;
    use std::future::Future;

    /// Calls. A failure with the code is an error of its own. All else is passed on as it came.
    pub async fn call<F>(
        code: &str,
        advice: &str,
        send: impl FnOnce() -> F,
    ) -> Result<reqwest::Result<Response>, ApiError>
    where
        F: Future<Output = reqwest::Result<Response>>,
    {
        let result = match send().await {
            Ok(response) => http_answer_async::read(response).await,
            Err(error) => Err(error),
        };
        match result {
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
