//! The `tawarikh` program as people run it: what it reads, writes, says, and leaves alone.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on says so and fails"
)]

mod bytes;
mod export;
mod fragments;
mod input;
mod interruption;
mod plain;
mod search;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A small archive on several matters, in every kind of file.
const DOCUMENTS: [(&str, &str); 5] = [
    (
        "archive.toml",
        "title = \"دفاتر المدينة\"\ntitle_en = \"City notebooks\"\nlanguage = \"ar\"\n",
    ),
    (
        "جسر.md",
        "+++\ntitle = \"افتتاح الجسر الجديد\"\nauthor = \"هدى الصالح\"\noutlet = \"جريدة النهر\"\ndate = 1998-05-14\n+++\n\n\
         افتُتح الجسر المعلّق فوق النهر في 14 أيار 1998 بعد ست سنوات من العمل. وكلّف المشروع 30 مليون دينار.\n\n\
         وفي تشرين الأول 2003 أُغلق الجسر أسبوعين للصيانة.\n",
    ),
    (
        "سوق.txt",
        "سوق النحاسين\n\nاحترق سوق النحاسين ليلة 3 شباط 1974. وأعيد بناؤه عام 1976 بحجارة من الجبل القريب.\n",
    ),
    (
        "قطار.html",
        "<!doctype html><html lang=ar><head><meta charset=utf-8><title>قطار الساحل</title></head><body><article>\
         <h1>قطار الساحل</h1><p>انطلق أول قطار على خط الساحل في تموز 1912، وكانت الرحلة تستغرق تسع ساعات كاملة بين المدينتين.</p>\
         <p>وتوقف الخط في صيف 1948، ثم عاد جزئياً في عام 1955 بعد إصلاح النفق والمحطات الصغيرة على طول الشاطئ.</p></article></body></html>",
    ),
    (
        "رسائل.jsonl",
        "{\"id\":\"letter-1\",\"title\":\"رسالة من الميناء\",\"text\":\"وصلت السفينة إلى الميناء يوم 9 كانون الثاني 1931 وعليها الورق والحبر.\"}\n\
         {\"id\":\"letter-2\",\"title\":\"رسالة ثانية\",\"text\":\"غادرت السفينة بعد أسبوع محمّلة بالقطن.\"}\n",
    ),
];

/// Writes documents into a folder, in the order given.
fn write<'a>(folder: &Path, documents: impl IntoIterator<Item = &'a (&'a str, &'a str)>) {
    for (name, text) in documents {
        fs::write(folder.join(name), text).expect("a temporary folder can be written");
    }
}

/// Every file below `folder` by its relative path.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            found.extend(
                contents(&entry.path())
                    .into_iter()
                    .map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)),
            );
        } else {
            found.insert(name, fs::read(entry.path()).expect("the file can be read"));
        }
    }
    found
}
