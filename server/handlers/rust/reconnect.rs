/// Opens streams of lines again when they drop. Beside reqwest this needs the crate http, which reqwest is made with.
mod reconnect {
    use std::io::{self, Read};
    use std::ops::Deref;

    pub struct Options {
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
        /// A message, or the end of its sender, ends a wait.
        pub cancel: Option<Receiver<()>>,
    }

    impl Default for Options {
        fn default() -> Self {
            Options {
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
                cancel: None,
            }
        }
    }

    /// Opens a stream, and again when it drops, ends or falls silent for as long as its client waits for a socket. The
    /// body goes on over all connections, in whole lines, as they come; a line that is torn is left out. Where a new
    /// connection cannot help (4xx, a usage cap), the response is the last one, or reading fails.
    pub fn call<F: Fn() -> Result<Response>>(options: Options, send: F) -> Result<Stream<F>> {
        let mut outage = Outage::new();
        let response = open(&send, &options, &mut outage)?;
        Ok(Stream {
            response,
            send,
            options,
            outage,
            opened: Instant::now(),
            lines: Lines::default(),
        })
    }

    /// A response whose body goes on over all connections.
    pub struct Stream<F> {
        response: Response,
        send: F,
        options: Options,
        outage: Outage,
        opened: Instant,
        lines: Lines,
    }

    impl<F> Deref for Stream<F> {
        type Target = Response;

        fn deref(&self) -> &Response {
            &self.response
        }
    }

    // What takes a response takes it whole, so Deref gives none of it. A program needs some of it at most.
    #[allow(dead_code)]
    impl<F> Stream<F> {
        pub fn error_for_status(self) -> Result<Self> {
            self.response.error_for_status_ref()?;
            Ok(self)
        }

        /// The body of a response that is no stream.
        pub fn text(self) -> Result<String> {
            self.response.text()
        }
    }

    impl<F: Fn() -> Result<Response>> Read for Stream<F> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if !self.response.status().is_success() {
                return self.response.read(buffer);
            }
            loop {
                let count = self.lines.whole.read(buffer)?;
                if count > 0 || buffer.is_empty() || self.lines.ended {
                    return Ok(count);
                }
                self.fill()?;
            }
        }
    }

    impl<F: Fn() -> Result<Response>> Stream<F> {
        /// Reads what has come, and opens the stream again when it was lost.
        fn fill(&mut self) -> io::Result<()> {
            let error = match self.lines.fill(&mut self.response) {
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
            let status = response.status();
            if !status.is_success() {
                let body = response.text().unwrap_or_default();
                let why = format!("the stream ended: HTTP {status} {body}");
                return Err(io::Error::new(io::ErrorKind::Other, why));
            }
            self.response = response;
            self.opened = Instant::now();
            self.lines = Lines::default();
            Ok(())
        }
    }

    /// What has come of a body.
    #[derive(Default)]
    struct Lines {
        whole: io::Cursor<Vec<u8>>,
        torn: Vec<u8>,
        ended: bool,
    }

    impl Lines {
        fn last() -> Lines {
            Lines {
                ended: true,
                ..Lines::default()
            }
        }

        /// Fails at the end of a body, too: a stream has none.
        fn fill(&mut self, body: &mut impl Read) -> io::Result<()> {
            let mut piece = [0; 4096];
            let count = body.read(&mut piece)?;
            if count == 0 {
                let why = "the server ended the stream";
                return Err(io::Error::new(io::ErrorKind::UnexpectedEof, why));
            }
            self.whole = io::Cursor::new(cut_lines(&mut self.torn, &piece[..count]));
            Ok(())
        }
    }

    /// Adds a piece to a line that is torn, and takes the lines off that are whole.
    fn cut_lines(torn: &mut Vec<u8>, piece: &[u8]) -> Vec<u8> {
        torn.extend_from_slice(piece);
        let end = torn.iter().rposition(|&byte| byte == b'\n');
        torn.drain(..end.map_or(0, |last| last + 1)).collect()
    }

    /// Connects until that succeeds or fails for good.
    fn open(
        send: &impl Fn() -> Result<Response>,
        options: &Options,
        outage: &mut Outage,
    ) -> Result<Response> {
        loop {
            let (result, failure) = read_refusal(send());
            let delay = failure.and_then(|failure| outage.next_delay(&failure, options));
            match delay {
                Some(delay) if !is_cancelled(&options.cancel, delay) => {}
                _ => return result,
            }
        }
    }

    /// Why there is no stream; none for a stream, or where another connection does not help.
    fn read_refusal(sent: Result<Response>) -> (Result<Response>, Option<Failure>) {
        let response = match sent {
            Ok(response) if response.status().is_success() => return (Ok(response), None),
            Ok(response) => response,
            Err(error) => {
                let for_good = error.is_builder() || error.is_redirect() || error.is_status();
                let failure = (!for_good).then(|| Failure::drop(&error));
                return (Err(error), failure);
            }
        };
        let status = response.status().as_u16();
        let (response, body) = match buffer(response) {
            Ok(buffered) => buffered,
            Err(error) => {
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

    /// Why a connection is lost, or was refused.
    struct Failure {
        cause: String,
        is_drop: bool,
        /// What the server asks for.
        wait: Option<Duration>,
    }

    impl Failure {
        fn drop(error: &dyn std::error::Error) -> Failure {
            Failure {
                cause: format!("no stream ({error})"),
                is_drop: true,
                wait: None,
            }
        }

        /// None where another connection does not help. The body is in lower case.
        fn refusal<'a>(
            status: u16,
            header: impl Fn(&str) -> Option<&'a str>,
            body: &'a str,
        ) -> Option<Failure> {
            let caps = [
                "usage-cap",
                "usagecap",
                "usage cap",
                "usage_limit_reached",
                "x_daily_limit",
                "insufficient_quota",
            ];
            let passes = status >= 500 || [408, 425, 429].contains(&status);
            if !passes || caps.iter().any(|&cap| body.contains(cap)) {
                return None;
            }
            // With too many connections open no limit is used up: the old one is gone in a moment.
            let is_limit = status == 429 && !body.contains("toomanyconnections");
            Some(Failure {
                cause: format!("HTTP {status}"),
                is_drop: false,
                wait: asked_wait(if is_limit { 429 } else { 503 }, header, body),
            })
        }
    }

    /// The failures since the last healthy connection.
    struct Outage {
        failures: u32,
        since: Instant,
    }

    impl Outage {
        fn new() -> Outage {
            Outage {
                failures: 0,
                since: Instant::now(),
            }
        }

        /// The wait before the next connection; none when there is to be none.
        fn next_delay(&mut self, failure: &Failure, options: &Options) -> Option<Duration> {
            let count = self.failures;
            self.failures += 1;
            if count == 0 {
                self.since = Instant::now();
            }
            if let Some(wait) = failure.wait.filter(|&wait| wait > options.max_wait) {
                let reset = format_date(SystemTime::now() + wait);
                eprintln!("No stream: the server asks to wait until {reset}");
                return None;
            }
            let backoff = if failure.is_drop {
                Duration::from_secs(16).min(options.drop_delay.saturating_mul(count))
            } else {
                let growing = options
                    .base_delay
                    .saturating_mul(2_u32.saturating_pow(count));
                growing.min(options.cap)
            };
            let delay = failure.wait.unwrap_or(backoff) + options.jitter.mul_f64(random());
            let is_late = self.since.elapsed() + delay > options.total_time;
            if count >= options.retries || is_late {
                return None;
            }
            (options.on_reconnect)(count + 1, delay, &failure.cause);
            Some(delay)
        }
    }
}
