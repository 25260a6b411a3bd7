// `node chronicle.mjs EVENTS [SEED]`: an archive of dated sentences as JSON lines on standard output, four to a document: invented
// reports of 1900 to 2024 by templates of many kinds of events, in real places. None of it happened. Nine sentences in ten are
// dated to a day, the others to a month, a year or a part of a month; one document in three begins with what the one before ended
// with, in other words. The same number and seed give the same lines everywhere.

const [events, seed = '7'] = process.argv.slice(2);
if (!(Number(events) > 0)) {
  console.error('usage: chronicle.mjs EVENTS [SEED]');
  process.exit(2);
}

const DATED = 4;
const AGAIN = 3;
const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(2024, 11, 31);
const DAY = 86_400_000;

const PLACES = 'بغداد الموصل البصرة كركوك الأنبار الفلوجة الرمادي تكريت النجف كربلاء دمشق حلب حمص حماة الرقة إدلب درعا اللاذقية بيروت طرابلس صيدا صور القدس غزة نابلس الخليل جنين حيفا يافا عمان إربد القاهرة الإسكندرية السويس أسوان طنطا الخرطوم بنغازي مصراتة تونس صفاقس سوسة الجزائر وهران قسنطينة الرباط فاس مراكش طنجة نواكشوط صنعاء عدن تعز الحديدة مأرب الرياض جدة الدمام الكويت الدوحة المنامة مسقط دبي إسطنبول أنقرة إزمير طهران أصفهان تبريز كابول قندهار باريس لندن برلين موسكو جنيف روما مدريد أثينا فيينا واشنطن نيويورك طوكيو بكين دلهي كراتشي جاكرتا نيروبي مقديشو'.split(' ');
const NEWS = ['نشرة الأخبار', 'صحيفة المساء', 'وكالة الأنباء', 'دفتر الحوادث', 'سجل البلدية', 'مجلة الأسبوع'];
const MONTHS = ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'];
const LEVANTINE = ['كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول', 'تشرين الأول', 'تشرين الثاني', 'كانون الأول'];
const PARTS = ['أوائل', 'منتصف', 'أواخر'];

// What happened at P to N people or things; the second way of a row tells the same in other words.
const HAPPENED = [
  ['سيطرت القوات الحكومية على مدينة P بعد معارك دامت N يوما', 'أعلن الجيش دخول P وطرد المسلحين منها'],
  ['انسحبت القوات الأجنبية من P إلى الثكنات خارجها', 'أخلت القوات الأجنبية مواقعها في P'],
  ['قتل N شخصا في هجوم على سوق في P', 'لقي N شخصا مصرعهم بهجوم استهدف سوقا في P'],
  ['أصيب N عاملا في انفجار مصنع قرب P', 'وقع انفجار في مصنع بضواحي P وجرح N عاملا'],
  ['قصفت الطائرات ميناء P فدمرت N مخزنا', 'تعرض ميناء P لغارات جوية أحرقت N مخزنا'],
  ['اعتقلت الشرطة N متظاهرا في P', 'أوقفت قوات الأمن N متظاهرا خلال مسيرة في P'],
  ['وقع الطرفان اتفاق هدنة في P', 'توصل الوفدان في P إلى هدنة'],
  ['أعلنت الحكومة حالة الطوارئ في P', 'صدر في P مرسوم بإعلان حالة الطوارئ'],
  ['أقر البرلمان قانون الأراضي في P', 'صادق النواب في P على قانون الأراضي'],
  ['جرت الانتخابات البلدية في P بمشاركة N مرشحا', 'أدلى الناخبون بأصواتهم في P لاختيار مجلس بلدي من بين N مرشحا'],
  ['زار وزير الخارجية P والتقى N من التجار', 'وصل وزير الخارجية إلى P في زيارة رسمية'],
  ['نزحت N عائلة من P إلى القرى المجاورة', 'غادرت N عائلة بيوتها في P هربا من القتال'],
  ['ضرب زلزال مدينة P وهدم N بيتا', 'هز زلزال P وانهار N منزلا'],
  ['غمر الفيضان أحياء P وأتلف N حقلا', 'فاض النهر في P وغرقت N مزرعة'],
  ['سلم N مقاتلا أسلحتهم للجيش في P', 'استسلم N مقاتلا لقوات الجيش في P'],
  ['افتتح مستشفى جديد في P يضم N سريرا', 'بدأ المستشفى الجديد في P استقبال المرضى'],
  ['اندلع حريق كبير في P والتهم N متجرا', 'شب حريق في P فاحترق N متجرا'],
  ['أضرب N عامل عن العمل في مرفأ P', 'توقف العمل في مرفأ P بعد إضراب N عامل'],
];
const AROUND = [
  'ولم تصدر تفاصيل أخرى عن الحادثة.', 'وقال شهود إن الناس تجمعوا في الساحة حتى المساء.', 'وتناقل الأهالي الخبر في المقاهي والأسواق.',
  'وبقيت المدارس مغلقة إلى أن هدأت الأحوال.', 'وأرسلت البلدية فرقها لإزالة الأنقاض وفتح الطرق.', 'وحفظ السجل أسماء من حضروا دون سواهم.',
  'وذكر المراسل أن الأسعار ارتفعت ثم عادت إلى ما كانت عليه.', 'ووعد المسؤولون بلجنة تنظر في الأسباب.',
];

const random = splitMix(BigInt(seed));
const below = (bound) => Number(random() % BigInt(bound));
const one = (list) => list[below(list.length)];

const lines = [];
let earlier = happening();
const isAgain = () => below(AGAIN) === 0;
for (let number = 0; number * DATED < Number(events); number += 1) {
  const told = Array.from({ length: Math.min(DATED, Number(events) - number * DATED) }, (_, place) => (place === 0 && isAgain() ? { ...earlier, way: 1 } : happening()));
  earlier = told.at(-1);
  lines.push(JSON.stringify({ id: `c${String(number).padStart(6, '0')}`, title: `${one(NEWS)}: ${told[0].place}`, text: told.map(paragraph).join('\n\n') }));
}
process.stdout.write(`${lines.join('\n')}\n`);

function happening() {
  const day = new Date(FIRST + below((LAST - FIRST) / DAY + 1) * DAY);
  return { day, date: below(10) > 0 ? exact : one([month, year, part]), row: one(HAPPENED), way: 0, place: one(PLACES), count: 11 + below(89) };
}

function paragraph({ day, date, row, way, place, count }) {
  return `في ${date(day)}، ${row[way].replace('P', place).replace('N', count)}. ${one(AROUND)}`;
}

function exact(day) {
  return `${day.getUTCDate()} ${month(day)}`;
}

function month(day) {
  return `${(day.getUTCDate() % 2 === 0 ? MONTHS : LEVANTINE)[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

function year(day) {
  return `عام ${day.getUTCFullYear()}`;
}

function part(day) {
  return `${PARTS[Math.min(2, Math.floor(day.getUTCDate() / 11))]} ${month(day)}`;
}

// SplitMix64 (Steele, Lea, Flood 2014), as in `recombine`: the same numbers on every machine.
function splitMix(state) {
  const cut = (value) => BigInt.asUintN(64, value);
  return () => {
    state = cut(state + 0x9e3779b97f4a7c15n);
    let mixed = cut((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = cut((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    return mixed ^ (mixed >> 31n);
  };
}
