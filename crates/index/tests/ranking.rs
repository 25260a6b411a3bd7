//! Which documents are found, and in which order.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use tawarikh_arabic::{TokenKind, tokens};
use tawarikh_index::{
    Entry, Filter, Matching, Names, Query, Reader, Relation, Schema, Spelling, Understanding,
    Writer,
};

/// An index of bodies; a title may stand before a bar.
fn index(documents: &[&str]) -> Reader {
    let mut writer = Writer::new(Schema::default());
    for document in documents {
        let (title, body) = document.split_once('|').unwrap_or(("", document));
        writer.add(&Entry {
            title,
            body,
            ..Entry::default()
        });
    }
    Reader::open(writer.finish()).unwrap()
}

/// Checks which documents a query finds, best first.
fn check(reader: &Reader, query: &str, expect: &[u32]) {
    let found = reader.search(&Query::parse(query), &Filter::default(), 100, 0);
    let docs: Vec<u32> = found.hits.iter().map(|hit| hit.doc).collect();
    assert_eq!(docs, expect, "{query}");
    let mut sorted = docs;
    sorted.sort_unstable();
    assert_eq!(found.matched, sorted, "{query}");
    assert_eq!(found.total as usize, sorted.len(), "{query}");
}

/// Checks which pieces of a text a query marks.
fn check_marks(reader: &Reader, query: &str, text: &str, expect: &[&str]) {
    let marks = reader.matcher(&Query::parse(query)).marks(text);
    let marked: Vec<&str> = marks.into_iter().map(|span| &text[span]).collect();
    assert_eq!(marked, expect, "{query} in {text}");
}

fn harvest() -> Reader {
    index(&[
        "بدأ المزارعون حصاد القمح في سهول الجزيرة بعد موسم ماطر.",
        "أعلنت الوزارة أسعار شراء القمح من المزارعين لهذا العام.",
        "انخفض إنتاج الشعير بسبب الجفاف الذي أصاب السهول.",
        "افتتح المتحف الوطني معرضا للنقود القديمة.",
        "القمح والخبز|يروي الكتاب تاريخ الطحن في المدن الكبيرة.",
    ])
}

#[test]
fn bare_words_are_alternatives_and_more_of_them_rank_higher() {
    check(&harvest(), "حصاد القمح ", &[0, 4, 1]);
    check(&harvest(), "الشعير المتحف ", &[3, 2]);
    check(&harvest(), "طائرة ", &[]);
}

#[test]
fn an_empty_query_finds_everything_in_order() {
    check(&harvest(), "", &[0, 1, 2, 3, 4]);
    check(&harvest(), "؟ …", &[0, 1, 2, 3, 4]);
    check(&harvest(), "-القمح ", &[2, 3]);
}

#[test]
fn titles_weigh_more() {
    let reader = index(&[
        "وصلت السفينة إلى الميناء فجرا.",
        "الميناء|وصلت السفينة فجرا قبل العاصفة.",
    ]);
    check(&reader, "الميناء ", &[1, 0]);
    check(&reader, "title:الميناء ", &[1]);
    check(&reader, "عنوان:الميناء -فجرا ", &[]);
}

#[test]
fn titles_weigh_more_before_long_bodies_too() {
    let long = "الميناء|".to_owned() + &"وصلت السفينة فجرا قبل العاصفة. ".repeat(60);
    let usual = "غادرت القافلة مساء بعد أن باتت ليلتين قرب البئر القديمة عند سفح الجبل. ";
    let passing = usual.to_owned() + "ثم مرت على الميناء.";
    let mut documents = vec![passing.as_str(), &long];
    documents.extend([usual; 30]);
    check(&index(&documents), "الميناء ", &[1, 0]);
}

#[test]
fn words_near_each_other_rank_higher() {
    let reader = index(&[
        "زار الوزير معرض الكتاب، ثم جال في أسواق المدينة القديمة وسأل الباعة عن العسل.",
        "زار الوزير معرض العسل، ثم جال في أسواق المدينة القديمة وسأل الباعة عن الكتاب.",
        "أمطرت السماء ليلا.",
    ]);
    check(&reader, "معرض العسل ", &[1, 0]);
    check(&reader, "معرض الكتاب ", &[0, 1]);
    check(&reader, "معرض -العسل", &[]);
}

#[test]
fn rare_stop_words_count_a_little_but_match_nothing() {
    let filler = ["نبتت الأعشاب.", "جف النهر.", "هبت الريح."].repeat(20);
    let mut documents = vec![
        "تأخر القطار يوم فتح الجسر.",
        "تأخر القطار ريثما فتح الجسر.",
        "انتظر ريثما عاد.",
    ];
    documents.extend(filler);
    check(&index(&documents), "ريثما القطار ", &[1, 0]);
}

#[test]
fn the_form_as_typed_comes_first() {
    let reader = index(&[
        "قرأ الطلاب القصيدتين في القاعة.",
        "قرأ الطلاب القصيدة في القاعة.",
        "قرأ الطلاب قصيدة في القاعة.",
    ]);
    check(&reader, "القصيدة ", &[1, 0, 2]);
    let reader = index(&["عاد احمد مساء.", "عاد أحمد مساء."]);
    check(&reader, "أحمد ", &[1, 0]);
    check(&reader, "احمد ", &[0, 1]);
}

#[test]
fn spelling_habits_do_not_matter() {
    let reader = index(&["زارت البعثة مدرسة القرية الجديدة عام 2014."]);
    for query in [
        "مَدْرَسَة ",
        "مـــدرسة ",
        "مدرسه ",
        "المدرسة ",
        "وبالمدرسة ",
        "ﻣﺪﺭﺳﺔ ",
        "القريه ",
        "قریة ",
        "٢٠١٤ ",
        "الجديده ",
    ] {
        check(&reader, query, &[0]);
    }
}

#[test]
fn slips_of_the_keyboard_find_their_word_if_it_is_not_one_itself() {
    let reader = index(&[
        "نقل المستشفى عشرات الجرحى.",
        "نقلت الشاحنات الطحين.",
        "تأخر البريد.",
    ]);
    check(&reader, "المستشفا ", &[0]);
    check(&reader, "الشاحنتات ", &[1]);
    check(&reader, "نقل ", &[0, 1]);
    check_marks(&reader, "الشاحنتات ", "وصلت الشاحنات.", &["الشاحنات"]);
}

#[test]
fn words_that_only_share_letters_are_not_found() {
    let reader = index(&["وقعت الأطراف الاتفاق.", "زار الأطباء القرى."]);
    check(&reader, "زرافة ", &[]);
    check(&reader, "زرافة القرى ", &[1]);
}

#[test]
fn one_letter_wrong_left_out_or_too_many_finds_short_words() {
    let reader = index(&[
        "وقعت معركة قرب سنجار.",
        "زار الأطباء القرى.",
        "دخلت القوات الموصل.",
    ]);
    for typed in ["معلكة", "معكة", "معرركة", "عمركة", "سنجاز", "سنار"]
    {
        check(&reader, &format!("{typed} "), &[0]);
    }
    check(&reader, "الموثل ", &[2]);
    check(&reader, "بالموضل ", &[2]);
}

#[test]
fn a_slip_is_of_one_letter_whatever_the_stem() {
    let reader = index(&["قال إن الحي آمن.", "نقل القتلى قبل الفجر.", "وصل الحشد."]);
    // Of قنلى and of قال and قبل little more than one letter is left once endings are off, and so of الحشة and الحي.
    check(&reader, "قنلى ", &[1]);
    check(&reader, "الحشة ", &[2]);
}

#[test]
fn the_last_word_may_be_unfinished() {
    let reader = index(&[
        "أقيم مهرجان السينما في قرطاج.",
        "تقع أطلال قرطاجة قرب تونس.",
        "اشترت الأسرة قرطاسية.",
    ]);
    check(&reader, "قرطاج", &[0, 1]);
    check(&reader, "قرطا", &[2, 0, 1]);
    check(&reader, "السي", &[0]);
    check(&reader, "اشت", &[2]);
    check(&reader, "اشت ", &[]);
}

#[test]
fn stop_words_count_only_alone() {
    let reader = index(&[
        "على الطاولة كتاب.",
        "الكتاب في الدرج.",
        "سافر سعيد على متن القطار.",
    ]);
    check(&reader, "كتاب على ", &[0, 1]);
    check(&reader, "على ", &[0, 2]);
    check(&reader, "كتاب +على ", &[0, 2]);
}

#[test]
fn phrases_hold_their_order() {
    let reader = index(&[
        "فتح سد مأرب بواباته بعد الأمطار.",
        "في مأرب سد قديم.",
        "بني سد جديد قرب مدينة مأرب.",
        "خبر عن سد|مأرب مدينة يمنية.",
    ]);
    check(&reader, "\"سد مأرب\"", &[0]);
    check(&reader, "«سد مارب» ", &[0]);
    check(&reader, "\"سد مأ", &[0]);
    check(&reader, "\"مأرب\" -\"سد مأرب\" ", &[1, 2, 3]);
    check(&reader, "\"سد مأرب\" OR \"سد قديم\" ", &[1, 0]);
    check(&reader, "\"سد سد\" ", &[]);
    check_marks(
        &reader,
        "\"سد مأرب\"",
        "مأرب: سدّ مأرب العظيم، سد",
        &["سدّ", "مأرب"],
    );
}

#[test]
fn a_phrase_may_stand_under_particles() {
    let reader = index(&[
        "امتلأت السدود بمياه الأمطار.",
        "ومياه الأمطار نعمة للحقول.",
        "الأمطار والمياه نعمة.",
        "مياه أمطار الشتاء.",
        "سافر إلى مياه بالأمطار.",
        "للحرب العالمية آثار.",
    ]);
    check(&reader, "\"مياه الأمطار\" ", &[0, 1]);
    check(&reader, "\"بمياه الأمطار\" ", &[0]);
    check(&reader, "\"الحرب العالمية\" ", &[5]);
    // One word in quotation marks is that form.
    check(&reader, "\"مياه\" ", &[3, 4]);
    check_marks(
        &reader,
        "\"مياه الأمطار\" ",
        "وبمياه الأمطار، لمياه الأمطار",
        &["وبمياه", "الأمطار", "لمياه", "الأمطار"],
    );
}

#[test]
fn signs_and_brackets() {
    let reader = harvest();
    check(&reader, "+القمح حصاد ", &[0, 4, 1]);
    check(&reader, "+القمح +المزارعون ", &[0, 1]);
    check(&reader, "القمح AND حصاد ", &[0]);
    check(&reader, "القمح -المزارعون ", &[4]);
    check(&reader, "+(الشعير OR المتحف) القمح ", &[3, 2]);
    check(&reader, "(القمح -حصاد) المتحف ", &[3, 4, 1]);
}

#[test]
fn marks_cover_whole_words() {
    let reader = harvest();
    check_marks(
        &reader,
        "القمح ",
        "قَمْحُنا وبالقمح؛ والقَمْحِ",
        &["قَمْحُنا", "وبالقمح", "والقَمْحِ"],
    );
    check_marks(&reader, "حص", "حصاد الحصاد", &["حصاد"]);
    check_marks(&reader, "القمح -الشعير ", "قمح وشعير", &["قمح"]);
    check_marks(&reader, "ما هو القمح؟", "هو قمح ما", &["قمح"]);
    check_marks(&reader, "", "قمح", &[]);
}

/// What the query's words tell of each sentence of a document without a title.
fn scores(reader: &Reader, query: &Query, sentences: &[&str]) -> Vec<f32> {
    let standing = reader.matcher(query).standing_in("", &sentences.join(" "));
    let mut first = 1;
    let score = |sentence: &&str| {
        let here = first..first + words(sentence);
        first = here.end;
        standing.score(here)
    };
    sentences.iter().map(score).collect()
}

/// How many words a text has.
fn words(text: &str) -> u32 {
    let words =
        tokens(text).filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    words.count() as u32
}

#[test]
fn the_best_sentence_has_the_most_telling_words() {
    let reader = harvest();
    let sentences = [
        "المزارعون متفائلون.",
        "حصاد القمح بدأ.",
        "القمح كثير.",
        "ثم جاء الشتاء.",
    ];
    let best = |query: &str| {
        let scores = scores(&reader, &Query::parse(query), &sentences);
        let most = scores.iter().copied().fold(0.0, f32::max);
        (most > 0.0).then(|| scores.iter().position(|score| *score == most))?
    };
    assert_eq!(best("حصاد القمح "), Some(1));
    assert_eq!(best("المزارعون "), Some(0));
    assert_eq!(best("قطار "), None);
}

/// A name's longer spelling holds words that every document has.
#[test]
fn a_spelling_of_several_words_takes_nothing_from_the_word_that_was_typed() {
    let mut documents = vec!["زار طفل المتحف الوطني."; 9];
    documents.push("المركز بعيد. قال المركز الوطني إن طفلا نجا.");
    let reader = index(&documents);
    let names = Names::new([["المركز الوطني", "المركز"].map(|text| Spelling { text, used: true })]);
    let with = Understanding {
        dates: |_| None,
        names: &names,
        matching: Matching::Lenient,
    };
    let query = Query::understand("طفل المركز ", &with);
    let sentences = ["المركز بعيد.", "قال المركز الوطني إن طفلا نجا."];
    let scores = scores(&reader, &query, &sentences);
    assert!(scores[1] > scores[0], "{scores:?}");
}

#[test]
fn positions_tell_of_sentences_what_their_texts_tell() {
    let title = "أخبار القرية";
    let sentences = [
        "بدأ حصاد القمح في القرى، وقال مزارع: القمح وفير.",
        "وصل المزارعون والحاصدون إلى الحقول في عام 1987.",
        "لا شيء هنا.",
        "حصدوا القمح والشعير في حقل الجار، والحقل واسع.",
    ];
    let body = sentences.join(" ");
    let mut writer = Writer::new(Schema::default());
    writer.add(&Entry {
        body: "نص آخر عن مدرسة وقرية.",
        ..Entry::default()
    });
    writer.add(&Entry {
        title,
        body: &body,
        ..Entry::default()
    });
    let reader = Reader::open(writer.finish()).unwrap();
    let queries = [
        "قمح ",
        "حصاد القمح ",
        "المزارعين في الحقول ",
        "القمخ ",
        "حقل قرية 1987 ",
        "الحق",
        "بيت ",
        "قمح قمحا القمح ",
    ];
    let mut found = 0;
    for query in queries {
        let matcher = reader.matcher(&Query::parse(query));
        let told = &matcher.standing(&reader, &[1, 0])[0];
        let read = matcher.standing_in(title, &body);
        let here = 0..words(title);
        assert_eq!(told.marks(title, here.clone()), read.marks(title, here));
        let mut first = words(title) + 1;
        for sentence in sentences {
            let here = first..first + words(sentence);
            first = here.end;
            let score = told.score(here.clone());
            assert_eq!(score, read.score(here.clone()), "{query}: {sentence}");
            let marks = told.marks(sentence, here.clone());
            assert_eq!(marks, read.marks(sentence, here), "{query}: {sentence}");
            assert_eq!(marks, matcher.marks(sentence), "{query}: {sentence}");
            found += u32::from(score > 0.0);
        }
    }
    assert!(found > 10, "{found}");
    let phrase = reader.matcher(&Query::parse("\"حصاد القمح\""));
    assert!(phrase.standing(&reader, &[1]).is_empty());
}

#[test]
fn forms_are_explained() {
    let reader = index(&[
        "في المدرسة مكتبة.",
        "مدرسة ومدرسة.",
        "لمدرستنا حديقة. مدرسه",
    ]);
    let explained = reader.explain(&Query::parse("مدرسة "));
    assert_eq!(explained.len(), 1);
    assert_eq!(explained[0].typed, "مدرسة");
    let forms: Vec<(&str, Relation)> = explained[0]
        .forms
        .iter()
        .map(|form| (form.surface.as_str(), form.relation))
        .collect();
    assert_eq!(
        forms[..2],
        [("مدرسة", Relation::Exact), ("مدرسه", Relation::Folded)]
    );
    assert!(forms.contains(&("المدرسة", Relation::Stem)));
}

#[test]
fn odd_documents() {
    let reader = index(&["", "كلمة", "|", "؟؟؟ !!!"]);
    check(&reader, "كلمة ", &[1]);
    check(&reader, "", &[0, 1, 2, 3]);
    let long = "نبع ".repeat(100_000) + "مصب";
    let reader = index(&[&long, "مصب النهر"]);
    check(&reader, "مصب ", &[1, 0]);
    check(&reader, "\"نبع مصب\"", &[0]);
    assert!(
        index(&[])
            .search(&Query::parse("نبع"), &Filter::default(), 10, 0)
            .matched
            .is_empty()
    );
}
