//! What holds for every input: no panic, nothing lost, the same again.

mod accounting;

use proptest::collection::vec;
use proptest::prelude::*;
use tawarikh_ingest::read;

/// Lines of every kind that a page may hold, empty ones among them.
const LINES: &[&str] = &[
    "",
    "",
    "الوضع المظلم",
    "Logo",
    "الأحد ٥ / مايو / ٢٠٢٤",
    "الرئيسية > سياسة",
    "حصاد القمح يبدأ مبكرًا",
    "بقلم: سارة حداد",
    "سارة حداد",
    "كتبه رامي نجم | 24 يناير, 2019",
    "بدأ المزارعون في السهل حصاد القمح قبل موعده بثلاثة أسابيع هذا الموسم بعد شتاء جاف لم يعرفوا مثله.",
    "وقال رئيس الجمعية إن الغلة ستهبط إلى النصف ما لم تمطر السماء قبل نهاية الشهر في القرى العالية",
    "قبل موعده بثلاثة أسابيع هذا الموسم بعد شتاء جاف",
    "لماذا الآن؟",
    "اقرأ/ي أيضًا:",
    "اقرأ أيضا: أسعار الطحين ترتفع",
    "مواضيع ذات صلة:",
    "المزيد من المقالات",
    "أسعار الطحين ترتفع للمرة الثالثة في شهر واحد",
    "التعليقات",
    "الوسوم",
    "عن الكاتب",
    "12",
    "شارك",
    "فيسبوك",
    "**قمح** و[شعير](#) و[ذرة](https://example.org/a_(b))",
    "## سوق الحبوب",
    "- بند أول",
    "> مثل قديم",
    "| قمح | 12 |",
    "***",
    "---",
    "![صورة السهل](https://example.org/a.jpg)",
    "رابط المقال : [https://example.org/1](https://example.org/1)",
    "عنب بلدي - سارة حداد",
    "جميع الحقوق محفوظة © 2024",
    "وانتهى الموسم.Exit mobile version",
    "الجزءالأول من الحكاية",
    "[1]: https://example.org/x",
    "<b>خط</b> &amp; رسم",
    "1. أول",
    "    نص بعيد عن الهامش",
];

fn pages() -> impl Strategy<Value = String> {
    vec(prop::sample::select(LINES), 1..40).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_line_of_a_text_is_accounted_for(page in pages()) {
        if let Ok(documents) = read("page.txt", page.as_bytes(), None) {
            prop_assert_eq!(accounting::lost(&page, &documents), None);
        }
    }

    #[test]
    fn every_line_of_a_prepared_text_is_kept_or_accounted_for(page in pages()) {
        let sidecar = Some("cleaning = \"none\"");
        if let Ok(documents) = read("page.txt", page.as_bytes(), sidecar) {
            prop_assert_eq!(accounting::lost(&page, &documents), None);
        }
    }

    #[test]
    fn any_text_is_read_without_panic_and_alike_each_time(text in "\\PC{0,200}(\n\\PC{0,120}){0,8}") {
        for name in ["a.txt", "a.md", "a.html", "a.jsonl"] {
            let once = read(name, text.as_bytes(), None);
            prop_assert_eq!(&once, &read(name, text.as_bytes(), None));
            if let (Ok(documents), "a.txt") = (&once, name) {
                for document in documents {
                    prop_assert!(document.paragraphs.iter().all(|paragraph| !paragraph.text.is_empty()));
                }
            }
        }
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in vec(any::<u8>(), 0..400)) {
        for name in ["a.txt", "a.md", "a.html", "a.jsonl", "a.pdf"] {
            let _ = read(name, &bytes, std::str::from_utf8(&bytes).ok());
        }
    }

    #[test]
    fn markup_of_any_nesting_is_read_without_panic(tags in vec(prop::sample::select(&["<div>", "</div>", "<p>", "<td>", "<tr>", "<table>", "<li>", "</a>", "<a href=x>", "نص ", "<br>", "<h1>", "<!--", "<script>", "[", "](", "> ", "`", "* "][..]), 0..200)) {
        let text = tags.concat();
        for name in ["a.html", "a.md", "a.txt"] {
            let _ = read(name, text.as_bytes(), None);
        }
    }
}

#[test]
fn a_file_of_a_hundred_thousand_lines_is_read() {
    let line = |number: u32| format!("سطر رقم {number} من سجل طويل لا يقرأه أحد.\n");
    let text: String = (0..100_000).map(line).collect();
    let beginning: String = (0..200).map(line).collect();
    let documents = read("long.txt", text.as_bytes(), None).expect("text");
    assert_eq!(documents.len(), 1);
    assert_eq!(accounting::lost(&beginning, &documents), None);
}

#[test]
fn markup_nested_thousands_deep_is_read() {
    let html = format!("{}نص{}", "<div>".repeat(3_000), "</div>".repeat(3_000));
    assert!(read("deep.html", html.as_bytes(), None).is_ok());
    let quotes = format!("{}نص", "> ".repeat(3_000));
    assert!(read("deep.md", quotes.as_bytes(), None).is_ok());
    let brackets = format!("{}نص", "[".repeat(100_000));
    assert!(read("deep.txt", brackets.as_bytes(), None).is_ok());
}
