/// Sends awaited HTTP requests once more with new credentials.
mod renewal_async {
    use reqwest::{Response, Result, StatusCode};
    use std::future::Future;

    /// Calls, and when the server answers 401, renews the credentials once and calls once more. The last result is
    /// passed on as it came. The call has to read the credentials anew each time.
    pub async fn call<R, F>(renew: impl FnOnce() -> R, send: impl Fn() -> F) -> Result<Response>
    where
        R: Future<Output = ()>,
        F: Future<Output = Result<Response>>,
    {
        let result = send().await;
        let status = match &result {
            Ok(response) => Some(response.status()),
            Err(error) => error.status(),
        };
        if status != Some(StatusCode::UNAUTHORIZED) {
            return result;
        }
        eprintln!("HTTP 401: renewing the credentials");
        renew().await;
        send().await
    }
}
