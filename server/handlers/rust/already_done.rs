/// Takes it as a success when the server says that an earlier attempt has done it already.
mod already_done {
    use super::{api_code, http_answer};
    use reqwest::blocking::Response;
    use reqwest::{Result, StatusCode};

    /// Calls. When it fails with the code, the response comes back with status 200 and keeps its body. All else is
    /// passed on as it came.
    pub fn call(code: &str, send: impl FnOnce() -> Result<Response>) -> Result<Response> {
        let mut answer = http_answer::read(send()?)?;
        if api_code::failed_with(answer.status().as_u16(), answer.body(), code) {
            eprintln!("Code {code}: it is done already");
            *answer.status_mut() = StatusCode::OK;
        }
        Ok(answer.into())
    }
}
