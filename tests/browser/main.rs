//! What the page does for its readers, in three browser engines, from a folder and from a host.
//!
//! Every behaviour runs in a fresh profile and ends with the same question: did the page report any fault, or ask for
//! anything outside its own folder?

#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on says so and fails"
)]

mod access;
mod adapting;
mod address;
mod alone;
mod appearance;
mod completing;
mod evidence;
mod explaining;
mod facets;
mod fragments;
mod map;
mod opening;
mod reading;
mod searching;
mod stages;
mod time;

use tawarikh_tests::attempt;
use tawarikh_tests::engine::Engine;
use tawarikh_tests::page::{Page, Transport};

/// Runs `behaviour` on the default archive and checks that nothing went wrong behind it.
fn check(engine: Engine, transport: Transport, behaviour: impl Fn(&Page)) {
    attempt::twice(|| {
        let page = Page::open(engine, transport);
        behaviour(&page);
        assert_eq!(
            page.faults(),
            Vec::<String>::new(),
            "the page reported faults"
        );
    });
}

/// Each function becomes six tests: three engines, from a folder and over http.
macro_rules! everywhere {
    ($($(#[$about:meta])* fn $name:ident($page:ident: &Page) $body:block)*) => { $(
        mod $name {
            use super::*;

            $(#[$about])*
            fn behaviour($page: &Page) $body

            $crate::everywhere!(@test chromium_from_a_folder, Chromium, File);
            $crate::everywhere!(@test chromium_over_http, Chromium, Http);
            $crate::everywhere!(@test firefox_from_a_folder, Firefox, File);
            $crate::everywhere!(@test firefox_over_http, Firefox, Http);
            $crate::everywhere!(@test webkit_from_a_folder, WebKit, File);
            $crate::everywhere!(@test webkit_over_http, WebKit, Http);
        }
    )* };
    (@test $test:ident, $engine:ident, $transport:ident) => {
        #[test]
        fn $test() {
            $crate::check(
                tawarikh_tests::engine::Engine::$engine,
                tawarikh_tests::page::Transport::$transport,
                behaviour,
            );
        }
    };
}

/// Each function becomes three tests, one for each engine, from a folder: for what cannot depend on the transport.
macro_rules! in_each_engine {
    ($($(#[$about:meta])* fn $name:ident($page:ident: &Page) $body:block)*) => { $(
        mod $name {
            use super::*;

            $(#[$about])*
            fn behaviour($page: &Page) $body

            $crate::everywhere!(@test chromium, Chromium, File);
            $crate::everywhere!(@test firefox, Firefox, File);
            $crate::everywhere!(@test webkit, WebKit, File);
        }
    )* };
}

/// `NAME: CASE(ENGINE…)` as tests: for what begins otherwise than with the default archive.
macro_rules! cases {
    ($($name:ident: $case:ident($engine:ident $(, $transport:ident)?);)*) => { $(
        #[test]
        fn $name() {
            tawarikh_tests::attempt::twice(|| $case(
                tawarikh_tests::engine::Engine::$engine
                $(, tawarikh_tests::page::Transport::$transport)?
            ));
        }
    )* };
}

use {cases, everywhere, in_each_engine};
