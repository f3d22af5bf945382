import pytest
from cleaner import STORY, A, B, C, cleaned

from crosswire.kit import Kit

# (page, what is cut of it): everything else stays. {story} is the article.
_DIRT = [
    ("{story}\n\nShare this Article", ["Share this Article"]),
    ("5 Min Read\n\n{story}", ["5 Min Read"]),
    ("3 minute read\n{story}", ["3 minute read"]),
    ("Last Updated:\n{story}", ["Last Updated:"]),
    ("Last updated: March 3, 2024 10:15 am\n{story}", ["Last updated: March 3, 2024 10:15 am"]),
    ("{story}\n- Location :\nKhovd, Altan", ["- Location :\nKhovd, Altan"]),
    ("{story}\n- Location :\nKhovd, Altan\n- First Published :\nMarch 3, 2024", ["- Location :\nKhovd, Altan\n- First Published :\nMarch 3, 2024"]),
    ("{story}\n\nSource link:   https://plainsreview.example/a", ["Source link:   https://plainsreview.example/a"]),
    ("{story}\n\nhttps://plainsreview.example/a", ["https://plainsreview.example/a"]),
    ("{story} Source link: https://plainsreview.example/a rajaputar88", ["Source link: https://plainsreview.example/a rajaputar88"]),
    ("{story} Share this Article", ["Share this Article"]),
    ("{story} Last Updated:", ["Last Updated:"]),
    ("{story} This website uses cookies to improve your visit. Accept Read More", ["This website uses cookies to improve your visit. Accept Read More"]),
    ("{story}\n\nWe use cookies. By staying you agree to cookies on our site.", ["We use cookies. By staying you agree to cookies on our site."]),
    ("{story}\n\nSign up for our newsletter and never miss a story.", ["Sign up for our newsletter and never miss a story."]),
    ("{story}\n\nRelated News\nFront holds Sharkhai\nRain floods Olgii\nSeven goats found", ["Related News\nFront holds Sharkhai\nRain floods Olgii\nSeven goats found"]),
    ("{a}\n\nAlso Read: Front holds Sharkhai\n\n{b}\n\n{c}", ["Also Read: Front holds Sharkhai"]),
    ("{story} Read Also", ["Read Also"]),
    ("{story} Related News Front holds Sharkhai Rain floods Olgii", ["Related News Front holds Sharkhai Rain floods Olgii"]),
    ("{story} Follow us on Twitter and Facebook", ["Follow us on Twitter and Facebook"]),
    ("{story} Copyright 2024 Lakeside Post. All rights reserved.", ["Copyright 2024 Lakeside Post. All rights reserved."]),
    ("{story}\n\n© 2024 Lakeside Post. All rights reserved.", ["© 2024 Lakeside Post. All rights reserved."]),
    ("{story}\n\nTerms | Privacy policy | Contact us", ["Terms | Privacy policy | Contact us"]),
    ("{story}\n\n@lakesidepost", ["@lakesidepost"]),
    ("{story}\n\nFollow A. Writer on Twitter: @awriter", ["Follow A. Writer on Twitter: @awriter"]),
    ("{story}\n\nTags: front, Tolbo, war", ["Tags: front, Tolbo, war"]),
    ("{story} Tags front Tolbo war Community standards", ["Tags front Tolbo war Community standards"]),
    ("{story}\n\n#Tolbo #Altan", ["#Tolbo #Altan"]),
    ("{a}\n\nPhoto: Lakeside Post\n\n{b}\n\n{c}", ["Photo: Lakeside Post"]),
    ("{a}\n\nAdvertisement\n\n{b}\n\n{c}", ["Advertisement"]),
    ("{a}\n\nStory continues below this ad\n\n{b}\n\n{c}", ["Story continues below this ad"]),
    ("Home > World > Steppe\n\n{story}", ["Home > World > Steppe"]),
    ("{story}\n\n2 comments\n\nLeave a comment", ["2 comments\n\nLeave a comment"]),
    ("{story}\n\n(with inputs from agencies)", ["(with inputs from agencies)"]),
    ("{story}\n\nThis is a developing story. More to follow.", ["This is a developing story. More to follow."]),
    ("{story} (Source: Lakeside Office) Twitter", ["(Source: Lakeside Office) Twitter"]),
    ("\ufeff\r\n{story}\r\n\r\nShare this Article\r\n", ["Share this Article"]),
    # link farms, in several languages, before, within and behind the article
    ("situs togel\n\nlink togel\n\nsitus togel\n\nRTP SLOT\n\n{story}", ["situs togel\n\nlink togel\n\nsitus togel\n\nRTP SLOT"]),
    ("{story}\n\nrajaputar88\nrajaputar88\ndaftar putar\nrajaputar88 masuk\ndaftar putar", ["rajaputar88\nrajaputar88\ndaftar putar\nrajaputar88 masuk\ndaftar putar"]),
    ("{a}\n\nDeneme bonusu\nCanlı bahis\nBahis bonusu\n\n{b}\n\n{c}", ["Deneme bonusu\nCanlı bahis\nBahis bonusu"]),
    ("{story}\n\nказино вулкан\nигровые автоматы\nставки казино", ["казино вулкан\nигровые автоматы\nставки казино"]),
    ("{story}\n\nПодписаться на канал\nЧитать ещё\nНовости дня", ["Подписаться на канал\nЧитать ещё\nНовости дня"]),
    ("{story}\n\n彩票 博彩\n博彩 老虎机\n赌场", ["彩票 博彩\n博彩 老虎机\n赌场"]),
    ("{story}\n\nمقالات ذات صلة\nاشترك في النشرة\nالمزيد من الأخبار", ["مقالات ذات صلة\nاشترك في النشرة\nالمزيد من الأخبار"]),
    ("{story}\n\ncasino online\nbest casino bonus\npoker casino", ["casino online\nbest casino bonus\npoker casino"]),
    ("{story}\n\nmeilleurs paris sportifs en ligne\nparis sportifs sans dépôt\nparis sportifs gratuits\nmeilleurs paris sportifs en ligne",
     ["meilleurs paris sportifs en ligne\nparis sportifs sans dépôt\nparis sportifs gratuits\nmeilleurs paris sportifs en ligne"]),
    ("slot gacor hari ini\n{story}", ["slot gacor hari ini"]),
    # one line in another language, within the article and behind it
    ("{story}\n\nPartager cet article", ["Partager cet article"]),
    ("{a}\n\nCompartir en Facebook\n\n{b}\n\n{c}", ["Compartir en Facebook"]),
    ("{story}\n\nCompartilhe este artigo", ["Compartilhe este artigo"]),
    ("{a}\n\nTeilen auf Facebook\n\n{b}\n\n{c}", ["Teilen auf Facebook"]),
    ("{story}\n\nBu haberi paylaş", ["Bu haberi paylaş"]),
    ("{a}\n\nBagikan berita ini\n\n{b}\n\n{c}", ["Bagikan berita ini"]),
    ("{story}\n\nПоделиться в Telegram", ["Поделиться в Telegram"]),
    ("{a}\n\nПоширити в Facebook\n\n{b}\n\n{c}", ["Поширити в Facebook"]),
    ("{story}\n\nشارك هذا المقال", ["شارك هذا المقال"]),
    ("{a}\n\n分享到微信\n\n{b}\n\n{c}", ["分享到微信"]),
    ("{story}\n\nAbonnez-vous à notre lettre d’information", ["Abonnez-vous à notre lettre d’information"]),
    ("{a}\n\nSuscríbete a nuestro boletín diario\n\n{b}\n\n{c}", ["Suscríbete a nuestro boletín diario"]),
    ("{story}\n\nAbonnieren Sie unseren Newsletter", ["Abonnieren Sie unseren Newsletter"]),
    ("{a}\n\nAssine a nossa newsletter\n\n{b}\n\n{c}", ["Assine a nossa newsletter"]),
    ("{story}\n\nBültenimize abone olun", ["Bültenimize abone olun"]),
    ("{a}\n\nBerlangganan buletin kami\n\n{b}\n\n{c}", ["Berlangganan buletin kami"]),
    ("{story}\n\nПодписывайтесь на наш канал", ["Подписывайтесь на наш канал"]),
    ("{a}\n\nПідписуйтесь на наш канал\n\n{b}\n\n{c}", ["Підписуйтесь на наш канал"]),
    ("{story}\n\nاشترك في نشرتنا البريدية", ["اشترك في نشرتنا البريدية"]),
    ("{a}\n\n订阅我们的新闻\n\n{b}\n\n{c}", ["订阅我们的新闻"]),
    ("{story}\n\nCe site utilise des cookies pour améliorer votre visite. En continuant, vous les acceptez.", ["Ce site utilise des cookies pour améliorer votre visite. En continuant, vous les acceptez."]),
    ("{a}\n\nEste sitio utiliza cookies para mejorar su visita. Aceptar\n\n{b}\n\n{c}", ["Este sitio utiliza cookies para mejorar su visita. Aceptar"]),
    ("{story}\n\nDiese Website verwendet Cookies, damit alles läuft. Alle akzeptieren", ["Diese Website verwendet Cookies, damit alles läuft. Alle akzeptieren"]),
    ("{a}\n\nEste site usa cookies. Aceitar\n\n{b}\n\n{c}", ["Este site usa cookies. Aceitar"]),
    ("{story}\n\nBu site çerezleri kullanır. Kabul et", ["Bu site çerezleri kullanır. Kabul et"]),
    ("{a}\n\nSitus ini menggunakan cookie untuk kunjungan Anda. Setuju\n\n{b}\n\n{c}", ["Situs ini menggunakan cookie untuk kunjungan Anda. Setuju"]),
    ("{story}\n\nМы используем файлы cookie, чтобы сайт работал лучше. Принять", ["Мы используем файлы cookie, чтобы сайт работал лучше. Принять"]),
    ("{a}\n\nМи використовуємо файли cookie. Прийняти\n\n{b}\n\n{c}", ["Ми використовуємо файли cookie. Прийняти"]),
    ("{story}\n\nيستخدم هذا الموقع ملفات تعريف الارتباط. موافق", ["يستخدم هذا الموقع ملفات تعريف الارتباط. موافق"]),
    ("{a}\n\n本网站使用cookie。接受\n\n{b}\n\n{c}", ["本网站使用cookie。接受"]),
    ("{story}\n\nLire aussi : La pluie inonde Olgii", ["Lire aussi : La pluie inonde Olgii"]),
    ("{a}\n\nLea también: Lluvia en Olgii\n\n{b}\n\n{c}", ["Lea también: Lluvia en Olgii"]),
    ("{story}\n\nLesen Sie auch: Regen in Olgii", ["Lesen Sie auch: Regen in Olgii"]),
    ("{a}\n\nLeia também: Chuva em Olgii\n\n{b}\n\n{c}", ["Leia também: Chuva em Olgii"]),
    ("{story}\n\nBaca juga: Hujan di Olgii", ["Baca juga: Hujan di Olgii"]),
    ("{a}\n\nİlgili haberler\n\n{b}\n\n{c}", ["İlgili haberler"]),
    ("{story}\n\nЧитайте также: Дождь в Олгии", ["Читайте также: Дождь в Олгии"]),
    ("{a}\n\nЧитайте також: Дощ в Олгії\n\n{b}\n\n{c}", ["Читайте також: Дощ в Олгії"]),
    ("{story}\n\nاقرأ أيضا: أمطار في أولغي", ["اقرأ أيضا: أمطار في أولغي"]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "cut"), _DIRT, ids=range(len(_DIRT)))
def test_dirt_is_cut_and_nothing_else(page: str, cut: list[str], kit: Kit) -> None:
    found = cleaned(page.format(story=STORY, a=A, b=B, c=C), kit)
    assert [piece.text.strip() for piece in found.removed] == cut
    assert found.text.split() == STORY.split()


# Lines of articles that look like dirt: all of it stays.
_ARTICLE = [
    "Three soldiers stand on a tank in the town of Tolbo. (AP)",
    "Read the statement aloud, the general told his men",
    "Share of dead civilians: 12 of 30",
    "The dead are:\n\nAbai Sorgan, 31\n\nTemir Sorgan, 28\n\nDolma Sorgan, 4",
    "Killed in Tolbo\n\nKilled in Khovd\n\nKilled in Tolbo",
    "12",
    "Watch towers burned",
    "Army leaves Tolbo\n\nFront enters Khovd\n\nRoad closed",
    "More than 12 died",
    "Telegram channels close to the front named 12 dead",
    "Related families fled together, 40 people in all",
    "The market sold slot machines before the war, the mayor said",
    "“Сдавайтесь”, the leaflet said in Russian",
    "Twelve killed in Tolbo",
    "Source: the Observatory counts 12",
    "Updated figures: 12 dead, 30 hurt",
    "Location: the old market, where 12 people died",
    "- Twelve dead in Tolbo\n- Thirty hurt in Khovd",
    "Who holds what?\n\nThe front holds Tolbo.",
]


@pytest.mark.parametrize("line", _ARTICLE)
@pytest.mark.parametrize(
    "page", ["{a}\n\n{line}\n\n{b}\n\n{c}", "{line}\n\n{a}\n\n{b}\n\n{c}", "{a}\n\n{b}\n\n{c}\n\n{line}"]
)
def test_the_articles_own_lines_stay(line: str, page: str, kit: Kit) -> None:
    text = page.format(a=A, b=B, c=C, line=line)
    assert cleaned(text, kit).text == text


def test_a_list_of_headlines_takes_no_heading_of_the_article(kit: Kit) -> None:
    found = cleaned(f"{A}\n\nRead more\n\nFront holds Sharkhai\n\nTwelve dead in Tolbo\n\n{B}\n\n{C}", kit)
    assert [cut.text.strip() for cut in found.removed] == ["Read more\n\nFront holds Sharkhai"]
