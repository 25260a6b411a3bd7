//! Documents and queries of sizes and shapes that nobody means to make, and somebody does.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use tawarikh_index::{Entry, Filter, Found, Query, Reader, Schema, Writer};

/// Titles and bodies to a reader.
fn reader(documents: &[(&str, &str)]) -> Reader {
    let mut writer = Writer::new(Schema::default());
    for (title, body) in documents {
        writer.add(&Entry {
            title,
            body,
            ..Entry::default()
        });
    }
    Reader::open(writer.finish()).unwrap()
}

fn search<'r>(reader: &'r Reader, query: &str) -> Found<'r> {
    reader.search(&Query::parse(query), &Filter::default(), 10, 0)
}

/// Three documents, one of them in two scripts.
fn harbours() -> Reader {
    reader(&[
        (
            "ميناء صفاقس",
            "رست السفينة في ميناء صفاقس وأنزلت حمولتها من الفوسفات.",
        ),
        (
            "Port of Oran",
            "The ferry from Oran وصلت العبّارة إلى وهران at 7:30 في الصباح.",
        ),
        ("حديقة", "زرع البستاني الورد الجوري قرب السور."),
    ])
}

/// A word of its own for each number: consonants that no affix takes away.
fn word(number: usize) -> String {
    const LETTERS: [char; 10] = ['ج', 'ح', 'خ', 'د', 'ر', 'ز', 'ش', 'ص', 'ط', 'ق'];
    let digits = format!("{number:06}");
    digits
        .bytes()
        .map(|digit| LETTERS[usize::from(digit - b'0')])
        .collect()
}

#[test]
fn a_query_of_ten_thousand_words_is_answered_by_its_first_ones() {
    let reader = harbours();
    let words: Vec<String> = (0..10_000).map(word).collect();
    let found = search(&reader, &format!("السفينة {} ", words.join(" ")));
    assert_eq!(found.matched, [0]);
    let query = Query::parse(&words.join(" "));
    assert!(query.notes().iter().any(|note| note.code.id() == "long"));
    assert!(reader.explain(&query).len() < 10_000);
    // One word ten thousand times, brackets as deep, as many required words.
    assert_eq!(search(&reader, &"السفينة ".repeat(10_000)).matched, [0]);
    assert_eq!(
        search(&reader, &format!("{}السفينة ", "(".repeat(10_000))).matched,
        [0]
    );
    assert_eq!(search(&reader, &"+السفينة ".repeat(10_000)).matched, [0]);
    assert_eq!(
        search(&reader, &format!("\"{}\"", "السفينة ".repeat(10_000))).total,
        0
    );
}

#[test]
fn punctuation_alone_asks_for_nothing() {
    let reader = harbours();
    for query in [
        "؟!،.؛…",
        "«»",
        "\"\"",
        "((()))",
        ")(",
        "+",
        "-",
        "+ - \" ( : ",
        "::::",
        "---+++",
        "🙂",
        "\u{200f}\u{202e}",
        "َُِ",
        "ـــ",
    ] {
        let found = search(&reader, query);
        assert_eq!(found.matched, [0, 1, 2], "{query:?}");
        assert!(
            reader
                .matcher(&Query::parse(query))
                .marks("(رست) - السفينة، \"هنا\"؟")
                .is_empty(),
            "{query:?}"
        );
    }
}

#[test]
fn directions_may_be_mixed() {
    let reader = harbours();
    for query in [
        "Oran وهران ",
        "وهران Oran ",
        "\u{202e}Oran\u{202c} \u{2067}وهران\u{2069} ",
        "\u{200f}وهران\u{200e} 7:30 ",
        "+oran +وهران ",
    ] {
        assert_eq!(search(&reader, query).matched, [1], "{query:?}");
    }
    let body = "The ferry from Oran وصلت العبّارة إلى وهران";
    let marks = reader.matcher(&Query::parse("وهران Oran ")).marks(body);
    let marked: Vec<&str> = marks.into_iter().map(|span| &body[span]).collect();
    assert_eq!(marked, ["Oran", "وهران"]);
}

#[test]
fn a_document_of_a_hundred_thousand_words_is_found_by_its_last() {
    let mut words: Vec<String> = (0..100_000).map(|number| word(number % 5_000)).collect();
    words.push("القنديل الأخير".to_owned());
    let long = words.join(" ");
    let reader = reader(&[("قصير", "قنديل في البيت."), ("طويل", &long)]);
    assert_eq!(search(&reader, "\"القنديل الأخير\"").matched, [1]);
    assert_eq!(
        search(&reader, &format!("\"{} {}\"", word(4_998), word(4_999))).matched,
        [1]
    );
    // Said once among a hundred thousand words it counts less than once among three.
    assert_eq!(search(&reader, "قنديل ").hits[0].doc, 0);
    assert_eq!(reader.document(1).unwrap().body.len(), long.len());
    let marks = reader.matcher(&Query::parse("الأخير ")).marks(&long);
    assert_eq!(marks.len(), 1);
    assert_eq!(&long[marks[0].clone()], "الأخير");
}

#[test]
fn an_empty_document_is_counted_and_never_matched() {
    let reader = reader(&[("", ""), ("مرسى", "قوارب صغيرة."), ("", "  \n\u{200f} … ")]);
    assert_eq!(reader.len(), 3);
    assert_eq!(search(&reader, "قوارب ").matched, [1]);
    assert_eq!(search(&reader, "").total, 3);
    assert_eq!(search(&reader, "-قوارب ").matched, [0, 2]);
    assert!(reader.document(0).unwrap().body.is_empty());
}

#[test]
fn no_documents_at_all() {
    let reader = reader(&[]);
    assert!(reader.is_empty());
    assert_eq!(search(&reader, "قارب").total, 0);
    assert_eq!(search(&reader, "").total, 0);
    assert!(reader.document(0).is_none());
    assert!(
        reader
            .explain(&Query::parse("قارب"))
            .iter()
            .all(|word| word.forms.is_empty())
    );
}

#[test]
fn a_million_documents_of_one_word() {
    const WORDS: usize = 1_000;
    let words: Vec<String> = (0..WORDS).map(word).collect();
    let shelves = ["الرف الأول".to_owned(), "الرف الثاني".to_owned()];
    let mut writer = Writer::new(Schema::new(["shelf"]));
    for number in 0..1_000_000 {
        let shelf = &shelves[number % 2..=number % 2];
        writer.add(&Entry {
            body: &words[number % WORDS],
            keywords: &[("shelf", shelf)],
            ..Entry::default()
        });
    }
    let reader = Reader::open(writer.finish()).unwrap();
    assert_eq!(reader.len(), 1_000_000);
    let found = search(&reader, &format!("{} ", words[7]));
    assert_eq!(found.total, 1_000);
    let places: Vec<u32> = found.hits.iter().map(|hit| hit.doc).collect();
    assert_eq!(
        places,
        (0..10).map(|place| 7 + 1_000 * place).collect::<Vec<u32>>()
    );
    let [first, second] = ["الرف الأول", "الرف الثاني"].map(|shelf| {
        let mut shelves = found.facets[0].values.iter();
        shelves.position(|known| known == shelf).unwrap() as u32
    });
    assert_eq!(found.facets[0].counts, [(second, 1_000)]);
    let either = search(&reader, &format!("{} {} ", words[7], words[8]));
    assert_eq!(either.facets[0].counts, [(first, 1_000), (second, 1_000)]);
    assert_eq!(search(&reader, "").total, 1_000_000);
}
