/// Opens streams of lines again when they drop. Made for ureq 2.
mod reconnect_ureq {
    use super::ureq_answer;
    use ureq::{Error, ErrorKind, Response};

    /// Opens a stream, and again when it drops, ends or falls silent for as long as its agent waits for a socket. The
    /// body goes on over all connections, in whole lines, as they come; a line that is torn is left out. Where a new
    /// connection cannot help (4xx, a usage cap), the error is the last one, or reading fails.
    pub fn call<F>(options: Options, send: F) -> Result<Stream<F>, Error>
    where
        F: Fn() -> Result<Response, Error>,
    {
        let mut outage = Outage::new();
        let response = open(&send, &options, &mut outage)?;
        Ok(Stream {
            response,
            send,
            options,
            outage,
        })
    }

    /// A response whose body goes on over all connections.
    pub struct Stream<F> {
        response: Response,
        send: F,
        options: Options,
        outage: Outage,
    }

    impl<F> Deref for Stream<F> {
        type Target = Response;

        fn deref(&self) -> &Response {
            &self.response
        }
    }

    impl<F: Fn() -> Result<Response, Error>> Stream<F> {
        pub fn into_reader(self) -> Reader<F> {
            Reader {
                body: Box::new(self.response.into_reader()),
                send: self.send,
                options: self.options,
                outage: self.outage,
                opened: Instant::now(),
                lines: Lines::default(),
            }
        }
    }

    /// The body of all connections.
    pub struct Reader<F> {
        body: Box<dyn Read + Send>,
        send: F,
        options: Options,
        outage: Outage,
        opened: Instant,
        lines: Lines,
    }

    impl<F: Fn() -> Result<Response, Error>> Read for Reader<F> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            loop {
                let count = self.lines.whole.read(into)?;
                if count > 0 || into.is_empty() || self.lines.ended {
                    return Ok(count);
                }
                self.fill()?;
            }
        }
    }

    impl<F: Fn() -> Result<Response, Error>> Reader<F> {
        /// Reads what has come, and opens the stream again when it was lost.
        fn fill(&mut self) -> io::Result<()> {
            let error = match self.lines.fill(&mut self.body) {
                Ok(()) => return Ok(()),
                Err(error) => error,
            };
            self.lines = Lines::last();
            if self.opened.elapsed() >= self.options.healthy {
                self.outage.failures = 0;
            }
            let failure = Failure::drop(&error);
            match self.outage.next_delay(&failure, &self.options) {
                Some(delay) if !is_cancelled(&self.options.cancel, delay) => {}
                _ => return Err(error),
            }
            let response = open(&self.send, &self.options, &mut self.outage)
                .map_err(|error| io::Error::new(io::ErrorKind::Other, error))?;
            self.body = Box::new(response.into_reader());
            self.opened = Instant::now();
            self.lines = Lines::default();
            Ok(())
        }
    }

    /// Connects until that succeeds or fails for good.
    fn open(
        send: &impl Fn() -> Result<Response, Error>,
        options: &Options,
        outage: &mut Outage,
    ) -> Result<Response, Error> {
        loop {
            let (result, failure) = read_refusal(send());
            let delay = failure.and_then(|failure| outage.next_delay(&failure, options));
            match delay {
                Some(delay) if !is_cancelled(&options.cancel, delay) => {}
                _ => return result,
            }
        }
    }

    /// Why there is no stream; none for a stream, or where another connection does not help. The caller gets a copy of a
    /// refusal, of which ureq does not know the URL; the log has it.
    fn read_refusal(sent: Result<Response, Error>) -> (Result<Response, Error>, Option<Failure>) {
        match sent {
            Err(Error::Status(status, response)) => {
                let answer = ureq_answer::read(response);
                let header = |name: &str| {
                    let found = answer.headers.iter().find(|(own, _)| own == name);
                    found.map(|(_, value)| value.as_str())
                };
                let failure = Failure::refusal(status, header, &answer.body.to_lowercase());
                if failure.is_none() {
                    eprintln!("No stream: HTTP {status} from {}", answer.url);
                }
                (answer.copy(), failure)
            }
            Err(Error::Transport(error)) => {
                let passes = matches!(
                    error.kind(),
                    ErrorKind::Dns
                        | ErrorKind::ConnectionFailed
                        | ErrorKind::Io
                        | ErrorKind::BadStatus
                        | ErrorKind::ProxyConnect
                );
                let failure = passes.then(|| Failure::drop(&error));
                (Err(Error::Transport(error)), failure)
            }
            Ok(response) => (Ok(response), None),
        }
    }
}
