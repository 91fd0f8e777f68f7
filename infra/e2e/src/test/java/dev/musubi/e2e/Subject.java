package dev.musubi.e2e;

import java.util.concurrent.ThreadLocalRandom;

/**
 * What one story is about. Its word is made up, so that stories do not meet each other's listings,
 * however often they run on the same copy.
 */
record Subject(String word) {
  private static final String KANA = "アウエオカキクケコサスセタツテナニネノハヒフヘホマミムモヤユヨラリルレロワ";
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  /** With a word in katakana. */
  static Subject ja() {
    var word = new StringBuilder("ヴェ");
    for (int i = 0; i < 6; i++) {
      word.append(KANA.charAt(ThreadLocalRandom.current().nextInt(KANA.length())));
    }
    return new Subject(word.toString());
  }

  /** With a word in Latin letters, of such a form that nothing is taken for its ending. */
  static Subject en() {
    var word = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      word.append(one(CONSONANTS)).append(one(VOWELS));
    }
    return new Subject(word.append('x').toString());
  }

  private static char one(String letters) {
    return letters.charAt(ThreadLocalRandom.current().nextInt(letters.length()));
  }

  /** A patent number that nobody else uses. */
  static String registration() {
    return "特許第7%06d号".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
  }

  /** A need in Japanese, told at once and shown to all. */
  String needInJapanese() {
    return """
    {"lang": "ja", "title": "WORDの薄皮が包丁でむけない",
     "text": "当社は総菜をつくる従業員十五人の会社です。WORDの薄皮を包丁でむいていますが、\
    実が欠けて三割を捨てています。WORDを傷めずに薄皮だけを早くはがせる方法を探しています。",
     "elements": {"material": ["WORD"], "method": ["薄皮をはがす"], "efficacy": ["捨てる量を減らす"],
       "product": ["総菜"], "application": ["食品加工"]},
     "visibility": "PUBLIC", "alerts": {"frequency": "AT_ONCE", "budgetPerWeek": 100}}
    """
        .replace("WORD", word);
  }

  /** A listing that answers {@link #needInJapanese()}. */
  String listingInJapanese() {
    return """
    {"texts": [{"lang": "ja", "title": "WORDの薄皮を実を傷めずにはがす方法",
       "summary": "WORDを短く蒸し、薄皮だけを風ではがします。",
       "problem": "WORDの薄皮を包丁でむくと実が欠け、捨てる量が多い。",
       "solution": "飽和蒸気で八秒蒸したのち、斜めからの気流で薄皮をはがす。",
       "effect": "捨てる量が三割から百分の二に減り、むく時間は十分の一になる。",
       "products": "総菜、缶詰、冷凍食品の加工ライン",
       "overview": "WORDを扱う食品加工の現場で、薄皮をむく工程を機械に任せるための方法である。"}],
     "rights": [{"kind": "PATENT", "jurisdiction": "JP", "registrationNumber": "NUMBER",
       "filedOn": "2021-04-01", "registeredOn": "2024-02-01", "expiresOn": "2041-04-01",
       "status": "GRANTED"}],
     "offers": [{"kind": "NON_EXCLUSIVE", "royaltyPercentFrom": 1, "royaltyPercentTo": 3}],
     "classifications": {"ipc": ["A23N 7/00"]},
     "fields": ["食品・バイオ"], "prefecture": "大阪府", "trl": 6, "sample": true}
    """
        .replace("WORD", word)
        .replace("NUMBER", registration());
  }

  /** A need in English. */
  String needInEnglish() {
    return """
    {"lang": "en", "title": "Our WORD coating peels off in the frost",
     "text": "We paint bicycle frames with WORD. After one winter the WORD coating peels off \
    at the welds. We are looking for a primer that keeps WORD on aluminium in frost and salt.",
     "elements": {"material": ["WORD", "aluminium"], "method": ["primer"],
       "efficacy": ["adhesion"], "product": ["bicycle frames"], "application": ["painting"]},
     "visibility": "PUBLIC", "alerts": {"frequency": "AT_ONCE", "budgetPerWeek": 100}}
    """
        .replace("WORD", word);
  }

  /** A listing that answers {@link #needInEnglish()}. */
  String listingInEnglish() {
    return """
    {"texts": [{"lang": "en", "title": "Primer that keeps a WORD coating on aluminium",
       "summary": "A thin primer binds WORD to aluminium welds through frost and road salt.",
       "problem": "A WORD coating peels off aluminium welds after a winter of frost and salt.",
       "solution": "A silane primer is sprayed on the weld before painting with WORD.",
       "effect": "Adhesion is kept for a thousand hours of salt spray and fifty frosts.",
       "products": "Bicycle frames, scooters, outdoor furniture",
       "overview": "The primer dries in two minutes and needs no oven. It was tried on painted \
    bicycle frames over two winters."}],
     "rights": [{"kind": "PATENT", "jurisdiction": "JP", "registrationNumber": "NUMBER",
       "filedOn": "2021-04-01", "registeredOn": "2024-02-01", "expiresOn": "2041-04-01",
       "status": "GRANTED"}],
     "offers": [{"kind": "NON_EXCLUSIVE"}], "classifications": {"ipc": ["C09D 5/00"]},
     "fields": ["有機材料"], "prefecture": "東京都", "trl": 5, "sample": true}
    """
        .replace("WORD", word)
        .replace("NUMBER", registration());
  }
}
