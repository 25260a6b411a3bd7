//! Every view and state of the page, for what has to hold in all of them.

use crate::page::Page;

/// A state of the page.
#[derive(Debug)]
pub struct State {
    /// What to call it where it fails.
    pub name: &'static str,
    /// The address's fragment.
    fragment: &'static str,
    /// What a reader then does, as a script; nothing where the address is enough.
    act: &'static str,
    /// What holds once it is there.
    there: &'static str,
}

const READER: &str = "#q=الرقة&doc=raqqa-fall&s=12";
const MARKED: &str = "document.querySelectorAll('#reader .text .annotated').length > 2";
const CARD: &str = "document.querySelector('#reader .card')";
/// A word that nobody wrote, and none like it.
const NOTHING: &str = "document.querySelector('#panel .nothing')";

#[rustfmt::skip]
/// All of them.
pub const STATES: [State; 30] = [
    state("first visit", "#", "", "document.querySelector('#hits .hit')"),
    state("hits", "#q=الرقة", "", "document.querySelector('#hits mark')"),
    state("why a hit matched", "#q=Raqqa", "document.querySelector('#hits .why-switch[aria-expanded=false]').click()", "document.querySelector('#hits .why dd .form')"),
    state("more like this", "#q=الرقة", "document.querySelector('#hits .further a').click()", "document.querySelector('#like-back') && document.querySelector('#hits .hit')"),
    state("words offered", "#", "((field) => { field.value = 'الر'; field.focus(); field.dispatchEvent(new InputEvent('input', { bubbles: true })); })(document.querySelector('#query'))", "document.querySelector('.option-row')"),
    state("another spelling", "#q=الباغغوز", "", "document.querySelector('#suggestion')"),
    state("zoomed in", "#zoom=2017-06-01..2017-12-31", "", "document.querySelector('#lanes .mark')"),
    state("filters", "#place=الرقة", "document.querySelector('.facets').open = true", "document.querySelector('.facets[open] .option[aria-pressed=true]') && document.querySelector('.chips')"),
    state("a span", "#from=2017-01-01&to=2018-12-31", "", "document.querySelector('#span-from')"),
    state("list of dates", "#timeline=list", "", "document.querySelector('.event-list button')"),
    state("happenings", "#view=happenings", "", "document.querySelector('.happening .cite')"),
    state("figures", "#view=figures", "", "document.querySelector('#figures .plot-mark') && document.querySelector('#figures tbody tr')"),
    state("map", "#view=map", "", "document.querySelectorAll('.place').length > 3 && document.querySelector('.ground .borders')"),
    state("a place's card", "#view=map", "document.querySelector('.map-list').open = true; document.querySelector('.map-list button[aria-pressed=false]').click()", "document.querySelector('.name-card')"),
    state("names", "#view=names", "", "document.querySelector('#names tbody tr')"),
    state("a name's card", "#view=names", "document.querySelector('#names tbody tr .link').click()", "document.querySelector('.name-card')"),
    state("not known", "#view=unknown", "", "document.querySelector('#unknown .finding li')"),
    state("notes", "#view=notes", "", "document.querySelector('#notes-import')"),
    state("about", "#view=about", "", "document.querySelector('.about-body')"),
    state("no such document", "#doc=nowhere", "", "document.querySelector('#reader .notice')"),
    state("reader", READER, "", MARKED),
    state("a date's card", READER, "document.querySelector('#reader .sentence[data-here] .mention').click()", CARD),
    state("a figure's card", READER, "document.querySelector('#reader .sentence[data-here] .figure').click()", CARD),
    state("ways to cite", READER, "document.querySelector('#reader .cite').open = true", "document.querySelector('#reader .cite[open] [data-form=plain]')"),
    state("marks in the text", READER, "document.querySelector('#switch-marks').parentElement.open = true", "document.querySelector('#reader .menu[open] .sample')"),
    state("settings", "#", "document.querySelector('#header details').open = true", "document.querySelector('#header details[open] input')"),
    state("exports", "#", "document.querySelector('#switch-export').parentElement.open = true", "document.querySelector('details[open] #export-rows')"),
    state("help", "#", "document.querySelector('#switch-help').click()", "document.querySelector('#help .example')"),
    state("nothing found", "#q=قسطنطينغراد", "", NOTHING),
    state("nothing found beside", "#q=قسطنطينغراد&view=happenings", "", NOTHING),
];

const fn state(
    name: &'static str,
    fragment: &'static str,
    act: &'static str,
    there: &'static str,
) -> State {
    State {
        name,
        fragment,
        act,
        there,
    }
}

impl State {
    /// Brings the page there, in a frame of `size` pixels; scripts then run inside the frame.
    pub fn open(&self, page: &Page, size: (u32, u32), language: &str) {
        page.visit_framed(size, &format!("{}&lang={language}", self.fragment));
        // What is to be pressed may not stand there yet, and a card goes when the reader scrolls to its sentence: it is pressed
        // until it has done what it does, which pressing twice would not undo.
        page.until(
            self.name,
            &format!(
                "({}) || (() => {{ try {{ {}; }} catch {{ }} return false; }})()",
                self.there, self.act
            ),
        );
    }
}
