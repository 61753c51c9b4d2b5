/// Repeats HTTP requests that fail for a time, with the crate retry. Beside reqwest this needs the crate http, which
/// reqwest is made with.
mod http_retry {
    use retry::delay::NoDelay;
    use retry::OperationResult;

    /// Calls until it succeeds or fails for good; the last result is passed on as it came. The crate retry repeats; what it
    /// does not know is added: which failures may pass, the wait that the server asks for, and the limits. Retries 408,
    /// 425, 429, 5xx, timeouts and network errors.
    pub fn call(options: Options, send: impl Fn() -> Result<Response>) -> Result<Response> {
        let deadline = Instant::now() + options.total_time;
        let mut attempts = 0;
        let mut failed: Option<(Result<Response>, Duration)> = None;
        let attempt = || {
            // A wait of the crate cannot be cancelled, so it is made here.
            if let Some((result, delay)) = failed.take() {
                if is_cancelled(&options.cancel, delay) {
                    return OperationResult::Ok(result);
                }
            }
            let (result, failure) = read_failure(send());
            match delay_after(failure, attempts, deadline, &options) {
                Some(delay) => {
                    attempts += 1;
                    failed = Some((result, delay));
                    OperationResult::Retry(())
                }
                None => OperationResult::Ok(result),
            }
        };
        retry::retry(NoDelay, attempt).unwrap_or_else(|_| unreachable!("NoDelay never ends"))
    }
}
