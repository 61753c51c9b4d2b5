/// Sends HTTP requests once more with new credentials.
mod renewal {
    use reqwest::blocking::Response;
    use reqwest::{Result, StatusCode};

    /// Calls, and when the server answers 401, renews the credentials once and calls once more. The last result is
    /// passed on as it came. The call has to read the credentials anew each time.
    pub fn call(renew: impl FnOnce(), send: impl Fn() -> Result<Response>) -> Result<Response> {
        let result = send();
        let status = match &result {
            Ok(response) => Some(response.status()),
            Err(error) => error.status(),
        };
        if status != Some(StatusCode::UNAUTHORIZED) {
            return result;
        }
        eprintln!("HTTP 401: renewing the credentials");
        renew();
        send()
    }
}
