use std::{
    fs,
    io::{self, ErrorKind},
    path::Path,
    process::exit,
};

use git2::ErrorCode;

const BLOCK: usize = 500 * 1024;

#[derive(Debug, PartialEq)]
pub enum State {
    NotFound,
    Forbidden,
    Frozen,
    Fine,
}

pub fn state(path: &Path) -> io::Result<State> {
    match fs::metadata(path) {
        Ok(meta) if meta.permissions().readonly() => Ok(State::Frozen),
        Ok(meta) if meta.len() > BLOCK as u64 => Ok(State::Fine),
        Ok(_) => Ok(State::Fine),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(State::NotFound),
        Err(e) if e.raw_os_error() == Some(13) => Ok(State::Forbidden),
        Err(e) => Err(e),
    }
}

pub fn branch(repo: &git2::Repository) -> Option<String> {
    match repo.head() {
        Ok(head) => head.shorthand().map(str::to_owned),
        Err(e) if e.code() == ErrorCode::NotFound || e.code() == ErrorCode::UnbornBranch => None,
        Err(_) => exit(64),
    }
}

pub fn label(state: &State) -> &'static str {
    match state {
        State::NotFound => "not_found",
        State::Forbidden => "unauthorized",
        State::Frozen => "frozen",
        State::Fine => "fine",
    }
}
