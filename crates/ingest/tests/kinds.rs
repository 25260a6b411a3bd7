//! Kinds of files, front matter, sidecars, and the errors that a person must be able to act on.

use tawarikh_ingest::{Certainty, Document, DocumentKind, ParagraphKind, ReadErrorKind, read};

fn one(name: &str, text: &str, sidecar: Option<&str>) -> Document {
    match read(name, text.as_bytes(), sidecar) {
        Ok(mut documents) if documents.len() == 1 => documents.remove(0),
        other => panic!("one document expected: {other:?}"),
    }
}

fn texts(document: &Document) -> Vec<(ParagraphKind, &str)> {
    document
        .paragraphs
        .iter()
        .map(|paragraph| (paragraph.kind, paragraph.text.as_str()))
        .collect()
}

#[test]
fn toml_front_matter_of_a_digest() {
    let text = "+++\ntitle = \"موسم الزعتر\"\nauthor = [\"ليلى حداد\", \"عمر سالم\"]\noutlet = \"نشرة القرية\"\ndate = 2021-05\ndate_certainty = \"inferred\"\nkind = \"digest\"\nid = \"thyme\"\n+++\n\n## الحصاد\n\nبدأ القطاف\nقبل موعده.\n\nشارك\n";
    let text = text.replace("date = 2021-05\n", "date = \"2021-05\"\n");
    let document = one("a.md", &text, None);
    assert_eq!(document.id, "thyme");
    assert_eq!(document.kind, DocumentKind::Digest);
    assert_eq!(document.authors.len(), 2);
    let published = document
        .published
        .as_ref()
        .map(|when| (when.value.edtf(), when.how, when.certainty));
    assert_eq!(
        published,
        Some(("2021-05".to_owned(), "front-matter", Certainty::Inferred))
    );
    // A digest is prepared text: nothing is taken out of it, and a line break inside a paragraph is a space.
    let body = ParagraphKind::Body;
    assert_eq!(
        texts(&document),
        [
            (ParagraphKind::Heading, "الحصاد"),
            (body, "بدأ القطاف قبل موعده."),
            (body, "شارك")
        ]
    );
    assert_eq!(document.paragraphs[0].line, 11);
}

#[test]
fn yaml_front_matter_as_clippers_write_it() {
    let text = "---\ntitle: \"سوق العسل\"\nauthor:\n  - منى فؤاد\nsource: https://www.enabbaladi.net/archives/5\npublished: 2020-02-03\ntags:\n  - عسل\n---\nيبيع النحالون في السوق أنواعًا كثيرة من العسل الجبلي، ويشترون الشمع من قرى بعيدة.\n\nالوضع الليلي\n";
    let document = one("honey.md", text, None);
    assert_eq!(
        document.title.as_ref().map(|title| title.value.as_str()),
        Some("سوق العسل")
    );
    assert_eq!(
        document.published.as_ref().map(|when| when.value.edtf()),
        Some("2020-02-03".to_owned())
    );
    assert_eq!(
        document
            .outlet
            .as_ref()
            .map(|outlet| (outlet.value.as_str(), outlet.how)),
        Some(("عنب بلدي", "link-domain"))
    );
    assert_eq!(document.paragraphs.len(), 1);
    assert_eq!(document.dropped[0].reason, "theme-switch");
}

#[test]
fn a_rule_at_the_top_is_no_front_matter() {
    let document = one(
        "a.txt",
        "---\nعاد الصيادون إلى المرفأ قبل الفجر وباعوا ما معهم في ساعة واحدة فقط.\n---\n",
        None,
    );
    assert_eq!(document.paragraphs.len(), 1);
}

#[test]
fn a_sidecar_overrides_anything() {
    let text = "حصاد القمح يبدأ مبكرًا\nبقلم: سارة حداد\n\nبدأ المزارعون في السهل حصاد القمح قبل موعده بثلاثة أسابيع هذا الموسم بعد شتاء جاف.\n";
    let sidecar = "title = \"عنوان آخر\"\nauthor = \"كاتب آخر\"\ndate = 2018-01-05\nwrong = 1\n";
    let document = one("a.txt", text, Some(sidecar));
    assert_eq!(
        document
            .title
            .as_ref()
            .map(|title| (title.value.as_str(), title.how)),
        Some(("عنوان آخر", "sidecar"))
    );
    assert_eq!(document.authors[0].value, "كاتب آخر");
    assert_eq!(
        document.published.as_ref().map(|when| when.value.edtf()),
        Some("2018-01-05".to_owned())
    );
    assert!(
        document
            .findings
            .iter()
            .any(|finding| finding.code == "unknown-key" && finding.text.contains("wrong"))
    );
}

#[test]
fn records_are_prepared_text() {
    let text = "{\"id\": \"r1\", \"title\": \"سطر\", \"text\": \"شارك\\nنص ثان\", \"extra\": 1}\n\n{\"text\": \"نص\"}\n";
    let documents = match read("r.jsonl", text.as_bytes(), None) {
        Ok(documents) => documents,
        Err(error) => panic!("{error}"),
    };
    assert_eq!(
        documents
            .iter()
            .map(|document| document.id.as_str())
            .collect::<Vec<_>>(),
        ["r1", "r-3"]
    );
    assert_eq!(documents[0].paragraphs.len(), 2);
    assert!(documents[0].dropped.is_empty());
}

/// File name, text, sidecar; kind and line of the error.
type Unreadable = (
    &'static str,
    &'static str,
    Option<&'static str>,
    ReadErrorKind,
    Option<u32>,
);

#[test]
fn errors_name_the_place_and_the_remedy() {
    let cases: [Unreadable; 6] = [
        ("a.txt", " \n ", None, ReadErrorKind::Empty, None),
        ("a.docx", "نص", None, ReadErrorKind::UnknownKind, None),
        (
            "a.md",
            "+++\ntitle = \"س\"\nbroken\n+++\nنص\n",
            None,
            ReadErrorKind::FrontMatter,
            Some(3),
        ),
        (
            "a.md",
            "+++\ntitle = \"س\"\nنص\n",
            None,
            ReadErrorKind::FrontMatter,
            Some(1),
        ),
        (
            "a.txt",
            "نص",
            Some("title = \n"),
            ReadErrorKind::Sidecar,
            Some(1),
        ),
        (
            "a.jsonl",
            "{\"text\": \"نص\"}\n{\"title\": 1}\n",
            None,
            ReadErrorKind::Record,
            Some(2),
        ),
    ];
    for (name, text, sidecar, kind, line) in cases {
        match read(name, text.as_bytes(), sidecar) {
            Err(error) => {
                assert_eq!((error.kind, error.line), (kind, line), "{error}");
                assert!(!error.remedy.is_empty() && error.to_string().contains("a."));
            }
            Ok(documents) => panic!("{name}: {documents:?}"),
        }
    }
}
