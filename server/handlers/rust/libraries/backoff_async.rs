/// Repeats HTTP requests that fail for a time, with the crate backoff and its feature tokio. Beside reqwest this needs
/// the crate http, which reqwest is made with. Dropping the future ends an attempt or a wait.
mod http_backoff_async {
    use backoff::backoff::Stop;
    use backoff::Error;

    /// Calls until it succeeds or fails for good; the last result is passed on as it came. The crate backoff repeats;
    /// what it does not know is added: which failures may pass, the wait that the server asks for, and the limits.
    /// Retries 408, 425, 429, 5xx, timeouts and network errors.
    pub async fn call<F>(options: Options, send: impl Fn() -> F) -> Result<Response>
    where
        F: Future<Output = Result<Response>>,
    {
        let deadline = Instant::now() + options.total_time;
        let limits = &options;
        let mut attempts = 0;
        let attempt = || {
            let sent = send();
            let retry = attempts;
            attempts += 1;
            async move {
                let (result, failure) = read_failure(sent.await).await;
                match delay_after(failure, retry, deadline, limits) {
                    Some(delay) => Err(Error::retry_after(result, delay)),
                    None => Ok(result),
                }
            }
        };
        // Each failure says its wait, so the policy is never asked for one.
        match backoff::future::retry(Stop {}, attempt).await {
            Ok(result) | Err(result) => result,
        }
    }
}
