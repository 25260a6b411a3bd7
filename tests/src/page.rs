//! The archive's page in a browser: what a reader can do with it, and what the page did behind their back.

use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MouseActions, PointerAction, TouchActions,
};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::driver::Driver;
use crate::engine::Engine;
use crate::server::{Server, WasmType};
use crate::site::{Copy, built, target};

/// A key to press.
#[derive(Debug, Clone, Copy)]
#[expect(
    missing_docs,
    reason = "a key is named as it is written on the keyboard"
)]
pub enum Key {
    Tab,
    Shift,
    Enter,
    Escape,
    Delete,
    Home,
    End,
    Left,
    Right,
    Up,
    Down,
    Text(char),
}

impl Key {
    /// The code that WebDriver has for it (WebDriver, "Keyboard actions").
    fn code(self) -> char {
        match self {
            Key::Tab => '\u{e004}',
            Key::Shift => '\u{e008}',
            Key::Enter => '\u{e007}',
            Key::Escape => '\u{e00c}',
            Key::Delete => '\u{e017}',
            Key::Home => '\u{e011}',
            Key::End => '\u{e010}',
            Key::Left => '\u{e012}',
            Key::Right => '\u{e014}',
            Key::Up => '\u{e013}',
            Key::Down => '\u{e015}',
            Key::Text(letter) => letter,
        }
    }
}

/// How long a page may take for anything before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long a driver may take for one command; pages have limits of their own below it.
const HANG: Duration = Duration::from_secs(60);

/// The view has drawn, and the lanes, which wait for their own width, are laid out or the list is shown; nothing is left to be
/// painted, and the letters are there, after which nothing moves of itself.
const READY: &str = "document.querySelector('#panel > * > *') && !document.querySelector('#main[aria-busy]') && document.querySelector('#lanes .tick, .event-list button') && document.fonts.status === 'loaded'";

/// From one point of the window to another, in pixels.
pub type Way = ((f64, f64), (f64, f64));

/// Width and height of the browser's window: a small desk's.
const WINDOW: (u32, u32) = (1280, 1000);

/// How the page reaches the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    /// Opened from a folder.
    File,
    /// From a static host.
    Http,
    /// From a static host that does not know what `.wasm` is.
    HttpUnknownType,
}

impl Transport {
    /// Lower-case name for files.
    pub fn name(self) -> &'static str {
        match self {
            Transport::File => "file",
            Transport::Http => "http",
            Transport::HttpUnknownType => "http-unknown-type",
        }
    }

    fn server(self, folder: &Path) -> Option<Server> {
        let wasm = match self {
            Transport::File => return None,
            Transport::Http => WasmType::Right,
            Transport::HttpUnknownType => WasmType::Unknown,
        };
        Some(Server::start(folder, wasm).unwrap_or_else(|error| panic!("no server: {error}")))
    }
}

/// A browser showing a copy of the site.
#[derive(Debug)]
pub struct Page {
    /// The engine it runs in.
    pub engine: Engine,
    /// How the site reaches it.
    pub transport: Transport,
    runtime: Runtime,
    client: Client,
    copy: Copy,
    server: Option<Server>,
    // Last: ended only after the session that runs in it.
    _driver: Driver,
}

impl Page {
    /// The default archive, open and showing its first results.
    pub fn open(engine: Engine, transport: Transport) -> Page {
        let page = Page::blank(engine, transport, watched(&built()));
        page.visit_home();
        page
    }

    /// A browser that has not gone to the given copy of the site yet.
    pub fn blank(engine: Engine, transport: Transport, copy: Copy) -> Page {
        let runtime = runtime();
        let (driver, client) = session(engine, &runtime);
        let server = transport.server(copy.path());
        let page = Page {
            engine,
            transport,
            runtime,
            client,
            copy,
            server,
            _driver: driver,
        };
        page.resize(WINDOW.0, WINDOW.1);
        page
    }

    /// The folder that the page is served from.
    pub fn folder(&self) -> &Path {
        self.copy.path()
    }

    /// The server that the page comes from, where one does.
    pub fn server(&self) -> Option<&Server> {
        self.server.as_ref()
    }

    /// The address of the folder, with a slash at its end.
    pub fn home(&self) -> String {
        self.server
            .as_ref()
            .map_or_else(|| self.copy.address(), Server::address)
    }

    /// Goes to `path` in the folder.
    pub fn visit(&self, path: &str) {
        self.go(&format!("{}{path}", self.home()));
    }

    /// Goes to the page as it opens first, and waits until it stands there.
    pub fn visit_home(&self) {
        self.visit("index.html");
        self.wait_until_ready();
    }

    /// Goes to a whole address.
    pub fn go(&self, address: &str) {
        self.done(&format!("going to {address}"), self.client.goto(address));
    }

    /// The page in a frame of `size`, with `fragment` as its state; scripts then run inside the frame.
    pub fn visit_framed(&self, size: (u32, u32), fragment: &str) {
        self.enter_framed(size, &format!("index.html{fragment}"));
        self.wait_until_ready();
    }

    /// The page at `path` in a frame, as far as it gets.
    pub fn enter_framed(&self, size: (u32, u32), path: &str) {
        let (width, height) = size;
        let inner = format!("{width}|{height}|{path}")
            .replace('%', "%25")
            .replace('#', "%23");
        // A change of the fragment alone would load nothing.
        self.visit("watch.js");
        self.visit(&format!("frame.html#{inner}"));
        self.enter_frame();
    }

    /// Goes into the frame that the page is in; scripts then run inside of it.
    pub fn enter_frame(&self) {
        self.done("entering the frame", self.client.enter_frame(0));
    }

    /// Gives the frame that the page is in another size.
    pub fn resize_frame(&self, size: (u32, u32)) {
        let (width, height) = size;
        self.leave_frame();
        self.value(
            "Object.assign(document.getElementById('phone').style, { width: `${a[0]}px`, height: `${a[1]}px` }) && null",
            &[json!(width), json!(height)],
        );
        self.enter_frame();
        self.until("the page has its size", &format!("innerWidth === {width}"));
    }

    /// Goes into the frame within the shadow tree of an element; scripts then run inside the frame.
    pub fn enter(&self, selector: &str) {
        let host = self.find(selector);
        let root = self.done("finding the tree", host.shadow_root());
        let frame = self.done("finding the frame", root.find(Locator::Css("iframe")));
        self.done("entering the frame", frame.enter_frame());
    }

    /// Leaves the frame, so that a screenshot of it can be taken.
    pub fn leave_frame(&self) {
        self.done("leaving the frame", self.client.enter_parent_frame());
    }

    /// Opens `address` in a new tab and stays there.
    pub fn open_tab(&self, address: &str) {
        // WebKit's driver leaves a new tab in the background, where nothing is laid out; a new window is in front.
        let in_a_tab = self.engine != Engine::WebKit;
        let tab = self.done("opening a tab", self.client.new_window(in_a_tab));
        self.done("going to the tab", self.client.switch_to_window(tab.handle));
        self.go(address);
    }

    /// Waits until the first results and the timeline's first marks stand on the screen.
    pub fn wait_until_ready(&self) {
        self.until("the page is ready", READY);
    }

    /// Waits until the page's letters are there and it has been painted with them.
    pub fn settle(&self) {
        self.until(
            "the letters are there",
            "document.fonts.status === 'loaded'",
        );
        // A script that lies beside the page, and what is drawn with it, may come later than the first results.
        sleep(Duration::from_millis(300));
    }

    /// The value of an expression in the page; `a` is the list of `arguments`.
    pub fn value(&self, expression: &str, arguments: &[Value]) -> Value {
        let script = format!("const a = Array.from(arguments); return ({expression});");
        self.done(expression, self.client.execute(&script, arguments.to_vec()))
    }

    /// Whether a condition holds.
    pub fn holds(&self, condition: &str) -> bool {
        self.value(&format!("Boolean({condition})"), &[]) == json!(true)
    }

    /// A number that the page gives.
    pub fn number(&self, expression: &str) -> f64 {
        let value = self.value(expression, &[]);
        value
            .as_f64()
            .unwrap_or_else(|| panic!("{expression} is {value}, not a number"))
    }

    /// A text that the page gives.
    pub fn text(&self, expression: &str) -> String {
        let value = self.value(expression, &[]);
        value
            .as_str()
            .unwrap_or_else(|| panic!("{expression} is {value}, not a text"))
            .to_owned()
    }

    /// Texts that the page gives.
    pub fn texts(&self, expression: &str) -> Vec<String> {
        let value = self.value(expression, &[]);
        let list = value
            .as_array()
            .unwrap_or_else(|| panic!("{expression} is {value}, not a list"));
        list.iter()
            .map(|text| {
                text.as_str()
                    .map_or_else(|| text.to_string(), str::to_owned)
            })
            .collect()
    }

    /// Waits for a condition; `what` says it in words for the failure.
    pub fn until(&self, what: &str, condition: &str) {
        let begun = Instant::now();
        while !self.holds(condition) {
            if begun.elapsed() > PATIENCE {
                panic!("waited in vain until {what}\nfaults: {:?}", self.faults());
            }
            sleep(Duration::from_millis(25));
        }
    }

    /// Clicks the first element that matches.
    pub fn click(&self, selector: &str) {
        let element = self.find(selector);
        self.done(&format!("clicking {selector}"), element.click());
    }

    /// Types into the first element that matches, key by key.
    pub fn type_into(&self, selector: &str, text: &str) {
        let element = self.find(selector);
        self.done(&format!("typing into {selector}"), element.send_keys(text));
    }

    /// Presses and releases one key, wherever the focus is.
    pub fn press(&self, key: Key) {
        self.press_held(&[], key);
    }

    /// Puts a query into the search box as a whole, as an input method or a paste does.
    pub fn ask(&self, query: &str) {
        self.value(
            "((field) => { field.value = a[0]; field.focus(); field.setSelectionRange(a[0].length, a[0].length); field.dispatchEvent(new InputEvent('input', { bubbles: true })); })(document.querySelector('#query'))",
            &[json!(query)],
        );
    }

    /// Presses and releases one key while others are held.
    pub fn press_held(&self, held: &[Key], key: Key) {
        let down = |key: Key| KeyAction::Down { value: key.code() };
        let up = |key: Key| KeyAction::Up { value: key.code() };
        let start = KeyActions::new("keys".to_owned());
        let pressed = held
            .iter()
            .chain([&key])
            .fold(start, |keys, key| keys.then(down(*key)));
        let released = held
            .iter()
            .chain([&key])
            .rev()
            .fold(pressed, |keys, key| keys.then(up(*key)));
        self.done("pressing a key", self.client.perform_actions(released));
    }

    /// Fingers that touch the window, move together and let go: each from one point to another, in pixels.
    pub fn touch(&self, fingers: &[Way]) {
        let finger = |(number, way): (usize, &Way)| {
            let (from, to) = *way;
            let touch = TouchActions::new(format!("finger {number}"))
                .then(to_point(from, 0))
                .then(PointerAction::Down { button: 0 });
            // In steps: a browser may tell no more than the last of moves that come at once.
            let along = |share: f64| {
                let between = |from: f64, to: f64| from + (to - from) * share;
                (between(from.0, to.0), between(from.1, to.1))
            };
            (1..=8)
                .fold(touch, |touch, step| {
                    touch.then(to_point(along(f64::from(step) / 8.0), 40))
                })
                .then(PointerAction::Up { button: 0 })
        };
        let all: Vec<TouchActions> = fingers.iter().enumerate().map(finger).collect();
        self.done("touching", self.client.perform_actions(Actions::from(all)));
    }

    /// Presses the mouse at one point of the window, moves it to another, and lets go; in pixels.
    pub fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        let mouse = MouseActions::new("mouse".to_owned())
            .then(to_point(from, 0))
            .then(PointerAction::Down { button: 0 })
            .then(to_point(middle, 60))
            .then(to_point(to, 60))
            .then(PointerAction::Up { button: 0 });
        self.done("dragging", self.client.perform_actions(mouse));
    }

    /// Presses the theme's switch until the page says that it has `theme`.
    pub fn choose_theme(&self, theme: &str) {
        let now = "document.documentElement.dataset.theme";
        for _ in 0..3 {
            if self.text(now) != theme {
                self.value("document.querySelector('#switch-theme').click()", &[]);
            }
        }
        assert_eq!(self.text(now), theme);
    }

    /// Turns the interface to its other language, whose words may have to come first and move everything when they do.
    pub fn switch_language(&self) {
        let now = self.text("document.documentElement.lang");
        self.click("#switch-language");
        self.until(
            "the language has changed",
            &format!("document.documentElement.lang !== '{now}'"),
        );
    }

    /// The page as Chromium shows it to readers who have asked their system for `value` of a media `feature`.
    pub fn prefer(&self, feature: &str, value: &str) {
        let parameters = json!({ "features": [{ "name": feature, "value": value }] });
        let command = ChromiumCommand::devtools("Emulation.setEmulatedMedia", parameters);
        self.done("setting a preference", self.client.issue_cmd(command));
        self.until(
            "the page knows of it",
            &format!("matchMedia('({feature}: {value})').matches"),
        );
    }

    /// Makes the window of this size, browser furniture included.
    pub fn resize(&self, width: u32, height: u32) {
        self.done("resizing", self.client.set_window_size(width, height));
    }

    /// Runs axe-core on the page: one line for each violation.
    pub fn axe(&self) -> Vec<String> {
        let source = crate::site::workspace().join("web/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&source)
            .unwrap_or_else(|error| panic!("{}: {error}; run ./build.sh first", source.display()));
        let script = format!(
            "{axe};const done = arguments[arguments.length - 1];
            axe.run(document, {{ resultTypes: ['violations'], preload: false }}).then(
                (result) => done(result.violations.map((v) => `${{v.id}}: ${{v.help}}: ` +
                    v.nodes.map((n) => n.html.slice(0, 120)).join(' | '))),
                (error) => done([String(error)]));"
        );
        let found = self.done(
            "running axe",
            self.client.execute_async(&script, Vec::new()),
        );
        found
            .as_array()
            .into_iter()
            .flatten()
            .map(|line| line.as_str().unwrap_or("?").to_owned())
            .collect()
    }

    /// What the page reported as wrong, and every request that left the site's folder.
    pub fn faults(&self) -> Vec<String> {
        let seen = self.value(
            "globalThis.tawarikhFaults ?? ['the watching script is missing']",
            &[],
        );
        let mut faults: Vec<String> = seen
            .as_array()
            .into_iter()
            .flatten()
            .map(Value::to_string)
            .collect();
        faults.extend(
            self.strangers(&self.resources())
                .into_iter()
                .map(|address| format!("asked for {address}")),
        );
        faults
    }

    /// The addresses that the page loaded, as the page knows them.
    pub fn resources(&self) -> Vec<String> {
        self.texts("performance.getEntriesByType('resource').map((entry) => entry.name)")
    }

    /// The addresses that Chromium itself sent requests to; other engines do not tell.
    pub fn network_log(&self) -> Vec<String> {
        let log = self.done(
            "reading the log",
            self.client.issue_cmd(ChromiumCommand::log("performance")),
        );
        let asked = |entry: &Value| {
            let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let event = &message["message"];
            (event["method"] == "Network.requestWillBeSent")
                .then(|| {
                    event["params"]["request"]["url"]
                        .as_str()
                        .map(str::to_owned)
                })
                .flatten()
        };
        log.as_array()
            .into_iter()
            .flatten()
            .filter_map(asked)
            .collect()
    }

    /// What Chromium's own console holds as an error.
    pub fn console_log(&self) -> Vec<String> {
        let log = self.done(
            "reading the log",
            self.client.issue_cmd(ChromiumCommand::log("browser")),
        );
        log.as_array()
            .into_iter()
            .flatten()
            .filter(|entry| entry["level"] == "SEVERE")
            .map(Value::to_string)
            .collect()
    }

    /// Those of `addresses` that are neither in the site's folder nor inline.
    pub fn strangers(&self, addresses: &[String]) -> Vec<String> {
        let home = self.home();
        let known = |address: &str| {
            ["data:", "blob:", "about:", home.as_str()]
                .iter()
                .any(|own| address.starts_with(own))
        };
        addresses
            .iter()
            .filter(|address| !known(address))
            .cloned()
            .collect()
    }

    /// Writes a PNG of what the window shows.
    pub fn screenshot(&self, file: &Path) {
        let image = self.done("taking a picture", self.client.screenshot());
        std::fs::write(file, image).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }

    fn find(&self, selector: &str) -> Element {
        self.done(
            &format!("looking for {selector}"),
            self.client
                .wait()
                .at_most(PATIENCE)
                .for_element(Locator::Css(selector)),
        )
    }

    fn done<T>(&self, what: &str, command: impl Future<Output = Result<T, CmdError>>) -> T {
        let failed = |reason: String| -> T {
            let what: String = what.chars().take(300).collect();
            panic!(
                "{:?} over {}: {what}: {reason}",
                self.engine,
                self.transport.name()
            )
        };
        match self.within(HANG, command) {
            Some(Ok(value)) => value,
            Some(Err(error)) => failed(error.to_string()),
            None => failed("the driver does not answer".to_owned()),
        }
    }

    /// What a command gives, unless it takes longer than `limit`.
    fn within<T>(&self, limit: Duration, command: impl Future<Output = T>) -> Option<T> {
        self.runtime
            .block_on(async { tokio::time::timeout(limit, command).await.ok() })
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.keep_picture();
        }
        // The browser ends with its session; a driver that is killed first leaves it behind.
        let _ = self.within(Duration::from_secs(10), self.client.clone().close());
    }
}

impl Page {
    /// What a failing test saw, as `target/failures/THREAD.png`; the thread has the test's name.
    fn keep_picture(&self) {
        let Some(Ok(image)) = self.within(Duration::from_secs(5), self.client.screenshot()) else {
            return;
        };
        let folder = target().join("failures");
        let name = std::thread::current()
            .name()
            .unwrap_or("test")
            .replace("::", ".");
        if std::fs::create_dir_all(&folder)
            .and_then(|()| std::fs::write(picture(&folder, &name), image))
            .is_ok()
        {
            eprintln!("picture: {}", picture(&folder, &name).display());
        }
    }
}

fn picture(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.png"))
}

/// A watched copy of `site`.
pub fn watched(site: &Path) -> Copy {
    Copy::watched(site).unwrap_or_else(|error| panic!("{error}"))
}

/// A pointer's way to a point of the window.
fn to_point((x, y): (f64, f64), milliseconds: u64) -> PointerAction {
    PointerAction::MoveTo {
        duration: Some(Duration::from_millis(milliseconds)),
        x,
        y,
    }
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap_or_else(|error| panic!("no runtime: {error}"))
}

/// How often a session is asked for. On a busy machine a driver may end, or its browser fail to come up, before the first
/// command: that says nothing of the page, which has not been opened yet.
const SESSION_ATTEMPTS: usize = 3;

/// A driver with a browser that listens to it.
fn session(engine: Engine, runtime: &Runtime) -> (Driver, Client) {
    let mut reason = String::new();
    for _ in 0..SESSION_ATTEMPTS {
        let driver = Driver::start(engine);
        match runtime.block_on(connect(engine, &driver)) {
            Ok(client) => return (driver, client),
            Err(error) => reason = error,
        }
    }
    panic!(
        "{engine:?} does not start: {reason}; {}",
        engine.install_line()
    )
}

async fn connect(engine: Engine, driver: &Driver) -> Result<Client, String> {
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let address = driver.address();
    let session = builder
        .capabilities(engine.capabilities())
        .connect(&address);
    match tokio::time::timeout(HANG, session).await {
        Ok(Ok(client)) => Ok(client),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err("its driver does not answer".to_owned()),
    }
}

/// One of chromedriver's own commands: its place behind the session and its body.
#[derive(Debug)]
struct ChromiumCommand {
    place: &'static str,
    body: Value,
}

impl ChromiumCommand {
    /// The way to Chromium's DevTools protocol.
    fn devtools(name: &str, parameters: Value) -> ChromiumCommand {
        ChromiumCommand {
            place: "goog/cdp/execute",
            body: json!({ "cmd": name, "params": parameters }),
        }
    }

    /// What one of its logs holds.
    fn log(kind: &str) -> ChromiumCommand {
        ChromiumCommand {
            place: "se/log",
            body: json!({ "type": kind }),
        }
    }
}

impl WebDriverCompatibleCommand for ChromiumCommand {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.place))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
