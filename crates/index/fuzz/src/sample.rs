//! Small valid indexes to damage.

use std::io;
use tawarikh_calendar::{Day, Interval};

use tawarikh_index::{Entry, PackWriter, Schema, Sink, Writer};

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
    /// Its bytes, all of them resident.
    pub fn bytes(self) -> Vec<u8> {
        self.writer().finish()
    }

    /// The same with its large sections in fragments.
    pub fn fragmented(self) -> Fragmented {
        let mut fragments = Kept::default();
        let writer = self.writer();
        let mut pack = PackWriter::fragmented(writer.id(&[]), &mut fragments);
        writer.write(&mut pack).expect("memory takes everything");
        Fragmented {
            resident: pack.finish(),
            fragments: fragments.0,
        }
    }

    fn writer(self) -> Writer {
        let documents = match self {
            Sample::Small => 6,
            Sample::Blocks => 400,
        };
        let mut writer = Writer::new(Schema::new(["outlet", "year"]));
        for number in 0..documents {
            add(&mut writer, number);
        }
        writer
    }
}

/// An index in parts.
#[derive(Debug)]
pub struct Fragmented {
    /// What is always there.
    pub resident: Vec<u8>,
    /// The fragments, headers included.
    pub fragments: Vec<Vec<u8>>,
}

#[derive(Default)]
struct Kept(Vec<Vec<u8>>);

impl Sink for Kept {
    fn fragment(&mut self, _: u32, bytes: Vec<u8>) -> io::Result<()> {
        self.0.push(bytes);
        Ok(())
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
