/// Opens streams of lines again when they drop. Beside reqwest this needs the crates that reqwest is made with: http, and
/// tokio with its feature time. Dropping a future ends a connection or a wait.
mod reconnect_async {
    use std::future::Future;
    use std::io;

    use reqwest::{Response, ResponseBuilderExt, Result};

    pub struct Options {
        /// A connection without a byte, a keep-alive either, is dead after this.
        pub silence: Duration,
        /// Connections in a row that may fail, or end before they are healthy.
        pub retries: u32,
        /// How long there may be none that is healthy.
        pub total_time: Duration,
        /// A connection is healthy when it has lasted this long.
        pub healthy: Duration,
        /// When the server asks for a longer wait, the stream ends.
        pub max_wait: Duration,
        /// After a drop the wait is min(16 s, drop_delay * n) + random(0, jitter), n from 0.
        pub drop_delay: Duration,
        /// After a refusal it is min(cap, base_delay * 2^n) + random(0, jitter).
        pub base_delay: Duration,
        pub cap: Duration,
        pub jitter: Duration,
        /// Gets attempt, delay and cause before each wait.
        pub on_reconnect: fn(u32, Duration, &str),
    }

    impl Default for Options {
        fn default() -> Self {
            Options {
                silence: Duration::from_secs(30),
                retries: 10,
                total_time: Duration::from_secs(1_800),
                healthy: Duration::from_secs(60),
                max_wait: Duration::from_secs(900),
                drop_delay: Duration::from_millis(250),
                base_delay: Duration::from_secs(5),
                cap: Duration::from_secs(320),
                jitter: Duration::from_secs(1),
                on_reconnect: |attempt, delay, cause| {
                    eprintln!("Reconnect {attempt} in {delay:.1?}: {cause}")
                },
            }
        }
    }

    /// Opens a stream, and again when it drops, ends or falls silent. Its pieces go on over all connections, in whole
    /// lines, as they come; a line that is torn is left out. Where a new connection cannot help (4xx, a usage cap), the
    /// response is the last one, or reading fails.
    pub async fn call<S, F>(options: Options, send: S) -> io::Result<Stream<S>>
    where
        S: Fn() -> F,
        F: Future<Output = Result<Response>>,
    {
        let mut outage = Outage::new();
        let response = open(&send, &options, &mut outage).await?;
        Ok(Stream {
            response,
            send,
            options,
            outage,
            opened: Instant::now(),
            torn: Vec::new(),
            ended: false,
        })
    }

    /// A response whose pieces go on over all connections.
    pub struct Stream<S> {
        response: Response,
        send: S,
        options: Options,
        outage: Outage,
        opened: Instant,
        torn: Vec<u8>,
        ended: bool,
    }

    impl<S> Deref for Stream<S> {
        type Target = Response;

        fn deref(&self) -> &Response {
            &self.response
        }
    }

    // What takes a response takes it whole, so Deref gives none of it. A program needs some of it at most.
    #[allow(dead_code)]
    impl<S> Stream<S> {
        pub fn error_for_status(self) -> Result<Self> {
            self.response.error_for_status_ref()?;
            Ok(self)
        }

        /// The body of a response that is no stream.
        pub async fn text(self) -> Result<String> {
            self.response.text().await
        }
    }

    impl<S, F> Stream<S>
    where
        S: Fn() -> F,
        F: Future<Output = Result<Response>>,
    {
        /// The next lines. None comes only of a response that is no stream, or after an error.
        pub async fn chunk(&mut self) -> io::Result<Option<Vec<u8>>> {
            while !self.ended {
                let piece = limit(&self.options, self.response.chunk()).await;
                if !self.response.status().is_success() {
                    return Ok(piece?.map(|piece| piece.to_vec()));
                }
                match piece {
                    Ok(Some(piece)) => {
                        let lines = cut_lines(&mut self.torn, &piece);
                        if !lines.is_empty() {
                            return Ok(Some(lines));
                        }
                    }
                    Ok(None) => {
                        let why = "the server ended the stream";
                        let error = io::Error::new(io::ErrorKind::UnexpectedEof, why);
                        self.open_again(error).await?;
                    }
                    Err(error) => self.open_again(error).await?,
                }
            }
            Ok(None)
        }

        async fn open_again(&mut self, error: io::Error) -> io::Result<()> {
            self.ended = true;
            if self.opened.elapsed() >= self.options.healthy {
                self.outage.failures = 0;
            }
            let failure = Failure::drop(&error);
            match self.outage.next_delay(&failure, &self.options) {
                Some(delay) => tokio::time::sleep(delay).await,
                None => return Err(error),
            }
            let response = open(&self.send, &self.options, &mut self.outage).await?;
            let status = response.status();
            if !status.is_success() {
                let body = response.text().await.unwrap_or_default();
                let why = format!("the stream ended: HTTP {status} {body}");
                return Err(io::Error::new(io::ErrorKind::Other, why));
            }
            self.response = response;
            self.opened = Instant::now();
            self.torn.clear();
            self.ended = false;
            Ok(())
        }
    }

    /// Connects until that succeeds or fails for good.
    async fn open<F>(
        send: &impl Fn() -> F,
        options: &Options,
        outage: &mut Outage,
    ) -> io::Result<Response>
    where
        F: Future<Output = Result<Response>>,
    {
        loop {
            let (result, failure) = match limit(options, send()).await {
                Ok(response) => read_refusal(response).await,
                Err(error) => {
                    let failure = passes(&error).then(|| Failure::drop(&error));
                    (Err(error), failure)
                }
            };
            let delay = failure.and_then(|failure| outage.next_delay(&failure, options));
            match delay {
                Some(delay) => tokio::time::sleep(delay).await,
                None => return result,
            }
        }
    }

    /// What comes before a connection counts as silent.
    async fn limit<T>(options: &Options, result: impl Future<Output = Result<T>>) -> io::Result<T> {
        match tokio::time::timeout(options.silence, result).await {
            Ok(result) => result.map_err(|error| io::Error::new(io::ErrorKind::Other, error)),
            Err(late) => Err(io::Error::new(io::ErrorKind::TimedOut, late)),
        }
    }

    /// Whether an error is that of a connection, and not of the request.
    fn passes(error: &io::Error) -> bool {
        let cause = error.get_ref().and_then(|own| own.downcast_ref());
        !cause.map_or(false, |own: &reqwest::Error| {
            own.is_builder() || own.is_redirect() || own.is_status()
        })
    }

    /// Why a response is no stream; none for a stream, or where another connection does not help.
    async fn read_refusal(response: Response) -> (io::Result<Response>, Option<Failure>) {
        if response.status().is_success() {
            return (Ok(response), None);
        }
        let status = response.status().as_u16();
        let (response, body) = match buffer(response).await {
            Ok(buffered) => buffered,
            Err(error) => {
                let error = io::Error::new(io::ErrorKind::Other, error);
                let failure = Failure::drop(&error);
                return (Err(error), Some(failure));
            }
        };
        let header = |name: &str| {
            let value = response.headers().get(name)?;
            value.to_str().ok()
        };
        let failure = Failure::refusal(status, header, &body.to_lowercase());
        (Ok(response), failure)
    }

    /// Reads the body of a response into memory, so that the caller can read it, too.
    async fn buffer(response: Response) -> Result<(Response, String)> {
        let mut copy = http::Response::builder()
            .status(response.status())
            .version(response.version())
            .url(response.url().clone());
        if let Some(headers) = copy.headers_mut() {
            *headers = response.headers().clone();
        }
        let body = response.bytes().await?;
        let text = String::from_utf8_lossy(&body).into_owned();
        let copy = copy.body(body).expect("the parts come from a response");
        Ok((copy.into(), text))
    }
}
