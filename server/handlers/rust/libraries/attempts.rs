mod http_backoff {
    /// The wait before the next attempt; none when there is none.
    fn delay_after(
        failure: Option<(u16, Option<Duration>)>,
        retry: u32,
        deadline: Instant,
        options: &Options,
    ) -> Option<Duration> {
        let (status, asked) = failure?;
        if !options.idempotent || retry >= options.retries {
            return None;
        }
        let growing = options
            .base_delay
            .saturating_mul(2_u32.saturating_pow(retry));
        let delay =
            asked.unwrap_or_else(|| growing.min(options.cap)) + options.jitter.mul_f64(random());
        if asked > Some(options.max_wait) || Instant::now() + delay > deadline {
            if let Some(wait) = asked {
                let reset = format_date(SystemTime::now() + wait);
                eprintln!("No retry of HTTP {status}: the server asks to wait until {reset}");
            }
            return None;
        }
        (options.on_retry)(retry + 1, status, delay);
        Some(delay)
    }

    /// Waits, and tells whether the wait was ended.
    fn is_cancelled(cancel: &Option<Receiver<()>>, delay: Duration) -> bool {
        match cancel {
            Some(cancel) => cancel.recv_timeout(delay) != Err(RecvTimeoutError::Timeout),
            None => {
                std::thread::sleep(delay);
                false
            }
        }
    }
}
