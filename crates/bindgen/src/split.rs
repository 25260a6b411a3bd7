//! Cuts a module in two that share one memory: what is needed first, and what some exports alone reach.
//!
//! The first module has all of the data, and every function that is reached without the later exports, by a table too. The
//! second one has the rest. It imports memory, tables, globals and functions of the first from a module named [`FIRST`],
//! everything else as the whole did; the host instantiates it once the first one is there.

use std::collections::BTreeSet;

use walrus::{
    ExportItem, FunctionId, FunctionKind, GlobalKind, ImportKind, ImportedFunction, Module, passes,
};

/// The name under which the second module imports from the first.
pub const FIRST: &str = "first";

/// The two modules.
pub struct Halves {
    pub first: Vec<u8>,
    pub second: Vec<u8>,
}

/// Cuts `module`; `is_later` tells of an export's name whether it goes into the second one.
///
/// # Errors
/// Where the bytes are no module.
pub fn split(module: &[u8], is_later: impl Fn(&str) -> bool) -> Result<Halves, String> {
    let read = || Module::from_buffer(module).map_err(|error| error.to_string());
    let mut first = read()?;
    remove_exports(&mut first, &is_later);
    passes::gc::run(&mut first);
    let kept: BTreeSet<usize> = first.funcs.iter().map(|one| one.id().index()).collect();

    // The same bytes have the same numbers, so that a number names the same thing in both.
    let mut second = read()?;
    remove_exports(&mut second, &|name| !is_later(name));
    borrow(&mut second, &kept);
    passes::gc::run(&mut second);
    lend(&mut first, &second);
    Ok(Halves {
        first: first.emit_wasm(),
        second: second.emit_wasm(),
    })
}

fn remove_exports(module: &mut Module, is_removed: &impl Fn(&str) -> bool) {
    let exports = module.exports.iter();
    let removed: Vec<_> = exports
        .filter(|export| is_removed(&export.name))
        .map(|export| export.id())
        .collect();
    for id in removed {
        module.exports.delete(id);
    }
}

/// Makes imports of all that the first module has.
fn borrow(module: &mut Module, kept: &BTreeSet<usize>) {
    module.start = None;
    let functions: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for id in functions
        .into_iter()
        .filter(|id| kept.contains(&id.index()))
    {
        let import = module.imports.add(FIRST, &name('f', id.index()), id);
        let function = module.funcs.get_mut(id);
        let ty = function.ty();
        function.kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    for id in module.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        module.data.delete(id);
    }
    for id in module
        .elements
        .iter()
        .map(|one| one.id())
        .collect::<Vec<_>>()
    {
        module.elements.delete(id);
    }
    for memory in module.memories.iter_mut() {
        let name = name('m', memory.id().index());
        memory.import = Some(module.imports.add(FIRST, &name, memory.id()));
        memory.data_segments.clear();
    }
    for table in module.tables.iter_mut() {
        let name = name('t', table.id().index());
        table.import = Some(module.imports.add(FIRST, &name, table.id()));
        table.elem_segments.clear();
    }
    let globals: Vec<_> = module.globals.iter().map(|global| global.id()).collect();
    for id in globals {
        let import = module.imports.add(FIRST, &name('g', id.index()), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
}

/// Exports from the first module what the second one imports of it.
fn lend(first: &mut Module, second: &Module) {
    for import in second.imports.iter().filter(|one| one.module == FIRST) {
        let item = match import.kind {
            ImportKind::Function(id) => {
                item(first.funcs.iter().map(|one| one.id()), id.index(), |id| {
                    id.index()
                })
            }
            ImportKind::Memory(id) => item(
                first.memories.iter().map(|one| one.id()),
                id.index(),
                |id| id.index(),
            ),
            ImportKind::Table(id) => {
                item(first.tables.iter().map(|one| one.id()), id.index(), |id| {
                    id.index()
                })
            }
            ImportKind::Global(id) => {
                item(first.globals.iter().map(|one| one.id()), id.index(), |id| {
                    id.index()
                })
            }
            ImportKind::Tag(_) => None,
        };
        if let Some(item) = item {
            first.exports.add(&import.name, item);
        }
    }
}

/// The thing of that number, as an export has it.
fn item<T: Into<ExportItem>>(
    mut all: impl Iterator<Item = T>,
    number: usize,
    number_of: impl Fn(&T) -> usize,
) -> Option<ExportItem> {
    all.find(|one| number_of(one) == number).map(Into::into)
}

/// A short name.
fn name(kind: char, number: usize) -> String {
    format!("{kind}{number:x}")
}
