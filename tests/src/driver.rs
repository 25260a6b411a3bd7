//! A running WebDriver server, with the display it needs, ended with its owner.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::engine::Engine;

const START: Duration = Duration::from_secs(30);

/// How often a driver is started that ends at once, as it does where another program has taken its port.
const ATTEMPTS: usize = 5;

/// Drivers' ports: below those that the kernel gives to connections, which could otherwise take one in the moment between
/// its choice and the driver's start.
const PORTS: std::ops::Range<u16> = 20_000..30_000;

/// Runs its arguments as a program; ends it, and all that it has started, once its own standard input ends. The owner of
/// that pipe may have been killed: no driver, browser or display outlives it.
const KEEPER: &str = r#"
end() {
  for child in $(cat "/proc/$1/task/"*/children 2>/dev/null); do end "$child"; done
  kill -KILL "$1" 2>/dev/null
}
exec 3<&0
"$@" </dev/null 3<&- &
kept=$!
{ read -r _ <&3; end "$kept"; } >/dev/null 2>&1 &
exec 3<&-
wait "$kept"
"#;

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
        let mut display = engine.needs_display().then(|| Display::start(engine));
        for _ in 0..ATTEMPTS {
            let mut driver = Driver::spawn(engine, display.take());
            if driver.answers(engine) {
                return driver;
            }
            display = driver.display.take();
        }
        panic!(
            "{engine:?}'s driver ends at once; {}",
            engine.install_line()
        )
    }

    fn spawn(engine: Engine, display: Option<Display>) -> Driver {
        let home = TempDir::new().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
        let port = free_port();
        let mut command = kept(&engine.driver(port));
        command
            .env("HOME", home.path())
            .env("TMPDIR", home.path())
            .env("TZ", "UTC")
            .env("LANG", "C.UTF-8")
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
        Driver {
            process,
            display,
            _home: home,
            port,
        }
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Waits until it listens; whether it does, rather than having ended.
    fn answers(&mut self, engine: Engine) -> bool {
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if self.has_ended() {
                return false;
            }
            assert!(
                begun.elapsed() < START,
                "{engine:?}'s driver does not answer; {}",
                engine.install_line()
            );
            sleep(Duration::from_millis(20));
        }
        // Whoever answers may be the one who had the port before.
        !self.has_ended()
    }

    fn has_ended(&mut self) -> bool {
        !matches!(self.process.try_wait(), Ok(None))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        end(&mut self.process);
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
        let mut screen = Command::new("Xvfb");
        screen.args(["-displayfd", "1", "-screen", "0", "1600x1200x24"]);
        screen.args(["-nolisten", "tcp"]);
        let mut process = kept(&screen)
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

impl Drop for Display {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

/// `command` under a keeper that holds it to the life of this process.
fn kept(command: &Command) -> Command {
    let mut keeper = Command::new("sh");
    keeper.args(["-c", KEEPER, "keeper"]);
    keeper.arg(command.get_program()).args(command.get_args());
    keeper.stdin(Stdio::piped());
    keeper
}

/// Closes the keeper's standard input, upon which it ends all that it keeps.
fn end(process: &mut Child) {
    drop(process.stdin.take());
    // It may have ended by itself.
    let _ = process.wait();
}

/// A port that nobody listens on; two drivers of this process never get the same.
fn free_port() -> u16 {
    static TAKEN: AtomicU16 = AtomicU16::new(0);
    let count = PORTS.end - PORTS.start;
    // Runs that go on side by side begin at different places.
    let begin = (std::process::id() % u32::from(count)) as u16;
    (0..count)
        .map(|_| PORTS.start + begin.wrapping_add(TAKEN.fetch_add(1, Ordering::Relaxed)) % count)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .unwrap_or_else(|| panic!("no free port in {PORTS:?}"))
}
