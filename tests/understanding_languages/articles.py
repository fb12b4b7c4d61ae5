"""Invented reports of one accident in many languages, each with names, a figure and a quotation."""

from __future__ import annotations

REPORTS: dict[str, str] = {
    "fr": """Un bac s'échoue près de Marn

Le bac Halcyon s'est échoué mardi avec 412 passagers à bord, selon le capitaine Joren Vask.

« Personne n'a été blessé », a déclaré Ilse Brandt, la directrice du port, qui est sur place.
""",
    "es": """Un transbordador encalla cerca de Marn

El transbordador Halcyon encalló el martes con 412 pasajeros a bordo, según el capitán Joren Vask.

«No hay heridos», dijo Ilse Brandt, la directora del puerto de Marn, que está en el lugar.
""",
    "pt": """Ferry encalha perto de Marn

O ferry Halcyon encalhou na terça-feira com 412 passageiros a bordo, segundo o capitão Joren Vask.

"Não há feridos", disse Ilse Brandt, a diretora do porto de Marn, que está no local.
""",
    "it": """Un traghetto si arena vicino a Marn

Il traghetto Halcyon si è arenato martedì con 412 passeggeri a bordo, ha detto Joren Vask.

"Non ci sono feriti", ha dichiarato Ilse Brandt, direttrice del porto di Marn, che è sul posto.
""",
    "ca": """Un transbordador encalla prop de Marn

El transbordador Halcyon va encallar dimarts amb 412 passatgers a bord, segons el capità Joren Vask.

"No hi ha ferits", va dir Ilse Brandt, la directora del port, que és al lloc amb els seus homes.
""",
    "ro": """Un feribot a eșuat lângă Marn

Feribotul Halcyon a eșuat marți cu 412 pasageri la bord, a spus căpitanul Joren Vask după accident.

„Nu sunt răniți și nu este pericol”, a declarat Ilse Brandt, directoarea portului din Marn.
""",
    "de": """Fähre läuft vor Marn auf Grund

Die Fähre Halcyon ist am Dienstag mit 412 Passagieren auf Grund gelaufen, sagte Kapitän Joren Vask.

„Niemand wurde verletzt“, sagte Ilse Brandt, die Leiterin des Hafens von Marn, und dankte der Wache.
""",
    "nl": """Veerboot loopt vast bij Marn

De veerboot Halcyon is dinsdag met 412 passagiers aan boord vastgelopen, zei kapitein Joren Vask.

"Er is niemand gewond", zei Ilse Brandt, de directeur van de haven, en zij bleef ter plaatse.
""",
    "sv": """Färja går på grund utanför Marn

Färjan Halcyon gick på grund i tisdags med 412 passagerare ombord, sade kapten Joren Vask.

"Ingen är skadad och det finns inte någon fara", sade Ilse Brandt, som är hamnchef i Marn.
""",
    "da": """Færge går på grund ved Marn

Færgen Halcyon gik på grund tirsdag med 412 passagerer om bord, sagde kaptajn Joren Vask.

"Ingen er kommet til skade, og der er ikke nogen fare," sagde Ilse Brandt, som er chef for havnen.
""",
    "fi": """Lautta ajoi karille Marnin edustalla

Lautta Halcyon ajoi tiistaina karille ja aluksella oli 412 matkustajaa, sanoi kapteeni Joren Vask.

"Kukaan ei loukkaantunut ja kaikki ovat turvassa", sanoi Ilse Brandt, joka on sataman johtaja.
""",
    "et": """Parvlaev sõitis Marni lähedal madalikule

Parvlaev Halcyon sõitis teisipäeval madalikule ja pardal oli 412 reisijat, ütles kapten Joren Vask.

"Keegi ei saanud viga ja kõik on ohutud," ütles Ilse Brandt, kes on sadama juht, aga ta jäi kohale.
""",
    "hu": """Zátonyra futott egy komp Marn közelében

A Halcyon komp kedden zátonyra futott, és a fedélzetén 412 utas volt, mondta Joren Vask kapitány.

„Senki nem sérült meg, és nincs már veszély” – mondta Ilse Brandt, a kikötő vezetője, aki ott volt.
""",
    "pl": """Prom osiadł na mieliźnie koło Marn

Prom Halcyon osiadł we wtorek na mieliźnie z 412 pasażerami na pokładzie, powiedział Joren Vask.

„Nikt nie jest ranny, ale to było groźne”, powiedziała Ilse Brandt, która jest szefową portu w Marn.
""",
    "cs": """Trajekt najel u Marnu na mělčinu

Trajekt Halcyon najel v úterý na mělčinu a na palubě bylo 412 cestujících, řekl kapitán Joren Vask.

„Nikdo není zraněn, ale bylo to vážné,“ řekla Ilse Brandtová, která je ředitelkou přístavu v Marnu.
""",
    "sk": """Trajekt uviazol pri Marne na plytčine

Trajekt Halcyon uviazol v utorok na plytčine a na palube bolo 412 cestujúcich, povedal Joren Vask.

„Nikto nie je zranený, ale bolo to vážne,“ povedala Ilse Brandtová, ktorá je riaditeľkou prístavu.
""",
    "hr": """Trajekt se nasukao kod Marna

Trajekt Halcyon nasukao se u utorak i na njemu je bilo 412 putnika, rekao je kapetan Joren Vask.

„Nitko nije ozlijeđen i nema opasnosti”, rekla je Ilse Brandt, koja je ravnateljica luke u Marnu.
""",
    "sl": """Trajekt je nasedel pri Marnu

Trajekt Halcyon je v torek nasedel in na krovu je bilo 412 potnikov, je povedal kapitan Joren Vask.

»Nihče ni ranjen in tudi nevarnosti ni,« je povedala Ilse Brandt, ki vodi pristanišče v Marnu.
""",
    "lt": """Prie Marno užplaukė ant seklumos keltas

Keltas Halcyon antradienį užplaukė ant seklumos, ir jame buvo 412 keleivių, sakė Joren Vask.

„Niekas nėra sužeistas, bet tai buvo pavojinga“, sakė Ilse Brandt, kuri yra uosto vadovė.
""",
    "lv": """Pie Marnas uz sēkļa uzskrien prāmis

Prāmis Halcyon otrdien uzskrēja uz sēkļa, un uz tā bija 412 pasažieri, teica kapteinis Joren Vask.

"Neviens nav ievainots, bet tas bija bīstami," teica Ilse Brandt, kas ir ostas vadītāja.
""",
    "tr": """Marn yakınında feribot karaya oturdu

Halcyon feribotu salı günü 412 yolcu ile karaya oturdu ve sonra kurtarıldı, dedi Joren Vask.

"Hiç kimse yaralanmadı, bu çok iyi bir haber," dedi Ilse Brandt, liman müdürü olarak görev yapıyor.
""",
    "sq": """Një traget ngec pranë Marnit

Trageti Halcyon ngeci të martën me 412 pasagjerë në bord, tha kapiteni Joren Vask për gazetarët.

"Askush nuk është lënduar dhe nuk ka rrezik", tha Ilse Brandt, e cila është drejtuese e portit.
""",
    "id": """Feri kandas di dekat Marn

Feri Halcyon kandas pada hari Selasa dengan 412 penumpang di dalamnya, kata kapten Joren Vask.

"Tidak ada yang terluka dan semua orang telah diselamatkan," kata Ilse Brandt, kepala pelabuhan itu.
""",
    "vi": """Phà mắc cạn gần Marn

Phà Halcyon bị mắc cạn hôm thứ Ba với 412 hành khách và một thủy thủ, Joren Vask cho biết.

"Không có ai bị thương và các hành khách đã được cứu", Ilse Brandt là giám đốc của cảng nói.
""",
    "sw": """Feri yakwama karibu na Marn

Feri ya Halcyon ilikwama siku ya Jumanne na ilikuwa na abiria 412, alisema nahodha Joren Vask.

"Hakuna mtu aliyeumia na watu wote wako salama kwa sasa," alisema Ilse Brandt, mkuu wa bandari.
""",
    "eu": """Ferry bat hondoa jota geratu da Marn ondoan

Halcyon ferrya hondoa jota geratu zen asteartean eta 412 bidaiari zituen, Joren Vaskek esan du.

"Ez da inor zauritu eta guztiak ondo dira", esan du Ilse Brandtek, eta ez du besterik.
""",
    "ru": """Паром сел на мель у Марна

Паром «Халкион» сел на мель во вторник, на борту было 412 пассажиров, сказал капитан Йорен Васк.

«Никто не пострадал, и все в безопасности», — сказала Ильзе Брандт, начальница порта в Марне.
""",
    "uk": """Пором сів на мілину біля Марна

Пором «Галкіон» сів на мілину у вівторок, на борту було 412 пасажирів, сказав капітан Йорен Васк.

«Ніхто не постраждав, і всі у безпеці», — сказала Ільзе Брандт, яка є начальницею порту.
""",
    "bg": """Ферибот заседна край Марн

Фериботът „Халкион“ заседна във вторник и на борда му бяха 412 пътници, каза капитан Йорен Васк.

„Никой не е ранен и всички са в безопасност“, каза Илзе Брант, която е началник на пристанището.
""",
    "el": """Πορθμείο προσάραξε κοντά στο Μαρν

Το πορθμείο Αλκυών προσάραξε την Τρίτη με 412 επιβάτες, είπε ο πλοίαρχος Γιόρεν Βασκ.

«Κανείς δεν τραυματίστηκε», είπε η Ίλζε Μπραντ, διευθύντρια του λιμένα.
""",
    "ar": """جنوح عبارة قرب مارن

جنحت العبارة هالكيون يوم الثلاثاء وعلى متنها 412 راكبا، وقال القبطان يورن فاسك إن السبب هو الضباب.

وقالت إيلزه برانت مديرة الميناء إنه لم يصب أحد في الحادث وإن الركاب في أمان على الشاطئ.
""",
    "fa": """کشتی مسافری نزدیک مارن به گل نشست

کشتی هالسیون روز سه‌شنبه با 412 مسافر به گل نشست، این را ناخدا یورن واسک گفت و از مه یاد کرد.

ایلزه برانت مدیر بندر گفت که هیچ کس آسیب ندید و همه در ساحل است.
""",
    "he": """מעבורת עלתה על שרטון ליד מארן

המעבורת הלסיון עלתה על שרטון ביום שלישי ועליה 412 נוסעים, אמר רב החובל יורן ואסק.

"איש לא נפגע", אמרה אילזה ברנדט, מנהלת הנמל.
""",
    "hi": """मार्न के पास नौका फंसी

नौका हैल्सियन मंगलवार को 412 यात्रियों के साथ फंस गई, कप्तान जोरेन वास्क ने कहा।

बंदरगाह की निदेशक इल्से ब्रांट ने कहा कि कोई घायल नहीं हुआ।
""",
    "zh": """渡轮在马恩附近搁浅

渡轮哈尔西恩号星期二搁浅,船上有412名乘客,船长约伦·瓦斯克说。

港口主任伊尔莎·布兰特说,没有人受伤。
""",
    "ja": """マーン沖でフェリーが座礁

フェリーのハルシオン号が火曜日に座礁し、乗客412人が乗っていたと船長のヨーレン・ヴァスクは述べた。

港の責任者イルゼ・ブラントは、けが人はいないと語った。
""",
    "ko": """마른 앞바다에서 여객선 좌초

여객선 할시온호가 화요일에 승객 412명을 태우고 좌초했다고 요렌 바스크 선장이 말했다.

항만 책임자 일제 브란트는 다친 사람이 없다고 밝혔다.
""",
    "th": """เรือข้ามฟากเกยตื้นใกล้มาร์น

เรือข้ามฟากฮัลไซออนเกยตื้นเมื่อวันอังคารพร้อมผู้โดยสาร 412 คน กัปตันโยเรน วาสก์กล่าว

อิลเซ บรันต์ ผู้อำนวยการท่าเรือกล่าวว่าไม่มีใครได้รับบาดเจ็บ
""",
}

ENGLISH = """Ferry runs aground off Marn

The ferry Halcyon ran aground on Tuesday with over 412 people aboard, Captain Joren Vask said.

"Nobody was hurt," said Ilse Brandt, who runs the port of Marn.
"""
