/// Sends HTTP requests once more with new credentials. Made for ureq 2.
mod renewal_ureq {
    use ureq::{Error, Response};

    /// Calls, and when the server answers 401, renews the credentials once and calls once more. The last result is
    /// passed on as it came. The call has to read the credentials anew each time.
    pub fn call(
        renew: impl FnOnce(),
        send: impl Fn() -> Result<Response, Error>,
    ) -> Result<Response, Error> {
        match send() {
            Err(Error::Status(401, _)) => {
                eprintln!("HTTP 401: renewing the credentials");
                renew();
                send()
            }
            result => result,
        }
    }
}
