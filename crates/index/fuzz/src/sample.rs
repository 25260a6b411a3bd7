//! Small valid indexes to damage.

use tawarikh_calendar::{Day, Interval};
use tawarikh_index::{Entry, Schema, Writer};

/// Which index.
#[derive(Clone, Copy, Debug)]
pub enum Sample {
    /// Six documents.
    Small,
    /// Enough documents that lists of postings are cut into blocks.
    Blocks,
}

/// Sentences whose words share stems, so that families have several forms.
const SENTENCES: [&str; 6] = [
    "وصلت القطارات إلى محطة الرباط متأخرة، وانتظر المسافرون ساعتين.",
    "افتتحت المدرسة الجديدة في الحي القديم، وفي المدارس مكتبات.",
    "هطلت أمطار غزيرة على السواحل، ثم انحسرت مياه النهر.",
    "كتب الباحث كتابًا عن كتّاب القرن التاسع عشر وعن مكتباتهم.",
    "The harbour of Sfax opened in 1891، وفيه سفن صيد كثيرة.",
    "عاد اللاعبون إلى الملاعب، وفاز الفريق بكأس الدوري سنة ٢٠٠٤.",
];

impl Sample {
    /// Its bytes.
    pub fn bytes(self) -> Vec<u8> {
        let documents = match self {
            Sample::Small => 6,
            Sample::Blocks => 400,
        };
        let mut writer = Writer::new(Schema::new(["outlet", "year"]));
        for number in 0..documents {
            add(&mut writer, number);
        }
        writer.finish()
    }
}

fn add(writer: &mut Writer, number: usize) {
    let [first, second] = [number, number / 6].map(|at| SENTENCES[at % SENTENCES.len()]);
    let body = format!("{first}\n{second} رقم {number}");
    let outlet = [format!("صحيفة {}", number % 7)];
    let year = [(1990 + number % 30).to_string()];
    let days = Day::from_gregorian(1990 + number as i32 % 30, 3, 1).map(Interval::day);
    writer.add(&Entry {
        title: first.split('،').next().unwrap_or_default(),
        body: &body,
        keywords: &[("outlet", &outlet), ("year", &year)],
        days: days.as_slice(),
        payload: &[number as u8; 3],
    });
}
