//! The three browser engines, and what each needs to be driven.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Map, Value, json};

/// A browser engine under test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium by chromedriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser by WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// All of them, in the order of this list.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// Lower-case name for files.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// What to do where its driver is missing.
    pub fn install_line(self) -> &'static str {
        match self {
            Engine::Chromium => "apt-get install chromium chromium-driver",
            Engine::Firefox => {
                "apt-get install firefox-esr; cargo install geckodriver --locked --root target/tools"
            }
            Engine::WebKit => "apt-get install webkit2gtk-driver xvfb",
        }
    }

    /// The driver listening on `port`.
    pub fn driver(self, port: u16) -> Command {
        let mut command = match self {
            Engine::Chromium => Command::new("chromedriver"),
            Engine::Firefox => Command::new("geckodriver"),
            Engine::WebKit => Command::new("WebKitWebDriver"),
        };
        match self {
            // Its remote agent would take a fixed port, which parallel tests would fight for.
            Engine::Firefox => command.arg(format!("--port={port}")).args([
                "--websocket-port",
                "0",
                "--log",
                "fatal",
            ]),
            Engine::Chromium | Engine::WebKit => command.arg(format!("--port={port}")),
        };
        command
    }

    /// Whether it has no headless mode of its own.
    pub fn needs_display(self) -> bool {
        self == Engine::WebKit
    }

    /// What to ask of the driver: a fresh profile that calls nobody and a page that may do no more than a reader's.
    pub fn capabilities(self) -> Map<String, Value> {
        let mut wanted = match self {
            Engine::Chromium => json!({
                "goog:chromeOptions": { "args": CHROMIUM_ARGUMENTS },
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            }),
            Engine::Firefox => json!({
                "moz:firefoxOptions": { "args": ["-headless"], "prefs": firefox_preferences() },
            }),
            Engine::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
        };
        // A page that hangs fails its own test, not the whole run.
        wanted["timeouts"] = json!({ "pageLoad": 45_000, "script": 45_000 });
        wanted.as_object().cloned().unwrap_or_default()
    }
}

const CHROMIUM_ARGUMENTS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--force-color-profile=srgb",
];

fn firefox_preferences() -> Value {
    json!({
        // Drivers loosen this one, and every "may not" of a page from a folder would pass by mistake.
        "security.fileuri.strict_origin_policy": true,
        "app.update.disabledForTesting": true,
        "browser.safebrowsing.malware.enabled": false,
        "browser.safebrowsing.phishing.enabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "extensions.getAddons.cache.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "toolkit.telemetry.server": "",
    })
}

/// Debian keeps it in the library's own folder, whose name holds the architecture.
fn mini_browser() -> PathBuf {
    let versions = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"];
    std::fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .flatten()
        .flat_map(|folder| versions.map(|version| folder.path().join(version).join("MiniBrowser")))
        .find(|path| path.exists())
        .unwrap_or_else(|| PathBuf::from("/usr/lib/webkit2gtk-4.1/MiniBrowser"))
}
