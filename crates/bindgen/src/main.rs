//! `tawarikh-bindgen IN.wasm OUTDIR [web|nodejs] [LATER]`: a module as the compiler left it, made ready for its host.
//!
//! Writes `OUTDIR/NAME.js` (the glue) and `OUTDIR/NAME_bg.wasm`, where NAME is the input's name with
//! `tawarikh_wasm` shortened to `tawarikh`. The web glue never guesses where the module is: the caller hands it
//! the compiled module or its bytes, since a page opened from a folder may not fetch.
//!
//! LATER are names of exports with commas between them: these, and what only they need, go into a second module,
//! `OUTDIR/NAME_later.wasm`, and the glue gets a function `extend(bytes)` that adds it to the running first one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

mod imports;
mod split;

const USAGE: &str = "usage: tawarikh-bindgen IN.wasm OUTDIR [web|nodejs] [LATER]";

/// Who will load the module.
#[derive(Clone, Copy)]
enum Host {
    /// A page: an ES module whose caller passes the compiled module in.
    Page,
    /// Node: a CommonJS module that reads the file beside it.
    Node,
}

struct Job {
    input: PathBuf,
    output: PathBuf,
    host: Host,
    /// Exports of the second module.
    later: Vec<String>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(job) = job(&arguments) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&job) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tawarikh-bindgen: {}: {error:#}", job.input.display());
            ExitCode::FAILURE
        }
    }
}

fn job(arguments: &[String]) -> Option<Job> {
    let (input, output, host, later) = match arguments {
        [input, output] => (input, output, Host::Page, ""),
        [input, output, host] => (input, output, host_named(host)?, ""),
        [input, output, host, later] => (input, output, host_named(host)?, later.as_str()),
        _ => return None,
    };
    let later = later.split(',').filter(|name| !name.is_empty());
    Some(Job {
        input: input.into(),
        output: output.into(),
        host,
        later: later.map(str::to_owned).collect(),
    })
}

fn host_named(name: &str) -> Option<Host> {
    match name {
        "web" => Some(Host::Page),
        "nodejs" => Some(Host::Node),
        _ => None,
    }
}

fn run(job: &Job) -> Result<(), Box<dyn std::error::Error>> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&job.input)
        .out_name(&short_name(&job.input))
        .typescript(false);
    // Names stay, for whoever asks where the bytes go; binaryen takes them from what is shipped.
    bindgen.remove_producers_section(true);
    match job.host {
        Host::Page => bindgen.web(true)?.omit_default_module_path(true),
        Host::Node => bindgen.nodejs(true)?,
    };
    bindgen.generate(&job.output)?;
    if job.later.is_empty() {
        Ok(())
    } else {
        cut(job)
    }
}

/// Cuts the module that was written in two and teaches the glue to put them together.
fn cut(job: &Job) -> Result<(), Box<dyn std::error::Error>> {
    let name = short_name(&job.input);
    let module = job.output.join(format!("{name}_bg.wasm"));
    let glue = job.output.join(format!("{name}.js"));
    let (whole, mut text) = imports::shorten(&fs::read(&module)?, &fs::read_to_string(&glue)?)?;
    let halves = split::split(&whole, |export| {
        job.later.iter().any(|later| later == export)
    })?;
    fs::write(&module, halves.first)?;
    fs::write(job.output.join(format!("{name}_later.wasm")), halves.second)?;
    for export in &job.later {
        let call = format!("wasm.{export}(");
        if !text.contains(&call) {
            return Err(format!("the glue calls no {export}").into());
        }
        text = text.replace(&call, &format!("later.{export}("));
    }
    text.push_str(&extension());
    fs::write(&glue, text)?;
    Ok(())
}

/// The glue of the second module.
fn extension() -> String {
    let first = split::FIRST;
    format!(
        "
let later;
/** Adds the second module, given its bytes, to the first one, which is running. */
export async function extend(bytes) {{
    later = (await WebAssembly.instantiate(bytes, {{ ...__wbg_get_imports(), {first}: wasm }})).instance.exports;
}}
"
    )
}

/// `…/tawarikh_wasm.wasm` is `tawarikh`; any other file keeps its stem.
fn short_name(input: &Path) -> String {
    let stem = input
        .file_stem()
        .map_or_else(|| "module".into(), |stem| stem.to_string_lossy());
    stem.strip_suffix("_wasm").unwrap_or(&stem).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_engine_loses_its_crate_suffix() {
        assert_eq!(
            short_name(Path::new("target/x/tawarikh_wasm.wasm")),
            "tawarikh"
        );
        assert_eq!(short_name(Path::new("probe.wasm")), "probe");
    }

    #[test]
    fn unknown_hosts_and_missing_arguments_are_no_job() {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert!(job(&words("in.wasm out")).is_some());
        assert!(job(&words("in.wasm out nodejs")).is_some());
        assert!(job(&words("in.wasm out deno")).is_none());
        assert!(job(&words("in.wasm")).is_none());
        let cut = job(&words("in.wasm out web a,b"));
        assert!(cut.is_some_and(|job| job.later == ["a", "b"]));
    }
}
