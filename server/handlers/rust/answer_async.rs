/// Reads responses of reqwest so that their bodies can be read again. Beside reqwest this needs the crate http, which
/// reqwest is made with.
mod http_answer_async {
    use reqwest::{Response, ResponseBuilderExt, Result};

    /// A copy of a response whose body is in memory; `into()` makes it a response again.
    pub async fn read(response: Response) -> Result<http::Response<Vec<u8>>> {
        let mut copy = http::Response::builder()
            .status(response.status())
            .version(response.version())
            .url(response.url().clone());
        if let Some(headers) = copy.headers_mut() {
            *headers = response.headers().clone();
        }
        let body = response.bytes().await?.to_vec();
        Ok(copy.body(body).expect("the parts come from a response"))
    }
}
