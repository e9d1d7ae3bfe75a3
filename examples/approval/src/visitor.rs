//! A visitor who does what one would do in a browser.

use std::{error::Error, net::SocketAddr};

use flowsmith::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// Asks for two leaves, decides them, one of them twice, and looks how they stand.
pub(crate) async fn visit(address: SocketAddr) -> Result<(), Box<dyn Error>> {
    let calls = [
        ("POST", "/leaves/ada-1", r#"{"days": 3}"#),
        ("POST", "/leaves/bob-1", r#"{"days": 90}"#),
        ("GET", "/leaves/ada-1", ""),
        ("POST", "/leaves/ada-1/decision", r#"{"granted": true}"#),
        ("POST", "/leaves/bob-1/decision", r#"{"granted": false, "reason": "too long"}"#),
        ("POST", "/leaves/ada-1/decision", r#"{"granted": false}"#),
    ];
    for (method, path, body) in calls {
        let (status, answer) = loop {
            let (status, answer) = call(address, method, path, body).await?;
            // The request may not have reached the desk yet.
            if status != "404" {
                break (status, answer);
            }
            tokio::task::yield_now().await;
        };
        println!("{method:4} {path:24} {body:42} {status} {answer}");
    }
    for path in ["/leaves/ada-1", "/leaves/bob-1"] {
        let answer = ended(address, path).await?;
        println!("GET  {path:24} {:42} 200 {answer}", "");
    }
    Ok(())
}

/// How a leave stands once it is decided.
async fn ended(address: SocketAddr, path: &str) -> Result<String, Box<dyn Error>> {
    loop {
        let (_, answer) = call(address, "GET", path, "").await?;
        if serde_json::from_str::<Value>(&answer)?["status"] == "Succeeded" {
            return Ok(answer);
        }
        tokio::task::yield_now().await;
    }
}

/// The status and the body of an answer.
async fn call(address: SocketAddr, method: &str, path: &str, body: &str) -> Result<(String, String), Box<dyn Error>> {
    let mut stream = TcpStream::connect(address).await?;
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\
         connection: close\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    let (head, body) = answer.split_once("\r\n\r\n").ok_or("no answer")?;
    let status = head.split(' ').nth(1).ok_or("no status")?;
    Ok((status.to_owned(), body.to_owned()))
}
