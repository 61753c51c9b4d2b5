/// Takes it as a success when the server says that an earlier attempt has done it already. Made for ureq 2.
mod already_done_ureq {
    use super::{api_code, ureq_answer};
    use ureq::{Error, Response};

    type Sent = Result<Response, Error>;

    /// Calls. When it fails with the code, the response comes back with status 200 and keeps its body. All else is
    /// passed on as it came.
    pub fn call(code: &str, send: impl FnOnce() -> Sent) -> Sent {
        let mut answer = match send() {
            Err(Error::Status(_, response)) => ureq_answer::read(response),
            result => return result,
        };
        if !api_code::failed_with(answer.status, answer.body.as_bytes(), code) {
            eprintln!("HTTP {} from {}", answer.status, answer.url);
            return answer.copy();
        }
        eprintln!("Code {code} from {}: it is done already", answer.url);
        answer.status = 200;
        answer.reason = "OK".to_string();
        answer.copy()
    }
}
