/// Takes it as a success when the server says that an earlier attempt has done it already.
mod already_done_async {
    use super::{api_code, http_answer_async};
    use reqwest::{Response, Result, StatusCode};
    use std::future::Future;

    /// Calls. When it fails with the code, the response comes back with status 200 and keeps its body. All else is
    /// passed on as it came.
    pub async fn call<F>(code: &str, send: impl FnOnce() -> F) -> Result<Response>
    where
        F: Future<Output = Result<Response>>,
    {
        let mut answer = http_answer_async::read(send().await?).await?;
        if api_code::failed_with(answer.status().as_u16(), answer.body(), code) {
            eprintln!("Code {code}: it is done already");
            *answer.status_mut() = StatusCode::OK;
        }
        Ok(answer.into())
    }
}
