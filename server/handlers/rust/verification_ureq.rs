/// Looks whether a write happened before it is repeated. Made for ureq 2.
mod verification_ureq {
    use super::{ureq_answer, write_outcome};
    use std::time::Duration;
    use ureq::{Error, ErrorKind, Response};

    /// The time that a write has to become visible.
    const SETTLE: Duration = Duration::from_secs(2);

    /// Calls. When nobody knows whether the write happened (no response, 5xx, x_write_unconfirmed), `find` looks for what
    /// the call writes: what it gives is the result, and only when it gives none is the call made once more. As long as
    /// there is no `find`, nothing is repeated. All else is passed on as it came.
    pub fn call(
        find: Option<&dyn Fn() -> Result<Option<Response>, Error>>,
        send: impl Fn() -> Result<Response, Error>,
    ) -> Result<Response, Error> {
        let (result, is_unsure) = read(send());
        if is_unsure {
            eprintln!("Nobody knows whether the write happened");
        }
        match find {
            Some(find) if is_unsure => {
                std::thread::sleep(SETTLE);
                find()?.map_or_else(send, Ok)
            }
            _ => result,
        }
    }

    /// Tells whether the outcome of a write is unknown. The body is read where it may say so.
    fn read(result: Result<Response, Error>) -> (Result<Response, Error>, bool) {
        match result {
            Ok(response) if response.status() == 202 => read_body(response),
            Err(Error::Status(_, response)) => read_body(response),
            Err(Error::Transport(error)) => {
                let is_lost = matches!(
                    error.kind(),
                    ErrorKind::Dns
                        | ErrorKind::ConnectionFailed
                        | ErrorKind::Io
                        | ErrorKind::BadStatus
                        | ErrorKind::BadHeader
                        | ErrorKind::ProxyConnect
                );
                (Err(Error::Transport(error)), is_lost)
            }
            result => (result, false),
        }
    }

    fn read_body(response: Response) -> (Result<Response, Error>, bool) {
        let answer = ureq_answer::read(response);
        eprintln!("HTTP {} from {}", answer.status, answer.url);
        let is_unsure = write_outcome::is_unsure(answer.status, answer.body.as_bytes());
        (answer.copy(), is_unsure)
    }
}
