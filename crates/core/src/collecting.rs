//! What an archive as a whole keeps of its documents' sentences: rows that are collected while documents come.

use std::collections::BTreeMap;

use tawarikh_calendar::When;
use tawarikh_evidence::{EventKind, NameKind};
use tawarikh_timeline::Item;

use crate::accounts::{Accounts, Disputed, Telling, Told};
use crate::analyse::Analysed;
use crate::entities::Settled;
use crate::events::{EventRow, NamePart};
use crate::figures::FigureRow;
use crate::findings::{self, FindingRow, FindingsOf};
use crate::first_documents::FirstDocuments;
use crate::happenings::{AccountRow, HappeningRow, Membership};
use crate::kept::encode;
use crate::record::{Event, Figure, NameUse, Said, Span, Words};
use crate::recording::Part;

/// Documents that a finding names beside its own.
const MOST_COPIES: usize = 12;

/// Rows of the documents that came.
#[derive(Default)]
pub(crate) struct Collected {
    documents: u32,
    sentences: u32,
    undated: u32,
    events: Vec<BuiltEvent>,
    figures: Vec<FigureRow>,
    findings: BTreeMap<String, Pieces>,
    accounts: Accounts,
    /// The titles of the documents, or the names of their files.
    titles: Vec<String>,
    /// The figures as written.
    figure_texts: Vec<Box<str>>,
}

/// An event with the names of its sentence, by the numbers that they have while documents come.
struct BuiltEvent {
    row: EventRow,
    names: Box<[NamePart]>,
}

/// Findings of one code, written as they come: their texts would be most of what a build keeps in memory.
#[derive(Default)]
struct Pieces {
    count: u32,
    rows: Vec<FindingRow>,
    written: Vec<Vec<u8>>,
    first: Vec<u32>,
}

/// Which of the names in its sentence a figure is about: where it says so, its own place and party and who says it, and not
/// what else the sentence names.
struct OwnNames {
    /// The places between which nothing but "and" stands, its own among them; nothing where it has none.
    places: Option<Span>,
    party: Option<Span>,
    said: Vec<Span>,
}

impl OwnNames {
    fn of(document: &Analysed, figure: &Figure) -> OwnNames {
        let names = &document.record.names;
        let own = figure.place.map(|place| place as usize);
        let places = own.and_then(|own| Some(series(&document.body, names, own, names.get(own)?)));
        let is_named = |party: &Span| names.iter().any(|used| party.meets(used.span));
        OwnNames {
            places,
            party: figure.party.filter(is_named),
            said: figure.said.iter().flat_map(speakers).collect(),
        }
    }

    fn has(&self, used: &NameUse) -> bool {
        let said = self.said.iter().any(|said| said.meets(used.span));
        let is_own = |own: &Option<Span>| own.is_none_or(|own| own.meets(used.span));
        match used.kind {
            NameKind::Place => is_own(&self.places),
            NameKind::Party => is_own(&self.party) || said,
            NameKind::Person => true,
        }
    }
}

fn speakers(said: &Said) -> impl Iterator<Item = Span> {
    said.chain.iter().copied().chain([said.span])
}

/// Words that may stand between two places of which one says more of where the other is, or that are named in a row.
const BETWEEN_PLACES: [&str; 24] = [
    "",
    "في",
    "وسط",
    "شرق",
    "غرب",
    "شمال",
    "جنوب",
    "شرقي",
    "غربي",
    "شمالي",
    "جنوبي",
    "مدينة",
    "بلدة",
    "قرية",
    "حي",
    "مخيم",
    "محافظة",
    "ولاية",
    "إقليم",
    "ريف",
    "منطقة",
    "قضاء",
    "مديرية",
    "ناحية",
];

/// From the first to the last of the places that are named in a row with that of number `own`: "في درنة والبيضاء شرق ليبيا".
fn series(body: &str, names: &[NameUse], own: usize, place: &NameUse) -> Span {
    let mut span = place.span;
    let joins = |start: u32, end: u32| {
        let between = Span { start, end }.text(body);
        let is_joint = |word: &str| {
            let word = word.trim_matches(['،', ',', '(', ')']);
            BETWEEN_PLACES.contains(&word)
                || BETWEEN_PLACES.contains(&word.trim_start_matches(['و', 'ب']))
        };
        !between.is_empty() && between.split_whitespace().all(is_joint)
    };
    for next in names[own + 1..]
        .iter()
        .filter(|used| used.kind == NameKind::Place)
    {
        if !joins(span.end, next.span.start) {
            break;
        }
        span.end = next.span.end;
    }
    for before in names[..own]
        .iter()
        .rev()
        .filter(|used| used.kind == NameKind::Place)
    {
        if !joins(before.span.end, span.start) {
            break;
        }
        span.start = before.span.start;
    }
    span
}

/// All rows as an archive keeps them.
pub(crate) struct Rows {
    /// In the order of time.
    pub events: Vec<EventRow>,
    /// The names of each of them.
    pub event_names: Vec<Vec<NamePart>>,
    pub figures: Vec<FigureRow>,
    /// In the order of time.
    pub happenings: Vec<HappeningRow>,
    /// In the order of documents.
    pub memberships: Vec<Membership>,
    pub findings: WrittenFindings,
}

/// Findings in their pieces.
pub(crate) struct WrittenFindings {
    pub of: Vec<FindingsOf>,
    pub pieces: Vec<Vec<u8>>,
}

impl Pieces {
    fn push(&mut self, row: FindingRow) {
        self.count += 1;
        if self.rows.is_empty() {
            self.first.push(row.document);
        }
        self.rows.push(row);
        if self.rows.len() == findings::ROWS_A_PIECE {
            self.write();
        }
    }

    fn write(&mut self) {
        if !self.rows.is_empty() {
            self.written.push(encode(&self.rows));
            self.rows.clear();
        }
    }
}

impl WrittenFindings {
    fn of(findings: BTreeMap<String, Pieces>) -> WrittenFindings {
        let mut written = WrittenFindings {
            of: Vec::new(),
            pieces: Vec::new(),
        };
        for (code, mut pieces) in findings {
            pieces.write();
            written.of.push(FindingsOf {
                code,
                count: pieces.count,
                piece: written.pieces.len() as u32,
                first: FirstDocuments::from(pieces.first),
            });
            written.pieces.append(&mut pieces.written);
        }
        written
    }
}

/// Which happenings the events belong to, in their order.
fn memberships(events: &[BuiltEvent]) -> Vec<Membership> {
    let rows = events.iter().map(|event| &event.row);
    let members = rows.filter_map(|row| {
        Some(Membership {
            document: row.document,
            event: row.event,
            happening: row.happening.checked_sub(1)?,
            sources: row.sources,
        })
    });
    members.collect()
}

/// The kind that most events are of, by the numbers of each: any rather than none in particular, and the first of equals.
fn most_told(kinds: &[u32; EventKind::ALL.len()]) -> u8 {
    let other = EventKind::Other as usize;
    let told = (0..kinds.len()).filter(|kind| *kind != other && kinds[*kind] > 0);
    let most = told.max_by_key(|kind| (kinds[*kind], std::cmp::Reverse(*kind)));
    most.unwrap_or(other) as u8
}

impl Collected {
    /// Number of sentences.
    pub fn sentences(&self) -> u32 {
        self.sentences
    }

    /// Number of documents without a date.
    pub fn undated(&self) -> u32 {
        self.undated
    }

    /// Number of figures.
    pub fn figures(&self) -> u32 {
        self.figures.len() as u32
    }

    /// Adds the next document; `numbers` are those of the names of its record.
    pub fn add(&mut self, document: &mut Analysed, numbers: &[u32]) {
        let record = &document.record;
        self.sentences += record.sentences.len() as u32;
        self.undated += u32::from(record.published.is_none());
        for (number, event) in (0..).zip(&record.events) {
            let event = self.event(document, number, event, numbers);
            self.events.extend(event);
        }
        for (number, figure) in (0..).zip(&record.figures) {
            let figure = self.figure(document, number, figure, numbers);
            self.figures.push(figure);
            let text = document.record.figures[number as usize]
                .span
                .text(&document.body);
            self.figure_texts.push(text.into());
        }
        for (code, row) in self.found(document) {
            self.findings.entry(code).or_default().push(row);
        }
        self.titles
            .push(record.shown_title(&document.title).to_owned());
        self.accounts.add(self.documents, document);
        self.documents += 1;
    }

    /// What several documents tell of. Its events, which are in the order of documents, know it from then on; what
    /// disagrees or is only repeated is among the findings.
    fn happenings(&mut self, names: &Settled) -> Vec<HappeningRow> {
        let Told {
            mut happenings,
            disputed,
            repeated,
        } = std::mem::take(&mut self.accounts).told();
        for (number, (telling, row)) in (1..).zip(&mut happenings) {
            let sources = row.sources();
            let mut kinds = [0u32; EventKind::ALL.len()];
            for account in &row.accounts {
                let place = |event: &BuiltEvent| (event.row.document, event.row.event);
                let event = account.event.map(|event| (account.document, event));
                let found =
                    event.and_then(|event| self.events.binary_search_by_key(&event, place).ok());
                let Some(event) = found.map(|found| &mut self.events[found]) else {
                    continue;
                };
                row.names.extend(names.parts(&event.names));
                kinds[usize::from(event.row.kind)] += 1;
                if *telling == Telling::Happening {
                    (event.row.happening, event.row.sources) = (number, sources);
                }
            }
            row.names.sort_unstable();
            row.names.dedup();
            if *telling == Telling::Happening {
                row.kind = most_told(&kinds);
            }
        }
        let happenings: Vec<HappeningRow> = happenings.into_iter().map(|(_, row)| row).collect();
        let dates = happenings.iter().filter(|row| row.dates.len() > 1);
        let dates: Vec<FindingRow> = dates.filter_map(|row| self.unlike_dates(row)).collect();
        let figures: Vec<FindingRow> = disputed
            .iter()
            .filter_map(|figures| self.unlike_figures(figures))
            .collect();
        let copies: Vec<FindingRow> = repeated
            .iter()
            .filter_map(|copies| self.copies(copies))
            .collect();
        self.push("date-disagreement", dates);
        self.push("figure-disagreement", figures);
        self.push("repeated-claim", copies);
        happenings
    }

    /// Findings that came in another order than that of documents.
    fn push(&mut self, code: &str, mut rows: Vec<FindingRow>) {
        rows.sort_by_key(|row| (row.document, row.sentence));
        for row in rows {
            self.findings.entry(code.to_owned()).or_default().push(row);
        }
    }

    fn unlike_dates(&self, row: &HappeningRow) -> Option<FindingRow> {
        let finding = self.finding(row.accounts.first()?);
        Some(FindingRow {
            dates: row.dates.clone(),
            ..finding
        })
    }

    fn unlike_figures(&self, disputed: &Disputed) -> Option<FindingRow> {
        let (first, _) = disputed.told.first()?;
        let told = disputed.told.iter().map(|(account, figure)| {
            let place = |row: &FigureRow| (row.document, row.number);
            let found = self
                .figures
                .binary_search_by_key(&(account.document, *figure), place);
            let text = found.map_or("", |found| &self.figure_texts[found]);
            format!("{}: {text}", self.titles[account.document as usize])
        });
        Some(FindingRow {
            text: disputed.counted.class(),
            detail: told.collect(),
            ..self.finding(first)
        })
    }

    fn copies(&self, copies: &[AccountRow]) -> Option<FindingRow> {
        let (first, others) = copies.split_first()?;
        let titles = others
            .iter()
            .map(|copy| self.titles[copy.document as usize].clone());
        Some(FindingRow {
            detail: titles.take(MOST_COPIES).collect(),
            ..self.finding(first)
        })
    }

    /// A finding on a sentence that names only its document.
    fn finding(&self, account: &AccountRow) -> FindingRow {
        FindingRow {
            document: account.document,
            sentence: Some(account.sentence),
            words: account.words,
            title: self.titles[account.document as usize].clone(),
            text: String::new(),
            detail: Vec::new(),
            dates: Vec::new(),
        }
    }

    /// All rows, with their names as they are numbered in the end.
    pub fn settle(mut self, names: &Settled) -> Rows {
        let happenings = self.happenings(names);
        let memberships = memberships(&self.events);
        let key = |when: &When| (when.interval.first, when.interval.last);
        self.events.sort_by_key(|event| {
            let row = &event.row;
            (key(&row.when), row.document, row.event)
        });
        for row in &mut self.figures {
            row.names = names.parts(&row.names);
        }
        let events = self.events.iter();
        Rows {
            event_names: events.map(|event| names.parts(&event.names)).collect(),
            events: self.events.iter().map(|event| event.row).collect(),
            figures: self.figures,
            happenings,
            memberships,
            findings: WrittenFindings::of(self.findings),
        }
    }

    fn event(
        &self,
        document: &Analysed,
        number: u32,
        event: &Event,
        numbers: &[u32],
    ) -> Option<BuiltEvent> {
        let mention = document.record.mentions.get(event.mention as usize)?;
        let when = mention.when?;
        let parts = document.parts.get(number as usize)?.iter();
        Some(BuiltEvent {
            row: EventRow {
                document: self.documents,
                event: number,
                sentence: event.sentence,
                words: document.record.words_of(event.sentence),
                letters: Item::new(when, 0, event.headline.text(&document.body)).label_letters,
                when,
                kind: event.kind,
                happening: 0,
                sources: 1,
            },
            names: parts
                .map(|(name, part)| NamePart::new(numbers[*name as usize], *part))
                .collect(),
        })
    }

    fn figure(
        &self,
        document: &Analysed,
        number: u32,
        figure: &Figure,
        numbers: &[u32],
    ) -> FigureRow {
        let record = &document.record;
        let event = figure
            .event
            .and_then(|number| record.events.get(number as usize));
        let when = |mention: u32| record.mentions.get(mention as usize)?.when;
        let dated = event.and_then(|event| when(event.mention));
        let when = dated.or(figure.as_of.and_then(when));
        let sentence = record.sentences[figure.sentence as usize];
        let own = OwnNames::of(document, figure);
        let names = record.names.iter().zip(numbers);
        let names = names.filter(|(used, _)| sentence.holds(used.span) && own.has(used));
        FigureRow {
            document: self.documents,
            number,
            words: document.record.words_of(figure.sentence),
            kind: event.map(|event| event.kind),
            days: when.map(|when| {
                [
                    when.interval.first.rata_die(),
                    when.interval.last.rata_die(),
                ]
            }),
            names: names
                .map(|(_, number)| NamePart::new(*number, Part::Named))
                .collect(),
        }
    }

    /// What is not known of a document, with its code.
    fn found(&self, document: &Analysed) -> Vec<(String, FindingRow)> {
        let record = &document.record;
        let row = |sentence: Option<u32>, span: Span, detail: &[String]| FindingRow {
            document: self.documents,
            sentence,
            words: sentence.map_or_else(Words::default, |sentence| {
                document.record.words_of(sentence)
            }),
            title: record.shown_title(&document.title).to_owned(),
            text: span.text(&document.body).to_owned(),
            // What may be meant is written as EDTF where it is a time.
            dates: detail
                .iter()
                .filter_map(|one| When::from_edtf(one).ok())
                .collect(),
            detail: detail
                .iter()
                .filter(|one| When::from_edtf(one).is_err())
                .cloned()
                .collect(),
        };
        let nothing = Span { start: 0, end: 0 };
        let whole = [
            ("undated-document", record.published.is_none()),
            ("unauthored-document", record.authors.is_empty()),
        ];
        let whole = whole.into_iter().filter(|(_, is_so)| *is_so);
        let whole = whole.map(|(code, _)| (code.to_owned(), row(None, nothing, &[])));
        let found = document.findings.iter().map(|finding| {
            let span = Span::of(&finding.span);
            let sentence = record.sentence_of(span.start);
            (
                finding.code.to_owned(),
                row(Some(sentence), span, &finding.detail),
            )
        });
        whole.chain(found).collect()
    }
}
