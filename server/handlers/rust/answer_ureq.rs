/// Reads responses of ureq 2 so that their bodies can be read again.
mod ureq_answer {
    use ureq::{Error, Response};

    pub struct Answer {
        pub status: u16,
        /// What stands behind the status.
        pub reason: String,
        pub url: String,
        /// Names are in lower case.
        pub headers: Vec<(String, String)>,
        pub body: String,
    }

    pub fn read(response: Response) -> Answer {
        let mut names = response.headers_names();
        names.sort();
        names.dedup();
        let mut headers = Vec::new();
        for name in names {
            let values = response.all(&name).into_iter().map(str::to_string);
            headers.extend(values.map(|value| (name.clone(), value)));
        }
        Answer {
            status: response.status(),
            reason: response.status_text().to_string(),
            url: response.get_url().to_string(),
            headers,
            body: response.into_string().unwrap_or_default(),
        }
    }

    impl Answer {
        /// What ureq gave once more, but for the URL, which it cannot be told.
        pub fn copy(&self) -> Result<Response, Error> {
            let mut text = format!("HTTP/1.1 {} {}\r\n", self.status, self.reason);
            for (name, value) in &self.headers {
                // The copy has all of its body at once.
                if !["content-length", "transfer-encoding"].contains(&name.as_str()) {
                    text += &format!("{name}: {value}\r\n");
                }
            }
            text += &format!("content-length: {}\r\n\r\n{}", self.body.len(), self.body);
            let copy: Response = text.parse()?;
            if copy.status() < 400 {
                Ok(copy)
            } else {
                Err(copy.into())
            }
        }
    }
}
