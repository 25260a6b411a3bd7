//! `screenshots SITE OUTDIR [ENGINE…]`: the page as readers see it, for eyes to judge.
//!
//! Desktop and phone, Arabic and English, light and dark, from a folder and from a host, in all three engines:
//! `OUTDIR/ENGINE-TRANSPORT-SCENE-WIDTH-LANGUAGE-THEME.png`. Whatever a page reported as a fault, or asked for outside of its
//! site, is told at the end, and the program then fails.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use tawarikh_tests::engine::Engine;
use tawarikh_tests::page::{Page, Transport, watched};

/// Width and height of a desktop window and of a phone.
const SIZES: [(u32, u32); 2] = [(1280, 800), (390, 844)];

/// What the pictures show, as the state in the address.
const SCENES: [(&str, &str); 11] = [
    ("home", ""),
    ("search", "q=الرقة"),
    ("list", "timeline=list"),
    ("happenings", "view=happenings"),
    ("figures", "view=figures"),
    ("map", "view=map"),
    ("names", "view=names"),
    ("unknown", "view=unknown"),
    ("notes", "view=notes"),
    ("about", "view=about"),
    ("reader", "q=الرقة&doc=raqqa-fall&s=12"),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [site, folder, engines @ ..] = arguments.as_slice() else {
        eprintln!("usage: screenshots SITE OUTDIR [chromium|firefox|webkit]…");
        return ExitCode::from(2);
    };
    let folder = PathBuf::from(folder);
    if let Err(error) = std::fs::create_dir_all(&folder) {
        eprintln!("{}: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    let wanted =
        |engine: &Engine| engines.is_empty() || engines.iter().any(|name| name == engine.name());
    let mut faults = Vec::new();
    for engine in Engine::ALL.into_iter().filter(wanted) {
        for transport in [Transport::File, Transport::Http] {
            faults.extend(shoot(engine, transport, Path::new(site), &folder));
        }
    }
    faults.iter().for_each(|fault| eprintln!("{fault}"));
    if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Takes the pictures of one engine and tells the faults behind them.
fn shoot(engine: Engine, transport: Transport, site: &Path, folder: &Path) -> Vec<String> {
    let mut faults = Vec::new();
    let page = Page::blank(engine, transport, watched(site));
    for theme in ["light", "dark"] {
        for (scene, state) in SCENES {
            for language in ["ar", "en"] {
                for size in SIZES {
                    // Browsers add up to 140 pixels of their own above the page; the rest around the frame stays grey.
                    page.resize(size.0, size.1 + 140);
                    page.visit_framed(size, &format!("#{state}&lang={language}"));
                    page.choose_theme(theme);
                    page.settle();
                    let seen = page.faults();
                    page.leave_frame();
                    let name = format!(
                        "{}-{}-{scene}-{}-{language}-{theme}.png",
                        engine.name(),
                        transport.name(),
                        size.0
                    );
                    page.screenshot(&folder.join(&name));
                    println!("{name}");
                    faults.extend(seen.into_iter().map(|fault| format!("{name}: {fault}")));
                }
            }
        }
    }
    faults
}
