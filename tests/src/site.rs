//! The built program and site, and copies of the site that a test may watch or spoil.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// The folder of the workspace.
pub fn workspace() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_owned()
}

/// The folder of compiled things.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from)
}

/// The program that `./build.sh` made.
pub fn program() -> PathBuf {
    std::env::var_os("TAWARIKH").map_or_else(|| target().join("release/tawarikh"), PathBuf::from)
}

/// The site that `./build.sh` made of the default archive.
pub fn built() -> PathBuf {
    std::env::var_os("TAWARIKH_SITE").map_or_else(|| workspace().join("site"), PathBuf::from)
}

/// A copy of the default archive's site, under a name with a space and Arabic letters as readers' folders have.
#[derive(Debug)]
pub struct Copy {
    folder: TempDir,
}

/// Added as the page's first script: keeps what goes wrong, from before the page's own code runs.
const WATCH: &str = include_str!("watch.js");

/// A page that shows the site in a frame as narrow as a phone; browsers' own windows do not get that small.
const FRAME: &str = include_str!("frame.html");

impl Copy {
    /// `site` with the watching script in front of its own, and nothing else changed.
    ///
    /// # Errors
    /// Fails where the site has not been built.
    pub fn watched(site: &Path) -> io::Result<Copy> {
        let copy = Copy::plain(site)?;
        watch(copy.path())?;
        Ok(copy)
    }

    /// `site` as it is.
    ///
    /// # Errors
    /// Fails where the site has not been built.
    pub fn plain(site: &Path) -> io::Result<Copy> {
        let folder = tempfile::Builder::new()
            .prefix("أرشيف في مجلد ")
            .tempdir()?;
        copy_folder(site, folder.path())?;
        Ok(Copy { folder })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Its address as a file.
    pub fn address(&self) -> String {
        format!(
            "file://{}/",
            percent_encoded(&self.path().to_string_lossy())
        )
    }
}

/// Puts the watching script in front of the site's own in `folder`, and the page beside it that shows the site in a frame.
///
/// # Errors
/// Fails where there is no site.
pub fn watch(folder: &Path) -> io::Result<()> {
    fs::write(folder.join("watch.js"), WATCH)?;
    fs::write(folder.join("frame.html"), FRAME)?;
    let page = folder.join("index.html");
    let text = fs::read_to_string(&page)?;
    let Some(place) = text.find("<script") else {
        return Err(io::Error::other("index.html has no script"));
    };
    let (before, after) = text.split_at(place);
    fs::write(
        &page,
        format!("{before}<script src=\"watch.js\"></script>{after}"),
    )
}

/// Copies all files of `from` into the existing folder `to`.
///
/// # Errors
/// Fails where something cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    let entries = fs::read_dir(from).map_err(|error| {
        io::Error::new(
            error.kind(),
            format!("{}: {error}; run ./build.sh first", from.display()),
        )
    })?;
    for entry in entries {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir_all(&place)?;
            copy_folder(&entry.path(), &place)?;
        } else {
            fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}

fn percent_encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    path.bytes()
        .map(|byte| {
            if plain(byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
