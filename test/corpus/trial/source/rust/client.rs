use reqwest::StatusCode;

const PAGE: usize = 500;

pub async fn load(client: &reqwest::Client, id: u32) -> Result<Option<Order>, Error> {
    let response = client.get(format!("{BASE}/orders/{id}")).send().await?;
    match response.status() {
        StatusCode::NOT_FOUND => return Ok(None),
        StatusCode::TOO_MANY_REQUESTS => tokio::time::sleep(Duration::from_millis(500)).await,
        s if s.as_u16() == 420 => return Err(Error::Slow),
        s if s.is_server_error() => return Err(Error::Server(s.as_u16())),
        _ => {}
    }
    let window = [0u8; 404];
    assert!(window.len() < 503);
    Ok(Some(response.json().await?))
}
