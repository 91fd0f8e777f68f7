package dev.musubi.bench.goals;

import java.util.concurrent.ThreadLocalRandom;

/** A need and listings that answer it, around a word that nothing else has. */
final class SubjectTexts {
  private static final String NEED =
      """
      {"lang": "ja", "title": "WORDの薄皮を早くむきたい",
       "text": "総菜をつくる会社です。WORDの薄皮を包丁でむいていますが、実が欠けて三割を捨てています。\
      WORDを傷めずに薄皮だけをはがす方法を探しています。",
       "elements": {"material": ["WORD"], "method": [], "efficacy": [], "product": [],
         "application": []},
       "visibility": "PUBLIC", "alerts": {"frequency": "AT_ONCE", "budgetPerWeek": 100}}
      """;

  private static final String[] TEXTS = {
    "WORDの薄皮を実を傷めずにはがす方法",
    "WORDを短く蒸し、薄皮だけを風ではがします。",
    "WORDの薄皮を包丁でむくと実が欠け、捨てる量が多い。",
    "飽和蒸気で八秒蒸したのち、斜めからの気流で薄皮をはがす。",
    "捨てる量が三割から百分の二に減り、むく時間は十分の一になる。",
    "総菜、缶詰、冷凍食品の加工ライン",
    "WORDを扱う食品加工の現場で、薄皮をむく工程を機械に任せるための方法である。"
  };

  private static final String LISTING =
      """
      {"texts": [{"lang": "ja", "title": "%s", "summary": "%s", "problem": "%s", "solution": "%s",
         "effect": "%s", "products": "%s", "overview": "%s"}],
       "rights": [{"kind": "PATENT", "jurisdiction": "JP", "registrationNumber": "NUMBER",
         "filedOn": "2021-04-01", "registeredOn": "2024-02-01", "expiresOn": "2041-04-01",
         "status": "GRANTED"}],
       "offers": [{"kind": "NON_EXCLUSIVE", "royaltyPercentFrom": 1, "royaltyPercentTo": 3}],
       "classifications": {"ipc": ["A23N 7/00"]},
       "fields": ["食品・バイオ"], "prefecture": "大阪府", "trl": 6, "sample": true}
      """
          .formatted((Object[]) TEXTS);

  private SubjectTexts() {}

  /** A need, to be created by the API. */
  static String need(String word) {
    return NEED.replace("WORD", word);
  }

  /** A listing with a number that nobody else uses, to be created by the API. */
  static String listing(String word) {
    var number = ThreadLocalRandom.current().nextInt(1_000_000);
    return LISTING.replace("WORD", word).replace("NUMBER", "特許第7%06d号".formatted(number));
  }

  /** The texts of such a listing alone. */
  static String plain(String word) {
    return String.join("\n", TEXTS).replace("WORD", word);
  }
}
