//! Puts the built engine, the page and the default archive into the program.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or(io::ErrorKind::NotFound)?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    let page = here.join("../../web/dist");
    let archive = here.join("archive");
    let mut code = String::new();
    table(&mut code, "PAGE", &page, &["engine"])?;
    table(&mut code, "ARCHIVE", &archive, &[])?;
    let engine = [
        ("ENGINE", "engine/engine.wasm"),
        ("LATER", "engine/later.wasm"),
    ];
    let engine = engine.map(|(name, file)| (name, page.join(file)));
    for (_, file) in &engine {
        println!("cargo:rerun-if-changed={}", file.display());
    }
    let is_built = engine.iter().all(|(_, file)| file.is_file());
    if is_built && page.join("index.html").is_file() {
        for (name, file) in &engine {
            let file = file.canonicalize()?;
            let _ = writeln!(code, "pub static {name}: &[u8] = include_bytes!({file:?});");
        }
    } else {
        println!(
            "cargo:warning=the page and the engine are not built yet, so this program cannot write sites; run ./build.sh"
        );
        code.push_str("pub static ENGINE: &[u8] = &[];\npub static LATER: &[u8] = &[];\n");
    }
    fs::write(out.join("embedded.rs"), code)
}

/// Writes a table of (relative name, bytes) of every file below `root`, sorted by name.
fn table(code: &mut String, name: &str, root: &Path, leave_out: &[&str]) -> io::Result<()> {
    println!("cargo:rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    if root.is_dir() {
        collect(root, root, &mut files)?;
    }
    files.retain(|(relative, _)| {
        !leave_out
            .iter()
            .any(|folder| relative.starts_with(&format!("{folder}/")))
    });
    files.sort();
    let _ = writeln!(code, "pub static {name}: &[(&str, &[u8])] = &[");
    for (relative, path) in files {
        let _ = writeln!(code, "    ({relative:?}, include_bytes!({path:?})),");
    }
    code.push_str("];\n");
    Ok(())
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if let Ok(relative) = path.strip_prefix(root) {
            files.push((
                relative.to_string_lossy().replace('\\', "/"),
                path.canonicalize()?,
            ));
        }
    }
    Ok(())
}
