package dev.musubi.listings;

import java.util.concurrent.atomic.AtomicInteger;

/** Listings as callers write them. */
public final class Samples {
  private static final AtomicInteger NUMBER = new AtomicInteger(100_000);

  private Samples() {}

  /** A listing that passes every check for an organisation that owns it alone. */
  public static String complete() {
    return complete(NUMBER.incrementAndGet());
  }

  public static String complete(int serial) {
    return """
        {
          "texts": [
            {"lang": "ja", "title": "黒いプラスチックを見分ける選別機",
             "summary": "黒い樹脂の破片を材質ごとに、毎秒3メートルのベルト上で仕分けます。",
             "problem": "従来の近赤外線では黒い樹脂を見分けられず、燃やされていた。",
             "effect": "選別の純度が72%%から96%%に上がった。",
             "products": "リサイクル設備", "overview": "中赤外の二波長の反射を比べて材質を判定する。"},
            {"lang": "en", "title": "Sorter that recognises black plastics",
             "summary": "Sorts black plastic fragments by material on a belt at three metres a second."}
          ],
          "rights": [{"applicationNumber": "特願2020-%d", "registrationNumber": "特許第7123456号",
            "inventionTitle": "選別装置及び選別方法", "filedOn": "2020-07-20",
            "registeredOn": "2023-05-10", "expiresOn": "2040-07-20", "status": "GRANTED"}],
          "offers": [{"kind": "NON_EXCLUSIVE", "royaltyPercentFrom": 2.0, "royaltyPercentTo": 4.5}],
          "classifications": {"ipc": ["B07C 5/342"], "fi": ["B07C5/342"], "cpc": [], "fTerm": []},
          "fields": ["機械・加工"], "functions": ["検査・検出"], "jsic": ["26"], "trl": 6,
          "sample": true
        }
        """
        .formatted(serial);
  }
}
