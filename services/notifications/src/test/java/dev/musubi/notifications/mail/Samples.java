package dev.musubi.notifications.mail;

import dev.musubi.model.Language;
import dev.musubi.model.event.DealState.Side;
import dev.musubi.model.event.MatchState.Reason;
import dev.musubi.model.event.MatchState.Title;
import dev.musubi.notifications.domain.Content;
import dev.musubi.notifications.domain.Content.Found;
import dev.musubi.notifications.domain.DigestFrequency;
import dev.musubi.notifications.domain.Headline;
import dev.musubi.notifications.domain.Interests;
import dev.musubi.notifications.wording.Glosses;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One mail of each kind, as people would get it. */
final class Samples {
  static final Letters LETTERS =
      new Letters(
          new Links("https://musubi.example"),
          new Sender(
              "結び Musubi 運営事務局", "The Musubi Office", "大阪府大阪市北区中之島1-2-3", "office@musubi.example"),
          ZoneId.of("Asia/Tokyo"),
          new Glosses());

  private static final UUID NEED = id(1);
  private static final Headline SORTING =
      new Headline(
          id(11),
          List.of(
              new Title("ja", "色の濃い樹脂も見分ける廃プラスチックの選別装置"),
              new Title("en", "Sorter for waste plastics that also recognises dark resins")),
          List.of(
              new Title("ja", "黒い破片も中赤外線で材質ごとに分け、再生材の純度を上げます。"),
              new Title("en", "Sorts even black flakes by material, for purer recyclate.")),
          "なにわ工科大学",
          "Naniwa Institute of Technology",
          "27");
  private static final Headline CRUSHING =
      new Headline(
          id(12),
          List.of(new Title("ja", "複合フィルムを層ごとに剥がす粉砕方法")),
          List.of(),
          "株式会社みなと化成",
          null,
          null);

  private static final List<Reason> REASONS =
      List.of(
          new Reason(
              Reason.Kind.TERMS,
              "effect",
              List.of("黒色プラスチック", "選別"),
              List.of("黒色プラスチック", "選別"),
              null,
              0.5),
          new Reason(
              Reason.Kind.TRANSLATION, null, List.of("中赤外線"), List.of("mid-infrared"), null, 0.3),
          new Reason(Reason.Kind.FIELD, null, List.of(), List.of(), "MACHINERY", 0.1),
          new Reason(Reason.Kind.CONDITION, null, List.of(), List.of(), "NON_EXCLUSIVE", 0.05),
          new Reason(Reason.Kind.AGAINST, null, List.of(), List.of(), "trl", 0.0));

  private static final Instant DUE = Instant.parse("2026-12-07T00:00:00Z");

  private Samples() {}

  static Map<String, Content> contents() {
    Found sorting = new Found(id(21), SORTING, REASONS);
    Found crushing = new Found(id(22), CRUSHING, REASONS.subList(0, 1));
    String need = "黒いプラスチックが混ざった廃材を材質ごとに分けたい";
    Map<String, Content> contents = new LinkedHashMap<>();
    contents.put("match", new Content.MatchFound(sorting, NEED, need));
    contents.put("first", new Content.FirstMatches(NEED, need, 14, List.of(sorting, crushing)));
    contents.put(
        "member-digest",
        new Content.MemberDigest(
            LocalDate.of(2026, 11, 23),
            List.of(
                new Content.Section(NEED, need, List.of(sorting, crushing), 3),
                new Content.Section(id(2), "食品工場の排熱を使いたい", List.of(crushing), 0))));
    contents.put("public-digest", publicDigest());
    contents.put("confirmation", confirmation());
    contents.put("inquiry", inquiry(false));
    contents.put("inquiry-unnamed", inquiry(true));
    contents.put("accepted", new Content.InquiryAnswered(id(31), SORTING, true, null));
    contents.put(
        "declined", new Content.InquiryAnswered(id(31), SORTING, false, "TERMS_DO_NOT_FIT"));
    contents.put("overdue", new Content.InquiryOverdue(id(31), SORTING, DUE));
    contents.put("message", new Content.MessageReceived(id(31), SORTING, Side.SEEKER));
    contents.put("ended", new Content.TalksEnded(id(31), SORTING, Side.OWNER));
    contents.put(
        "webhook",
        new Content.WebhookDisabled(
            id(41), "hooks.example.org", Instant.parse("2026-11-20T01:30:00Z")));
    return contents;
  }

  private static Content publicDigest() {
    return new Content.PublicDigest(
        LocalDate.of(2026, 11, 23),
        List.of(
            new Content.Item(
                SORTING,
                List.of(
                    new Content.Why(Content.Why.Kind.WORD, "プラスチック"),
                    new Content.Why(Content.Why.Kind.FIELD, "MACHINERY"),
                    new Content.Why(Content.Why.Kind.PREFECTURE, "27"))),
            new Content.Item(CRUSHING, List.of(new Content.Why(Content.Why.Kind.NEW, "")))),
        7);
  }

  private static Content confirmation() {
    return new Content.Confirmation(
        id(51),
        DigestFrequency.WEEKLY,
        new Interests("プラスチック 選別", List.of("MACHINERY", "ELECTRICITY"), List.of("27", "13")),
        Instant.parse("2026-11-26T00:00:00Z"));
  }

  private static Content inquiry(boolean anonymous) {
    return new Content.InquiryReceived(
        id(31),
        SORTING,
        anonymous,
        anonymous ? null : "株式会社さくら再生",
        anonymous ? null : "Sakura Recycling Co., Ltd.",
        DUE);
  }

  static Letters.Written write(String kind, Language language) {
    Content content = contents().get(kind);
    if (content == null) {
      throw new IllegalArgumentException(kind);
    }
    return LETTERS.write(content, reader(content, language));
  }

  static Reader reader(Content content, Language language) {
    @Nullable String token =
        switch (content) {
          case Content.InquiryReceived it -> null;
          case Content.InquiryAnswered it -> null;
          case Content.InquiryOverdue it -> null;
          case Content.MessageReceived it -> null;
          case Content.TalksEnded it -> null;
          case Content.WebhookDisabled it -> null;
          default -> "TOKEN_TOKEN_TOKEN_TOKEN_TOKEN_TOKEN_TOKEN_44";
        };
    boolean subscriber =
        content instanceof Content.PublicDigest || content instanceof Content.Confirmation;
    String name = language == Language.JA ? "山田 花子" : "Hanako Yamada";
    return new Reader(language, subscriber ? null : name, token);
  }

  static UUID id(int n) {
    return new UUID(0x0193a00000007000L, 0x8000000000000000L + n);
  }
}
