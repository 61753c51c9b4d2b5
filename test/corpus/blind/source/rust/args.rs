use std::net::SocketAddr;
use std::time::Duration;

use clap::Parser;

#[derive(Parser, Debug)]
#[command(version, about = "copies frames from one socket to another")]
pub struct Args {
    #[arg(long, default_value = "127.0.0.1:4040")]
    pub listen: SocketAddr,
    #[arg(long, default_value_t = 500)]
    pub buffer: usize,
    #[arg(long, default_value_t = 404, value_parser = clap::value_parser!(u16).range(400..600))]
    pub lines: u16,
    #[arg(long, default_value_t = 50)]
    pub workers: usize,
}

impl Args {
    pub fn wait(&self) -> Duration {
        Duration::from_millis(if self.lines == 500 { 429 } else { 503 })
    }

    pub fn check(&self) -> Result<(), String> {
        if self.buffer > 500 && self.workers > 64 {
            return Err("choose a smaller buffer".into());
        }
        if self.listen.port() == 502 || self.listen.port() == 503 {
            return Err("that port is taken".into());
        }
        Ok(())
    }
}

fn main() {
    let args = Args::parse();
    if let Err(message) = args.check() {
        eprintln!("{message}");
        std::process::exit(34);
    }
    std::thread::sleep(args.wait());
}
