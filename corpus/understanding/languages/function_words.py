"""Function words of languages: articles, pronouns, prepositions, conjunctions, forms of "to be".

The commonest of each that few others share; without accents where people leave them out, too. By
ISO 639-1 code. Norwegian (Bokmål) and Danish share most of theirs and are told by the others.
"""

from __future__ import annotations

from corpus.understanding.word_set import word_set

ENGLISH = word_set(
    """
    the of and to in a is was that for it on with as his her he she they at by from are were be been
    has have had this which or an but not their its who will would when after said there into more
    than about also if one all we you i out up over can could no so what then them him our my your
    these those between before during under while because where being some any other only most just
    how both may might must should such very through since until against within without says
    """
)

LATIN = {
    "fr": word_set(
        "le la les des du de un une et est dans que qui pour par sur avec pas plus au aux ce cette"
        " son sa ses il elle ils nous vous ont sont été était mais ou où se en a à selon après leur"
    ),
    "es": word_set(
        "el la los las de del y en que un una es por con para se su sus al lo como más pero fue ha"
        " han no son está según entre sin sobre también este esta todo desde cuando muy ya"
    ),
    "pt": word_set(
        "o a os as de do da dos das e em que um uma é por com para se não na no nas nos ao à mais"
        " como mas foi são pelo pela seu sua também já até todo tem depois segundo entre"
    ),
    "it": word_set(
        "il lo la i gli le di del della dei delle e è che un una per con non si da in nel nella al"
        " alla ma sono ha hanno anche come più suo sua dal dalla questo stato dopo tutti ogni"
    ),
    "ca": word_set(
        "el la els les de del dels i en que un una és per amb no es al als més però són ha han"
        " seva seu aquest aquesta entre sense també segons tots tenen"
    ),
    "gl": word_set(
        "o a os as do da dos das e en que un unha é por con para se non ao máis pero foi"
    ),
    "ro": word_set(
        "și si în de la cu pe un o este sunt care că nu din pentru a fost mai al ale lui se prin"
        " după sau dar au are toate între acest această"
    ),
    "de": word_set(
        "der die das und ist in den von zu mit sich des auf für nicht ein eine einer eines dem im"
        " es als auch an nach wie bei um am aus er sie sind war wurde hat haben werden oder aber"
        " durch über vor zum zur dass wird noch nur"
    ),
    "nl": word_set(
        "de het een en van in is dat op te met voor zijn niet aan er om ook als door naar bij uit"
        " maar hij ze worden werd wordt nog heeft hebben of over tot deze hun meer geen"
    ),
    "af": word_set("die en van is in het dat nie op te met vir aan was hy sy om ook deur word wat"),
    "sv": word_set(
        "och att det i en på är som av för med den till inte var har ett om han men de vid från"
        " efter eller så när alla sin sitt blev under"
    ),
    "da": word_set(
        "og at det i en på er som af for med den til ikke var har et om han men de ved fra efter"
        " eller så når alle sin blev der også blevet"
    ),
    "no": word_set(
        "og at det i en på er som av for med den til ikke var har et om han men de ved fra etter"
        " eller så når alle sin ble også blitt"
    ),
    "is": word_set(
        "og að í á er sem við um til en það var ekki af hann hún þeir fyrir með frá eru"
    ),
    "fi": word_set(
        "ja on ei se että oli kun hän mutta myös ovat tai joka kuin sekä jos niin mukaan ole sen"
        " hänen jotka vain ovat olla kaikki"
    ),
    "et": word_set("ja on ei et see oli kui ta aga ka või mis oma ning kes nad selle kõik pärast"),
    "hu": word_set(
        "a az és hogy nem is egy van volt meg már de ha csak mint el még ez azt vagy minden szerint"
        " után lesz ki be"
    ),
    "pl": word_set(
        "i w na z do nie się to jest że o jak po od za przez ale są był była oraz tym przy jego dla"
        " czy ich który która które we wszyscy"
    ),
    "cs": word_set(
        "a v na se je že z do to s o i pro jsou ale za by byl po jako od které který která jeho"
        " také ve k při nebo není všichni"
    ),
    "sk": word_set(
        "a v na sa je že z do to s o i pre sú ale za by bol po ako od ktoré ktorý ktorá jeho tiež"
        " vo k pri alebo nie všetci"
    ),
    "sl": word_set("in je v na za se da so z ki ne s po pa bil bila ali kot tudi od iz pri do vsi"),
    "hr": word_set(
        "i u je na se da su za od s a ne iz koji koja koje o do kao bio bila ali ili nije po"
        " također prema sve sva svi"
    ),
    "sq": word_set("dhe në të e i me për nga një që si është nuk por ka u ishin kanë do se të"),
    "lt": word_set(
        "ir yra kad iš su į o tai ne už kaip bet buvo jis ar apie po nuo visi prie kurie"
    ),
    "lv": word_set(
        "un ir ka no ar uz par kas bet tas viņš vai arī bija pie pēc lai kā nav tika visi"
    ),
    "tr": word_set(
        "ve bir bu da de için ile çok daha olarak olan ne gibi ama kadar sonra var değil göre en"
        " tarafından bütün her olduğu"
    ),
    "az": word_set("və bir bu da də üçün ilə olan daha sonra ki görə bütün hər onun edir"),
    "uz": word_set("va bu bir bilan uchun ham deb edi emas bo'lgan esa kerak har barcha"),
    "id": word_set(
        "yang dan di ke dari untuk dengan ini itu tidak pada adalah dalam akan oleh telah juga"
        " sebagai atau karena bahwa mereka semua orang"
    ),
    "tl": word_set("ang ng sa na at mga ay si ni para hindi ito siya kay nang lahat may kanilang"),
    "vi": word_set(
        "và của là có không được cho người trong các những một với đã này khi tại từ để"
    ),
    "sw": word_set(
        "na ya wa kwa ni katika za la kuwa hii cha watu yake hiyo huo wote au lakini kama"
    ),
    "so": word_set("iyo waa ka ku ee oo in uu ay ah u la waxaa dhan kale leh isaga"),
    "ha": word_set("da na a ta ya ne ce su shi ba don wannan cikin kuma an sun mai"),
    "eu": word_set("eta da ez bat du dira egin zen baina ere hau izan dute bere guztiak"),
    "ga": word_set("agus an na is ar le go bhí sé tá ní i ag do don gach leis"),
    "cy": word_set("y yr a yn i o ar mae am ei eu gan wedi oedd nid hefyd pob"),
    "mt": word_set("il-bnedmin u ta li fil għal mill ma hu huwa kien dan biex mhux lil"),
    "ht": word_set("ak nan yo pou ki li se pa te ap gen yon moun sou tout"),
    "eo": word_set("la kaj de en estas ne al ke mi li ĝi kun por ĉiuj sed"),
    "la": word_set("et in est non ad cum ut sed quod qui ex sunt ab esse omnes atque"),
}

CYRILLIC = {
    "ru": word_set("и в не на с что по как это из за у к но от для был он они его также все или"),
    "uk": word_set(
        "і в не на з що та як це із за у до але від для був він вони його також всі або є"
    ),
    "bg": word_set("и в не на с че по как това от за до но да е са се ще бяха той също всички или"),
    "be": word_set("і ў не на з што як гэта да але ад для быў ён яны яго таксама ўсе або"),
    "sr": word_set("и у не на с да је су се што као од за до али из био он они такође сви или"),
    "mk": word_set("и во не на со дека како ова од за до но да е се ќе беа тој исто сите или"),
    "mn": word_set("нь байна ба энэ тэр гэж юм болон бол дээр оны үед гэсэн байсан хүн түүний"),
    "kk": word_set("және бұл бір мен үшін деп болып да де емес барлық оның еді"),
}

ARABIC = {
    "ar": word_set("في من على أن إلى التي الذي عن مع هذا هذه كان كما لا ما أو وقد بعد كل جميع"),
    "fa": word_set("و در به از که این را با است برای آن یک تا بر هم شد می اند همه"),
    "ur": word_set("کے میں کی ہے اور سے کا کو نے پر یہ کہ ہیں اس تھا نہیں تمام"),
    "ps": word_set("د په او چې کې له ته دی ده سره هم کړی شوی دا ټول"),
}

# What stands in names of persons and places: between capitals it tells no language.
PARTICLES = word_set(
    "de la las los le les du des del della di da do dos das el al y e i van von der den zu ter ten"
    " a o of the and"
)
