//! Short names for what a module imports: those of the glue end in hashes, which gzip cannot make smaller.

use walrus::Module;

/// Gives the imports of `module` short names, and `glue` the same ones. Gives both.
///
/// # Errors
/// Where the bytes are no module, or the glue does not have just one key for an import.
pub fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String), String> {
    let mut module = Module::from_buffer(module).map_err(|error| error.to_string())?;
    let mut glue = glue.to_owned();
    for (place, import) in module.imports.iter_mut().enumerate() {
        let key = |name: &str| format!(" {name}: ");
        if glue.matches(&key(&import.name)).count() != 1 {
            return Err(format!("the glue has no key {} of its own", import.name));
        }
        let short = short(place);
        glue = glue.replace(&key(&import.name), &key(&short));
        import.name = short;
    }
    Ok((module.emit_wasm(), glue))
}

/// a, b, … z, ba, bb, …
fn short(place: usize) -> String {
    let letter = |digit: usize| char::from(b'a' + (digit % 26) as u8);
    let before = if place < 26 {
        String::new()
    } else {
        short(place / 26)
    };
    format!("{before}{}", letter(place))
}

#[cfg(test)]
mod tests {
    use walrus::{Module, ModuleConfig};

    use super::{short, shorten};

    /// A module that imports these functions and calls nothing.
    fn importing(names: &[&str]) -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let signature = module.types.add(&[], &[]);
        for name in names {
            let (function, _) = module.add_import_func("glue", name, signature);
            module.exports.add(&format!("again_{name}"), function);
        }
        module.emit_wasm()
    }

    #[test]
    fn names_are_short_and_all_different() {
        let names: Vec<String> = (0..1000).map(short).collect();
        assert_eq!(&names[..2], ["a", "b"]);
        assert_eq!(&names[25..28], ["z", "ba", "bb"]);
        assert_eq!(names[26 * 26], "baa");
        let mut different = names.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), names.len());
    }

    #[test]
    fn module_and_glue_agree() -> Result<(), String> {
        let glue = "const imports = {\n  now_4f: function() {},\n  set_1b: function() {},\n};";
        let (module, glue) = shorten(&importing(&["set_1b", "now_4f"]), glue)?;
        let module = Module::from_buffer(&module).map_err(|error| error.to_string())?;
        let names: Vec<&str> = module.imports.iter().map(|one| &*one.name).collect();
        assert_eq!(names, ["a", "b"]);
        assert_eq!(
            glue,
            "const imports = {\n  b: function() {},\n  a: function() {},\n};"
        );
        let mut exports = module.exports.iter().map(|one| &*one.name);
        assert!(exports.any(|name| name == "again_set_1b"));
        Ok(())
    }

    #[test]
    fn a_glue_of_another_module_is_an_error() {
        assert!(shorten(&importing(&["set_1b"]), "const imports = {};").is_err());
        assert!(shorten(b"no module", "").is_err());
    }
}
