package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.model.Language;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A mixed index: of every matter there is one listing in Japanese and one in English that say the
 * same, and needs of both languages ask for it. Neither language may stand systematically behind.
 */
final class BothLanguagesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final World WORLD = new World().withoutKafka().withModel();
  private static Instance service;

  /** What stands in both languages: title and problem of a listing, title and text of a need. */
  private record Matter(
      String ja, String jaProblem, String en, String enProblem, String jaNeed, String enNeed) {}

  private static final List<Matter> MATTERS =
      List.of(
          new Matter(
              "滑走する靴底の摩擦を高める凹凸",
              "濡れた床では靴底が滑り、人が転ぶ。",
              "Tread that raises the friction of shoe soles",
              "On wet floors soles slip and people fall.",
              "油で濡れた工場の床で従業員が滑って転びます。滑らない靴を探しています。",
              "Our workers slip on oily factory floors. We look for shoes that do not slip."),
          new Matter(
              "水道管の漏水を音で検出する装置",
              "地下の配管の漏水は見つけるのが遅れる。",
              "Device that detects leaks of water pipes by sound",
              "Leaks of underground pipes are found too late.",
              "町の地下の水道管がどこで漏れているか、掘らずに見つけたいです。",
              "We want to find where buried water pipes leak without digging."),
          new Matter(
              "リチウム電池を低温で速く温める回路",
              "冬の朝は電池の出力が下がる。",
              "Circuit that warms lithium batteries quickly in the cold",
              "On winter mornings the output of batteries falls.",
              "冬の朝に電動自転車の電池が弱く、すぐ使えません。早く温めたいです。",
              "The batteries of our electric bicycles are weak on cold mornings and should warm up quickly."),
          new Matter(
              "食品の鮮度を保つ抗菌フィルム",
              "包装した野菜は数日で傷む。",
              "Antibacterial film that keeps food fresh",
              "Packaged vegetables spoil within days.",
              "切り野菜が三日で傷みます。長く新鮮に保てる包装がほしいです。",
              "Our cut vegetables spoil in three days. We want packaging that keeps them fresh."),
          new Matter(
              "ポンプの騒音を抑える吸音材",
              "ポンプの運転音が近所の迷惑になる。",
              "Sound absorber that quietens pumps",
              "The noise of running pumps disturbs neighbours.",
              "工場のポンプの音がうるさく、近所から苦情が来ます。静かにしたいです。",
              "Neighbours complain about the noise of our pumps. We want to make them quiet."),
          new Matter(
              "廃プラスチックを近赤外線で選別する方法",
              "黒い樹脂は光学センサで見分けられない。",
              "Sorting waste plastics by near-infrared light",
              "Black resins are not told apart by optical sensors.",
              "回収したプラスチックを種類ごとに分けたいのですが、黒い樹脂が見分けられません。",
              "We collect waste plastics and cannot sort the black resins by kind."),
          new Matter(
              "魚の骨を検出するX線検査装置",
              "切り身に残った骨は目で見えない。",
              "X-ray inspection that detects bones in fish",
              "Bones left in fillets cannot be seen.",
              "魚の切り身に骨が残り、苦情になります。骨を機械で見つけたいです。",
              "Bones are left in our fish fillets. We want a machine to find them."),
          new Matter(
              "斜面の崩れを早く知らせる傾きセンサ",
              "大雨のあとの斜面の崩れは予測しにくい。",
              "Tilt sensor that warns of slope failures early",
              "Slope failures after heavy rain are hard to predict.",
              "大雨のとき、道路わきの斜面が崩れる前に知らせてほしいです。",
              "We want to be warned before the slope beside our road fails in heavy rain."));

  private static final List<List<UUID>> TWINS = new ArrayList<>();

  @BeforeAll
  static void start() {
    service = WORLD.with("MUSUBI_EMBEDDINGS_THREADS", "1").start();
    service.take(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
    for (var matter : MATTERS) {
      TWINS.add(
          List.of(
              take(States.listing(matter.ja(), matter.jaProblem())),
              take(States.english(matter.en(), matter.enProblem()))));
    }
    await().atMost(PATIENCE).until(service::idle);
  }

  private static UUID take(ListingState listing) {
    service.take(listing);
    return listing.id();
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @Test
  void what_says_the_same_in_the_other_language_stands_before_what_says_something_else() {
    var before = 0;
    var shares = new ArrayList<Double>();
    for (var at = 0; at < MATTERS.size(); at++) {
      for (var language : Language.values()) {
        var need = need(MATTERS.get(at), language);
        service.take(need);
        await().atMost(PATIENCE).until(service::idle);
        var twins = TWINS.get(at);
        var standing = service.standing(need.id());
        var first = standing.subList(0, Math.min(2, standing.size()));
        before += first.containsAll(twins) ? 1 : 0;
        shares.add(share(need, language, twins));
      }
    }
    var mean = shares.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    System.out.printf(
        Locale.ROOT,
        "both twins first: %d of %d; score of the other language over the own: mean %.2f, of %s%n",
        before,
        shares.size(),
        mean,
        shares);
    assertThat(before).isGreaterThanOrEqualTo(shares.size() - 1);
    // A word in translation counts half, and the vectors no longer make up for it.
    assertThat(mean).isBetween(0.65, 1.05);
  }

  private static NeedState need(Matter matter, Language language) {
    var text = language == Language.JA ? matter.jaNeed() : matter.enNeed();
    var end = text.indexOf(language == Language.JA ? "。" : ".");
    return States.need(text.substring(0, end), text.substring(end + 1).strip());
  }

  /** The other language's score over that of the need's own. */
  private static double share(NeedState need, Language language, List<UUID> twins) {
    var scores = new HashMap<UUID, Double>();
    service.matchEvents().stream()
        .filter(it -> it.needId().equals(need.id()))
        .forEach(it -> scores.put(it.listingId(), it.score()));
    var own = twins.get(language == Language.JA ? 0 : 1);
    var other = twins.get(language == Language.JA ? 1 : 0);
    return scores.getOrDefault(other, 0.0) / scores.getOrDefault(own, 1.0);
  }
}
