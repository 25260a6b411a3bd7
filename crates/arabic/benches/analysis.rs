//! Time of each stage against one pass that only splits at white space, in the same run on the same text.

use std::hint::black_box;
use std::time::{Duration, Instant};

use tawarikh_arabic::numeral::begins;
use tawarikh_arabic::{Keys, sentences, tokens};

/// Written for this bench: plain, vocalised, with digits, Latin words and sloppy punctuation.
const PARAGRAPH: &str = "\
وصلت القافلة إلى المدينة القديمة في 12 آذار 2016،وكان في انتظارها خمسة وعشرون ألف زائر من بلدان كثيرة.\n\
يَزرَعُ الفلاحونَ القمحَ والشعيرَ على ضفاف النهر منذ ثلاثة آلاف سنة! هل تكفي المياه هذا العام؟\n\
قال د. كمال إن متحف Louvre عرض «مخطوطات نادرة» بلغ عددها ١٬٨٧٣ مخطوطة. وأضاف أن وزارة الثقافة ستموّل الترميم.\n";

fn main() {
    let text = PARAGRAPH.repeat(8192);
    let base = best(|| text.split_whitespace().count());
    report(&text, base, "white space", base);
    report(&text, base, "tokens", best(|| tokens(&text).count()));
    report(
        &text,
        base,
        "tokens and keys",
        best(|| letters_of_stems(&text)),
    );
    report(
        &text,
        base,
        "tokens and numeral check",
        best(|| tokens(&text).filter(|token| begins(token.text)).count()),
    );
    report(&text, base, "sentences", best(|| sentences(&text).len()));
}

fn letters_of_stems(text: &str) -> usize {
    let mut keys = Keys::default();
    let mut length = 0;
    for token in tokens(text) {
        keys.set(token.text);
        length += keys.stem.len();
    }
    length
}

/// The best of five runs: the others were disturbed.
fn best(run: impl Fn() -> usize) -> Duration {
    let times = (0..5).map(|_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

fn report(text: &str, base: Duration, stage: &str, time: Duration) {
    let speed = text.len() as f64 / 1e6 / time.as_secs_f64();
    println!(
        "{stage:25} {speed:7.0} MB/s  {:6.1} x white space",
        time.as_secs_f64() / base.as_secs_f64()
    );
}
