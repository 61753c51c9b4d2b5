use std::time::Duration;

use tonic::{transport::Channel, Code, Request};

use crate::pb::{stock_client::StockClient, GetRequest};

const LIMIT: usize = 500 * 1024;

pub struct Stock(StockClient<Channel>);

impl Stock {
    pub async fn connect() -> Result<Self, tonic::transport::Error> {
        let channel = Channel::from_static("http://stock:50051")
            .timeout(Duration::from_millis(500))
            .concurrency_limit(50)
            .connect()
            .await?;
        Ok(Self(StockClient::new(channel).max_decoding_message_size(LIMIT)))
    }

    pub async fn count(&mut self, sku: &str) -> Result<u32, tonic::Status> {
        let mut wait = 64;
        loop {
            match self.0.get(Request::new(GetRequest { sku: sku.into() })).await {
                Ok(reply) => return Ok(reply.into_inner().count),
                Err(status) => match status.code() {
                    Code::NotFound => return Ok(0),
                    Code::AlreadyExists => return Ok(1),
                    Code::Unavailable | Code::ResourceExhausted if wait < 500 => {
                        tokio::time::sleep(Duration::from_millis(wait)).await;
                        wait *= 2;
                    }
                    _ => return Err(status),
                },
            }
        }
    }
}
