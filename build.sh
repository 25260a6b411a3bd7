#!/usr/bin/env bash
# ./build.sh        builds everything and writes the default archive's site to site/
# ./build.sh test   runs every check that a change must pass
# ./build.sh size   builds the engine and tells where its bytes go
# ./build.sh bench [DATA]  measures us and our peers in one run; DATA holds judged sets, ../shared/bench if not given
# Needs a Debian-like machine with Rust (rustup) and Node; names what is missing, or installs it when run as root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

root=$PWD
target=${CARGO_TARGET_DIR:-$root/target}
stamps=$target/stamps
wasm_target=wasm32-unknown-unknown
export PATH="$target/tools/bin:$HOME/.cargo/bin:$PATH"

# ---------------------------------------------------------------- telling

step_number=0
step() { step_number=$((step_number + 1)); printf '\n[%d/%d] %s\n' "$step_number" "$step_count" "$*"; }
note() { printf '      %s\n' "$*"; }
fail() { printf '\nbuild.sh: %s\n' "$*" >&2; exit 1; }

# ---------------------------------------------------------------- tools

missing=()   # one line per tool that is not there
packages=()  # the Debian packages that hold them

# need COMMAND PACKAGE: the command, or a line on how to get it.
need() {
  command -v "$1" >/dev/null && return
  packages+=("$2")
  missing+=("$1 is missing: apt-get install $2")
}

install_missing() {
  [ ${#packages[@]} -eq 0 ] && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    note "installing ${packages[*]}"
    local log=$target/apt.log
    mkdir -p "$target"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}"; } >"$log" 2>&1 ||
      { tail -n 20 "$log" >&2; fail "apt-get could not install: ${packages[*]}"; }
    packages=() missing=()
  else
    report_missing
  fi
}

report_missing() {
  [ ${#missing[@]} -eq 0 ] && return
  printf '%s\n' "${missing[@]}" >&2
  fail "install what is named above, then run it again"
}

check_build_tools() {
  step "Tools"
  command -v cargo >/dev/null || missing+=("cargo is missing: install Rust from https://rustup.rs")
  command -v npm >/dev/null || missing+=("node and npm are missing: install Node 20 or newer from https://nodejs.org")
  report_missing
  need cc build-essential
  install_missing
  local major
  major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  [ "$major" -ge 18 ] || fail "Node $(node --version) is too old: install Node 20 or newer from https://nodejs.org"
  if [ ! -d "$(rustc --print sysroot)/lib/rustlib/$wasm_target" ]; then
    command -v rustup >/dev/null || fail "Rust's $wasm_target target is missing: install Rust from https://rustup.rs"
    rustup target add "$wasm_target"
  fi
  note "$(rustc --version), node $(node --version)"
}

check_test_tools() {
  step "Browsers and their drivers"
  need chromium chromium
  need chromedriver chromium-driver
  need firefox-esr firefox-esr
  need WebKitWebDriver webkit2gtk-driver
  need Xvfb xvfb
  install_missing
  if ! command -v geckodriver >/dev/null; then
    note "building geckodriver, once (about three minutes)"
    cargo install geckodriver --locked --root "$target/tools" --target-dir "$target/tools/build"
    rm -rf "$target/tools/build"
  fi
  note "$(chromium --version 2>/dev/null | head -n 1), $(firefox-esr --version 2>/dev/null | head -n 1), $(WebKitWebDriver --version 2>/dev/null | head -n 1)"
}

# ---------------------------------------------------------------- doing only what changed

# fingerprint PATH…: one hash of the names and bytes of all files below.
fingerprint() {
  find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1
}

# up_to_date NAME FINGERPRINT OUTPUT: whether NAME's last finished run had these inputs and its output still stands.
up_to_date() {
  [ -e "$3" ] && [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ] && note "nothing changed"
}

done_with() { mkdir -p "$stamps"; printf '%s' "$2" >"$stamps/$1"; }

# ---------------------------------------------------------------- building

fetch_page_packages() {
  step "Packages of the page"
  local now
  now=$(fingerprint web/package.json web/package-lock.json)
  up_to_date npm "$now" web/node_modules && return
  (cd web && npm ci --no-audit --no-fund --loglevel=error)
  done_with npm "$now"
}

# Messages of the standard library and of packages name source files: by names that are the same on every machine.
without_local_paths() {
  printf '%s\x1f' "--remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=/rust"
  printf '%s' "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=/packages"
}

# In WebAssembly the allocator is compiled together with those who use it. LLVM takes memory that was asked for as zeros for zeros,
# and where it frees such memory in the same function, what the allocator keeps beside it as well: with the allocator of Rust's own
# library freeing then stopped at a size of 0. Without this analysis what the allocator wrote is read.
as_written=-Cllvm-args=-enable-gvn-memdep=false

compile_wasm() {
  CARGO_ENCODED_RUSTFLAGS=$(without_local_paths)$(printf '\x1f%s' $as_written) cargo build -p "$1" --target "$wasm_target" --profile engine
}

# With the standard library compiled for size and without the texts of panics, which are a fifth of the engine. The
# compiler calls these options unstable; one that has dropped them still builds the larger engine.
compile_small_engine() {
  rustup component add rust-src >/dev/null 2>&1 || return 1
  RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Cllvm-args=-disable-lsr $as_written" \
    cargo build -p tawarikh-wasm --target "$wasm_target" --profile engine \
    -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size || {
    note "this compiler cannot make the standard library smaller: the engine will be a fifth larger"
    return 1
  }
}

# What the first hits do not need: these methods, and what they alone use, are a module of their own, which the page loads after
# the first results (web/src/later.js).
later_methods=(locate document complete why similar figures events happenings findings names ranked timeline zoom pan step)

build_engine() {
  step "Engine: Rust to WebAssembly"
  compile_small_engine || compile_wasm tawarikh-wasm
  cargo build -p tawarikh-bindgen
  local compiled=$target/$wasm_target/engine/tawarikh_wasm.wasm out=web/dist/engine now
  now=$(fingerprint "$compiled" "$target/debug/tawarikh-bindgen" build.sh)
  up_to_date engine "$now" $out/engine.wasm && return
  rm -rf $out "$target/glue"
  mkdir -p $out
  "$target/debug/tawarikh-bindgen" "$compiled" "$target/glue" web "$(printf 'archive_%s,' "${later_methods[@]}")"
  optimise "$target/glue/tawarikh_bg.wasm" $out/engine.wasm
  optimise "$target/glue/tawarikh_later.wasm" $out/later.wasm
  cp "$target/glue/tawarikh.js" $out/
  note "$(wc -c <$out/engine.wasm) bytes, $(gzip -9 -c $out/engine.wasm | wc -c) with gzip; later $(gzip -9 -c $out/later.wasm | wc -c) with gzip"
  done_with engine "$now"
}

# optimise IN.wasm OUT.wasm
optimise() {
  # Nothing that inlines or rewrites expressions at large: it makes the module smaller, but ten percent larger with gzip, which
  # likes code as alike as the compiler left it.
  local passes=(--remove-unused-module-elements --dae-optimizing --duplicate-function-elimination --optimize-instructions --code-folding
    --rse --remove-unused-brs --remove-unused-names --merge-blocks --vacuum --reorder-locals)
  # Twice: the second time finds what the first has laid open.
  web/node_modules/.bin/wasm-opt --dealign "${passes[@]}" "${passes[@]}" \
    --strip-debug --strip-producers --strip-target-features "$1" -o "$2"
}

# Names are in the module before binaryen, which then merges and inlines: crates and functions are told as the compiler left them.
tell_size() {
  check_build_tools
  fetch_page_packages
  build_engine
  printf '\nEngine %s bytes with gzip. Before binaryen:\n' "$(gzip -9 -c web/dist/engine/engine.wasm | wc -c)"
  node web/size.mjs "$target/glue/tawarikh_bg.wasm"
}

build_page() {
  step "Page"
  local now
  now=$(find web -mindepth 1 -maxdepth 1 ! -name node_modules ! -name dist -print0 |
    xargs -0 bash -c 'find "$@" web/dist/engine -type f -print0' _ | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
  up_to_date page "$now" web/dist/index.html && return
  (cd web && npm run --silent build)
  done_with page "$now"
}

build_program() {
  step "Program"
  cargo build --release -p tawarikh-cli
  note "$target/release/tawarikh"
}

build_site() {
  step "Site of the default archive"
  local now
  now=$(fingerprint "$target/release/tawarikh")
  up_to_date site "$now" site/index.html && return
  "$target/release/tawarikh" build --out site
  done_with site "$now"
}

build_all() {
  check_build_tools
  fetch_page_packages
  build_engine
  build_page
  build_program
  build_site
}

tell_site() {
  cat <<END

Done. Open it with a double click:
  $root/site/index.html
Put it on the web: copy the folder site/ to any static host as it is, for example
  rsync -a "$root/site/" you@host:public_html/archive/
Build your own archive:
  "$target/release/tawarikh" build YOUR-FOLDER --out YOUR-SITE
END
}

# ---------------------------------------------------------------- testing

failed=()

# try NAME COMMAND…: runs it, remembers a failure, goes on.
try() {
  local name=$1
  shift
  step "$name"
  "$@" || failed+=("$name")
}

# The stages as a module for Node, optimised as the engine is, so that the tests can ask both builds the same questions.
build_portable() {
  compile_wasm tawarikh-portable &&
    "$target/debug/tawarikh-bindgen" "$target/$wasm_target/engine/tawarikh_portable.wasm" "$target/portable" nodejs
}

check_docs() { RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --quiet; }

run_tests() { : >"$target/unsteady.txt"; cargo test --workspace --no-fail-fast 2>&1 | tee "$target/test.log"; }

check_page() { (cd web && npm run --silent --if-present lint && npm run --silent --if-present test); }

summary() {
  local passed=0 broken=0
  read -r passed broken < <(awk '/^test result:/ { p += $4; f += $6 } END { print p + 0, f + 0 }' "$target/test.log")
  printf '\nEngine %s bytes with gzip, site %s bytes, %d minutes.\n' \
    "$(gzip -9 -c web/dist/engine/engine.wasm | wc -c)" "$(find site -type f -printf '%s\n' | awk '{ n += $1 } END { print n }')" \
    "$(((SECONDS + 30) / 60))"
  [ ${#failed[@]} -eq 0 ] || printf 'Failed: %s\n' "${failed[@]}"
  sed 's/^/Unsteady, passed when run again: /' "$target/unsteady.txt"
  printf '%d passed, %d failed\n' "$passed" "$broken"
  [ ${#failed[@]} -eq 0 ]
}

test_all() {
  build_all
  check_test_tools
  try "Formatting" cargo fmt --all --check
  try "Lints" cargo clippy --workspace --all-targets -- -D warnings
  try "Documentation and its links" check_docs
  try "Page checks" check_page
  try "The stages as WebAssembly" build_portable
  try "Tests, natively, in WebAssembly and in three browsers" run_tests
  summary
}

# ---------------------------------------------------------------- measuring

# bench DATA: the peers' packages, our index and tantivy's as one program, then everything in one run.
bench() {
  step "Peers"
  need chromium chromium
  install_missing
  (cd tests/bench && npm ci --no-audit --no-fund --loglevel=error)
  cargo build --release --manifest-path tests/bench/native/Cargo.toml --target-dir "$target/bench"
  step "Bench, about half an hour"
  CHROMIUM=$(command -v chromium) node tests/bench/bench.mjs --program "$target/release/tawarikh" \
    --native "$target/bench/release/tawarikh-bench-native" --work "$target/bench/work" --data "$1"
}

[ -z "${CI:-}" ] || export CARGO_TERM_PROGRESS_WHEN=never

case "${1:-site}" in
  site) step_count=6; build_all; tell_site ;;
  size) step_count=3; tell_size ;;
  bench) step_count=8; build_all; bench "${2:-${TAWARIKH_BENCH_DATA:-../shared/bench}}" ;;
  test) step_count=13; export CARGO_TARGET_DIR=$target; test_all ;;
  *) sed -n '2,6s/^# //p' "$0"; exit 2 ;;
esac
