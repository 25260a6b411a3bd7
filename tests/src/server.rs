//! A static file server on a free port of this machine, as plain as a public host may be.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// What the host says of `.wasm` files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WasmType {
    /// `application/wasm`, so that browsers compile while they load.
    Right,
    /// `application/octet-stream`, as hosts say that do not know the type.
    Unknown,
}

/// Answers that are held at the same time; browsers have six connections to a host.
const HELD: usize = 4;

/// Serves one folder until the test process ends.
#[derive(Debug)]
pub struct Server {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
    held: Arc<Mutex<Option<String>>>,
}

impl Server {
    /// Starts serving `folder`.
    ///
    /// # Errors
    /// Fails where no port is free.
    pub fn start(folder: &Path, wasm: WasmType) -> io::Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let held = Arc::new(Mutex::new(None));
        let host = Arc::new(Host {
            folder: folder.to_owned(),
            wasm,
            asked: Arc::clone(&asked),
            held: Arc::clone(&held),
            holding: AtomicUsize::new(0),
        });
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let host = Arc::clone(&host);
                // A browser that hangs up early is no fault of the site.
                thread::spawn(move || drop(host.answer(stream)));
            }
        });
        Ok(Server { port, asked, held })
    }

    /// The address of the folder, with a slash at its end.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Leaves paths that hold `part` without an answer until something else, or nothing, is held: a slow line, at the moment that
    /// is wanted. Few at a time, since browsers have few connections to a host.
    pub fn hold(&self, part: Option<&str>) {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = part.map(str::to_owned);
    }

    /// Every path whose bytes were sent so far, or asked for in vain, in order. What a browser had already is not among them.
    pub fn asked(&self) -> Vec<String> {
        self.asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

struct Host {
    folder: PathBuf,
    wasm: WasmType,
    asked: Arc<Mutex<Vec<String>>>,
    held: Arc<Mutex<Option<String>>>,
    holding: AtomicUsize,
}

impl Host {
    fn answer(&self, stream: TcpStream) -> io::Result<()> {
        let mut reader = BufReader::new(stream.try_clone()?);
        let mut stream = stream;
        while let Some(request) = read_request(&mut reader)? {
            self.send(&mut stream, &request)?;
        }
        Ok(())
    }

    fn send(&self, stream: &mut TcpStream, request: &Request) -> io::Result<()> {
        let path = &request.path;
        if self.holding.fetch_add(1, Ordering::Relaxed) < HELD {
            while self.is_held(path) {
                thread::sleep(Duration::from_millis(20));
            }
        }
        self.holding.fetch_sub(1, Ordering::Relaxed);
        let name = if path == "/" {
            "index.html"
        } else {
            path.trim_start_matches('/')
        };
        let file = self.folder.join(name);
        let found = if name.contains("..") {
            None
        } else {
            std::fs::read(&file).ok()
        };
        let tag = found.as_deref().map(tag);
        if tag.is_some() && tag == request.known {
            return write!(stream, "HTTP/1.1 304 Not Modified\r\n\r\n");
        }
        self.asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(path.clone());
        let (status, body) = found.map_or(("404 Not Found", Vec::new()), |bytes| ("200 OK", bytes));
        let kind = self.content_type(name);
        let length = body.len();
        let tag = tag.map_or(String::new(), |tag| format!("ETag: {tag}\r\n"));
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{tag}\r\n"
        )?;
        stream.write_all(&body)
    }

    fn is_held(&self, path: &str) -> bool {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.as_deref().is_some_and(|part| path.contains(part))
    }

    fn content_type(&self, name: &str) -> &'static str {
        match Path::new(name)
            .extension()
            .and_then(|extension| extension.to_str())
        {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("woff2") => "font/woff2",
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            Some("webmanifest") => "application/manifest+json",
            Some("wasm") if self.wasm == WasmType::Right => "application/wasm",
            _ => "application/octet-stream",
        }
    }
}

/// What a browser asks for.
struct Request {
    /// The path, without its query.
    path: String,
    /// The tag of the bytes that the browser has already.
    known: Option<String>,
}

/// What stands for a file's bytes, by which a browser that kept them need not get them again.
fn tag(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("\"{:x}\"", hasher.finish())
}

/// The next request on a connection; nothing where the connection has ended.
fn read_request(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut first = String::new();
    if reader.read_line(&mut first)? == 0 {
        return Ok(None);
    }
    let mut known = None;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        let (name, value) = line.split_once(':').unwrap_or_default();
        if name.eq_ignore_ascii_case("if-none-match") {
            known = Some(value.trim().to_owned());
        }
        line.clear();
    }
    let path = first.split(' ').nth(1).unwrap_or("/");
    let path = path.split('?').next().unwrap_or(path).to_owned();
    Ok(Some(Request { path, known }))
}
