//! Plain pages: what readers without JavaScript, search engines and reference managers get.

use std::fs;

use tawarikh_tests::program::run;
use tempfile::TempDir;

use crate::{contents, write};

const DOCUMENTS: [(&str, &str); 3] = [
    (
        "bridge.md",
        "+++\ntitle = \"جسر <b>المدينة</b> \\\" القديم\"\nauthor = \"هند سالم\"\noutlet = \"صحيفة الضفة\"\ndate = \"1957-03-02\"\nurl = \"javascript:alert(1)\"\n+++\n\n\
         افتتح الجسر في 2 آذار/مارس 1957. عبرته أول عربة في المساء.\n\n## ما بعد الافتتاح\n\nرُمّم في صيف 1988.\n",
    ),
    ("well.txt", "حفر الأهالي بئرا في القرية، ولا يعرف متى.\n"),
    (
        "x.jsonl",
        "{\"id\":\"x\",\"title\":\"</title><script>alert(2)</script>\",\"text\":\"حيث س < ص & ع > ل </article><script>alert(1)</script>.\"}\n",
    ),
];

fn site(arguments: &[&str]) -> std::collections::BTreeMap<String, Vec<u8>> {
    let place = TempDir::new().expect("a temporary folder");
    let input = place.path().join("وثائق");
    fs::create_dir(&input).expect("a folder can be made");
    write(&input, &DOCUMENTS);
    let out = place.path().join("site");
    let mut words: Vec<&std::ffi::OsStr> = vec![
        "build".as_ref(),
        input.as_os_str(),
        "--out".as_ref(),
        out.as_os_str(),
    ];
    words.extend(arguments.iter().map(AsRef::<std::ffi::OsStr>::as_ref));
    let run = run(&words);
    assert_eq!(run.code, Some(0), "{}", run.err);
    contents(&out)
}

fn text(site: &std::collections::BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let bytes = site
        .get(name)
        .unwrap_or_else(|| panic!("no {name} in {:?}", site.keys()));
    String::from_utf8(bytes.clone()).expect("a page is UTF-8")
}

#[test]
fn a_document_reads_without_the_explorer() {
    let site = site(&[]);
    let page = text(&site, "texts/000/00000.html");
    assert!(
        page.contains("<h1>جسر &lt;b&gt;المدينة&lt;/b&gt; &quot; القديم</h1>"),
        "{page}"
    );
    assert!(
        page.contains("<time datetime=\"1957-03-02\">2 آذار/مارس 1957</time>"),
        "{page}"
    );
    assert!(page.contains("<h2><span id=\"s"), "{page}");
    // A season has no machine form in HTML.
    assert!(
        page.contains("صيف 1988") && !page.contains("datetime=\"1988"),
        "{page}"
    );
    assert!(
        page.contains("href=\"../../index.html#doc=bridge\""),
        "{page}"
    );
}

#[test]
fn a_text_stays_text() {
    let site = site(&[]);
    assert!(!text(&site, "texts/000/00000.html").contains("href=\"javascript:"));
    let page = text(&site, "texts/000/00002.html");
    assert_eq!(page.matches("<script").count(), 1, "only the data: {page}");
    assert!(
        page.contains("&lt;/title&gt;&lt;script&gt;alert(2)")
            && page.contains("س &lt; ص &amp; ع &gt; ل"),
        "{page}"
    );
    assert!(page.contains("default-src 'none'"), "{page}");
    assert_eq!(text(&site, "index.html").matches("<script").count(), 2);
}

#[test]
fn programs_can_read_who_when_and_where() {
    let page = text(&site(&[]), "texts/000/00000.html");
    for tag in [
        "<meta name=\"citation_author\" content=\"هند سالم\">",
        "<meta name=\"citation_publication_date\" content=\"1957/03/02\">",
        "<meta name=\"DC.publisher\" content=\"صحيفة الضفة\">",
        "<meta name=\"DC.date\" content=\"1957-03-02\">",
    ] {
        assert!(page.contains(tag), "{tag} is missing: {page}");
    }
    let data = page
        .split("<script type=\"application/ld+json\">")
        .nth(1)
        .and_then(|rest| rest.split("</script>").next())
        .expect("there is data");
    let data: serde_json::Value = serde_json::from_str(data).expect("it is JSON");
    assert_eq!(data["headline"], "جسر <b>المدينة</b> \" القديم");
    assert_eq!(data["author"][0]["name"], "هند سالم");
    assert_eq!(data["datePublished"], "1957-03-02");
    let undated = text(&site(&[]), "texts/000/00001.html");
    assert!(!undated.contains("citation_publication_date"), "{undated}");
}

#[test]
fn the_first_page_and_the_list_lead_to_every_document() {
    let site = site(&[]);
    let front = text(&site, "index.html");
    let list = text(&site, "texts/index.html");
    let hidden = front
        .split("<noscript>")
        .nth(1)
        .expect("there is a part for readers without JavaScript");
    for name in ["texts/000/00000.html", "texts/000/00001.html"] {
        assert!(hidden.contains(&format!("href=\"{name}\"")), "{front}");
        assert!(list.contains(&format!("href=\"../{name}\"")), "{list}");
    }
}

#[test]
fn they_can_be_left_out_and_are_not_for_archives_in_fragments() {
    let has = |arguments: &[&str]| {
        site(arguments)
            .keys()
            .any(|name| name.starts_with("texts/"))
    };
    assert!(has(&[]));
    assert!(!has(&["--plain", "never"]));
    assert!(!has(&["--fragments", "always"]));
    let both = site(&["--fragments", "always", "--plain", "always"]);
    assert_eq!(
        text(&both, "texts/000/00000.html"),
        text(&site(&[]), "texts/000/00000.html")
    );
}

#[test]
fn one_file_leaves_nothing_beside_it() {
    let place = TempDir::new().expect("a temporary folder");
    let file = place.path().join("archive.html");
    let run = run(&["build".as_ref(), "--single-file".as_ref(), file.as_os_str()]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let names: Vec<String> = contents(place.path()).into_keys().collect();
    assert_eq!(names, ["archive.html"]);
}
