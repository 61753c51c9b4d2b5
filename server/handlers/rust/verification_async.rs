/// Looks whether a write happened before it is repeated. Beside reqwest this needs tokio with its feature time.
mod verification_async {
    use super::{http_answer_async, http_outcome};
    use reqwest::{Response, Result};
    use std::future::Future;
    use std::pin::Pin;
    use std::time::Duration;

    /// The time that a write has to become visible.
    const SETTLE: Duration = Duration::from_secs(2);

    /// What `Box::pin(find_post())` gives.
    type Found<'a> = Pin<Box<dyn Future<Output = Result<Option<Response>>> + Send + 'a>>;

    /// Calls. When nobody knows whether the write happened (no response, 5xx, x_write_unconfirmed), `find` looks for what
    /// the call writes: what it gives is the result, and only when it gives none is the call made once more. As long as
    /// there is no `find`, nothing is repeated. All else is passed on as it came.
    pub async fn call<'a, F>(
        find: Option<&(dyn Fn() -> Found<'a> + Sync)>,
        send: impl Fn() -> F,
    ) -> Result<Response>
    where
        F: Future<Output = Result<Response>>,
    {
        let result = match send().await {
            Ok(response) => http_answer_async::read(response).await,
            Err(error) => Err(error),
        };
        let doubt = http_outcome::doubt(result.as_ref());
        if let Some(failure) = &doubt {
            eprintln!("{failure}: nobody knows whether the write happened");
        }
        match find {
            Some(find) if doubt.is_some() => {
                tokio::time::sleep(SETTLE).await;
                match find().await? {
                    Some(found) => Ok(found),
                    None => send().await,
                }
            }
            _ => result.map(Response::from),
        }
    }
}
