//! What a host needs besides the page: a service worker that keeps the site's files, and a manifest by which it can be installed.

use serde_json::json;
use sha2::{Digest, Sha256};
use tawarikh_core::view::About;

/// The service worker.
pub const WORKER: &str = "sw.js";
/// The manifest that the page names over http.
pub const MANIFEST: &str = "manifest.webmanifest";

/// The service worker's code with the files that it keeps. `checksums` of the whole site tell one version from another.
pub fn worker(code: &[u8], files: &[&str], checksums: &str) -> Vec<u8> {
    let digest = Sha256::digest(checksums.as_bytes());
    let version: String = digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let site = json!({ "version": version, "files": files });
    let mut worker = format!("const SITE = {site};\n").into_bytes();
    worker.extend_from_slice(code);
    worker
}

/// The manifest of an archive (W3C, Web Application Manifest).
pub fn manifest(about: &About) -> Vec<u8> {
    let description = &about.description;
    let mut manifest = json!({
        "name": description.title,
        "lang": description.language,
        "dir": "rtl",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fbf7ee",
        "theme_color": "#1d5c58",
        "icons": [
            { "src": "icon.svg", "type": "image/svg+xml", "sizes": "any" },
            { "src": "touch-icon.png", "type": "image/png", "sizes": "180x180" },
        ],
    });
    // Browsers take no null for a text.
    if let Some(text) = &description.description {
        manifest["description"] = json!(text);
    }
    format!("{manifest}\n").into_bytes()
}
