/// Repeats HTTP requests that fail for a time. Made for ureq 2.
mod backoff_ureq {
    use super::ureq_answer;
    use ureq::{Error, ErrorKind, Response};

    /// Calls until it succeeds or fails for good; the last result is passed on as it came. Retries 408, 425, 429, 5xx,
    /// timeouts and network errors, after the wait that the server asks for.
    pub fn call(
        options: Options,
        send: impl Fn() -> Result<Response, Error>,
    ) -> Result<Response, Error> {
        let deadline = Instant::now() + options.total_time;
        let mut retry = 0;
        loop {
            let result = send();
            let failure = match read_failure(&result) {
                Some(failure) if options.idempotent && retry < options.retries => failure,
                _ => return result,
            };
            // A body is read only where it decides, because it can be read once.
            let (result, failure) = match result {
                Err(Error::Status(_, response)) if failure.1 <= Some(options.max_wait) => {
                    read_body(response, failure, options.max_wait)
                }
                result => (result, Some(failure)),
            };
            let delay = match delay_after(failure, retry, deadline, &options) {
                Some(delay) => delay,
                None => return result,
            };
            retry += 1;
            if is_cancelled(&options.cancel, delay) {
                return result;
            }
        }
    }

    /// Status and wait of a failure that may pass, as far as the headers tell.
    fn read_failure(result: &Result<Response, Error>) -> Option<(u16, Option<Duration>)> {
        match result {
            Err(Error::Status(status, response)) => {
                let may_pass = *status >= 500 || [408, 425, 429].contains(status);
                let wait = asked_wait(*status, |name| response.header(name), "");
                may_pass.then_some((*status, wait))
            }
            Err(Error::Transport(error)) => match error.kind() {
                ErrorKind::Dns
                | ErrorKind::ConnectionFailed
                | ErrorKind::Io
                | ErrorKind::BadStatus
                | ErrorKind::ProxyConnect => Some((0, None)),
                _ => None,
            },
            Ok(_) => None,
        }
    }

    /// Reads what the body says of a failure. The caller gets a copy, of which ureq does not know the URL: the log has it
    /// where the call ends with a copy.
    fn read_body(
        response: Response,
        (status, asked): (u16, Option<Duration>),
        max_wait: Duration,
    ) -> (Result<Response, Error>, Option<(u16, Option<Duration>)>) {
        let answer = ureq_answer::read(response);
        let lower = answer.body.to_lowercase();
        let wait = asked.or_else(|| asked_wait(status, |_| None, &lower));
        let failure = (!is_final(&lower)).then_some((status, wait));
        if failure.is_none() || wait > Some(max_wait) {
            eprintln!("No retry of HTTP {status} from {}", answer.url);
        }
        (answer.copy(), failure)
    }
}
