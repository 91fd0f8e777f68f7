package dev.musubi.e2e.faults.load;

import java.util.Random;

/**
 * What needs and listings are about. Its words are made up, so that those of one subject match each
 * other for certain, and better than anything else.
 *
 * @param one a word, as {@code two} and {@code three}
 */
record Subject(String name, boolean japanese, String one, String two, String three) {
  private static final String KANA = "アウエオカキクケコサスセタツテナニネノハヒフヘホマミムモヤユヨラリルレロワ";
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  /** The same for the same seed and number. */
  static Subject of(long seed, int number) {
    var random = new Random(seed * 1_000_003 + number);
    var japanese = random.nextInt(3) > 0;
    return new Subject(
        "S" + number,
        japanese,
        word(random, japanese),
        word(random, japanese),
        word(random, japanese));
  }

  private static String word(Random random, boolean japanese) {
    var word = new StringBuilder(japanese ? "ヴェ" : "");
    for (int i = 0; i < 5; i++) {
      if (japanese) {
        word.append(KANA.charAt(random.nextInt(KANA.length())));
      } else {
        word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
        word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
      }
    }
    // An ending that is taken for none keeps the stem whole.
    return japanese ? word.toString() : word.append('x').toString();
  }

  /** A need; its text ends with the mark. */
  String need(String mark) {
    return """
    {"lang": "LANG", "title": "TITLE", "text": "TEXT",
     "elements": {"material": ["ONE"], "method": ["TWO"], "efficacy": ["THREE"]},
     "visibility": "PUBLIC", "alerts": {"frequency": "AT_ONCE", "budgetPerWeek": 100}}
    """
        .replace("TEXT", needText(mark))
        .replace("TITLE", japanese ? "ONEのTWOをTHREEで防ぎたい" : "Keeping ONE from TWO by THREE")
        .replace("LANG", japanese ? "ja" : "en")
        .replace("ONE", one)
        .replace("TWO", two)
        .replace("THREE", three);
  }

  /** The text of {@link #need}, to be changed. */
  String needText(String mark) {
    var text =
        japanese
            ? "ONEを扱う会社です。ONEがTWOになり困っています。THREEでTWOを抑える方法を探しています。（MARK）"
            : "We work with ONE. It suffers from TWO. We look for a way to hold TWO back by THREE."
                + " MARK";
    return text.replace("ONE", one)
        .replace("TWO", two)
        .replace("THREE", three)
        .replace("MARK", mark);
  }

  /** A listing that answers every need of the subject. */
  String listing(String mark, String registration) {
    return """
    {"texts": TEXTS,
     "rights": [{"kind": "PATENT", "jurisdiction": "JP", "registrationNumber": "NUMBER",
       "filedOn": "2021-04-01", "registeredOn": "2024-02-01", "expiresOn": "2041-04-01",
       "status": "GRANTED"}],
     "offers": [{"kind": "NON_EXCLUSIVE", "royaltyPercentFrom": 1, "royaltyPercentTo": 3}],
     "classifications": {"ipc": ["A23N 7/00"]},
     "fields": ["食品・バイオ"], "prefecture": "大阪府", "trl": 6, "sample": true}
    """
        .replace("TEXTS", listingTexts(mark))
        .replace("NUMBER", registration);
  }

  /** The texts of {@link #listing}, to be changed. */
  String listingTexts(String mark) {
    var texts =
        japanese
            ? """
            [{"lang": "ja", "title": "ONEのTWOをTHREEで防ぐ方法",
              "summary": "ONEにTHREEを施し、TWOを抑えます。",
              "problem": "ONEはTWOになりやすい。", "solution": "THREEをONEに施す。",
              "effect": "TWOが百分の一に減る。", "products": "ONEを使う製品",
              "overview": "ONEを扱う現場でTWOを防ぐための方法である。（MARK）"}]
            """
            : """
            [{"lang": "en", "title": "Holding TWO of ONE back by THREE",
              "summary": "ONE is treated with THREE, which holds TWO back.",
              "problem": "ONE suffers from TWO.", "solution": "THREE is applied to ONE.",
              "effect": "TWO is a hundredth of what it was.", "products": "Goods made of ONE",
              "overview": "A way to keep ONE from TWO where it is used. MARK"}]
            """;
    return texts
        .replace("ONE", one)
        .replace("TWO", two)
        .replace("THREE", three)
        .replace("MARK", mark);
  }
}
