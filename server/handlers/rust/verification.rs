/// Looks whether a write happened before it is repeated.
mod verification {
    use super::{http_answer, http_outcome};
    use reqwest::blocking::Response;
    use reqwest::Result;
    use std::time::Duration;

    /// The time that a write has to become visible.
    const SETTLE: Duration = Duration::from_secs(2);

    /// Calls. When nobody knows whether the write happened (no response, 5xx, x_write_unconfirmed), `find` looks for what
    /// the call writes: what it gives is the result, and only when it gives none is the call made once more. As long as
    /// there is no `find`, nothing is repeated. All else is passed on as it came.
    pub fn call(
        find: Option<&dyn Fn() -> Result<Option<Response>>>,
        send: impl Fn() -> Result<Response>,
    ) -> Result<Response> {
        let result = send().and_then(http_answer::read);
        let doubt = http_outcome::doubt(result.as_ref());
        if let Some(failure) = &doubt {
            eprintln!("{failure}: nobody knows whether the write happened");
        }
        match find {
            Some(find) if doubt.is_some() => {
                std::thread::sleep(SETTLE);
                find()?.map_or_else(send, Ok)
            }
            _ => result.map(Response::from),
        }
    }
}
