//! A running WebDriver server, with the display it needs, ended with its owner.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::engine::Engine;

const START: Duration = Duration::from_secs(30);

/// A driver process of one browser.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    display: Option<Display>,
    /// A home of its own, so that no cache or setting of this machine comes in.
    _home: TempDir,
    port: u16,
}

impl Driver {
    /// Starts the engine's driver and waits until it answers.
    ///
    /// # Panics
    /// Where the driver or the display is missing or does not start: a browser that cannot be tested is a failure,
    /// and the message says how to install it.
    pub fn start(engine: Engine) -> Driver {
        let home = TempDir::new().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
        let display = engine.needs_display().then(|| Display::start(engine));
        let port = free_port();
        let mut command = engine.driver(port);
        command
            .env("HOME", home.path())
            .env("TMPDIR", home.path())
            .env("TZ", "UTC")
            .env("LANG", "C.UTF-8");
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some(display) = &display {
            command
                .env("DISPLAY", &display.name)
                .env_remove("WAYLAND_DISPLAY");
        }
        let process = command
            .spawn()
            .unwrap_or_else(|error| panic!("{engine:?}: {error}: {}", engine.install_line()));
        let driver = Driver {
            process,
            display,
            _home: home,
            port,
        };
        driver.wait(engine);
        driver
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn wait(&self, engine: Engine) {
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            assert!(
                begun.elapsed() < START,
                "{engine:?}'s driver does not answer; {}",
                engine.install_line()
            );
            sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        end(&mut self.process);
        if let Some(display) = &mut self.display {
            end(&mut display.process);
        }
    }
}

/// A screen in memory.
#[derive(Debug)]
struct Display {
    process: Child,
    name: String,
}

impl Display {
    fn start(engine: Engine) -> Display {
        let mut process = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1600x1200x24",
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb: {error}: {}", engine.install_line()));
        let mut number = String::new();
        if let Some(output) = process.stdout.take() {
            // It writes the number of the display that it has taken once it is ready.
            BufReader::new(output)
                .read_line(&mut number)
                .unwrap_or_else(|error| panic!("Xvfb: {error}"));
        }
        Display {
            process,
            name: format!(":{}", number.trim()),
        }
    }
}

fn end(process: &mut Child) {
    // It may have ended by itself.
    let _ = process.kill();
    let _ = process.wait();
}

/// A port that was free a moment ago; drivers cannot be asked which one they took.
fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .unwrap_or_else(|error| panic!("no free port: {error}"))
}
