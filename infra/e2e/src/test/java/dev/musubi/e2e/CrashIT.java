package dev.musubi.e2e;

import static dev.musubi.e2e.Product.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Processes that die while there is work. */
final class CrashIT {
  private static final int BURST = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Api FIRM = Api.of("tonbidani@demo.musubi.example");

  @Test
  void matching_that_is_killed_in_a_burst_of_publications_loses_none_and_repeats_none() {
    var subject = Subject.ja();
    var need = Market.activate(FIRM, subject.needInJapanese());
    var published = new ArrayList<String>();
    for (int n = 0; n < BURST; n++) {
      published.add(Market.publish(subject.listingInJapanese()));
      if (n == BURST / 2) {
        kill("matching");
      }
    }
    var killed = Instant.now();
    patiently().atMost(PATIENCE).until(() -> found(need).containsAll(published));
    Figures.say("kill -9 of matching to the last match of the burst", killed, Instant.now());
    assertThat(found(need)).containsAll(published).doesNotHaveDuplicates();
    patiently()
        .during(Duration.ofSeconds(3))
        .untilAsserted(() -> assertThat(told(subject)).doesNotHaveDuplicates());
  }

  @Test
  void notifications_that_is_killed_tells_what_happened_meanwhile_once() {
    var subject = Subject.ja();
    var need = Market.activate(FIRM, subject.needInJapanese());
    Product.mailTo(
        "tonbidani@demo.musubi.example", mail -> mail.subject().contains(subject.word()));
    kill("notifications");
    var listing = Market.publish(subject.listingInJapanese());
    Market.match(FIRM, need, listing);
    patiently().atMost(PATIENCE).ignoreExceptions().until(() -> told(subject).contains(listing));
    patiently()
        .during(Duration.ofSeconds(3))
        .until(
            () ->
                told(subject).size() == 1
                    && Product.mailsTo("tonbidani@demo.musubi.example").stream()
                            .filter(mail -> mail.subject().contains(subject.word()))
                            .count()
                        == 2);
  }

  private static void kill(String name) {
    var pid =
        Product.RUNNING
            .processes()
            .valueStream()
            .filter(part -> part.path("name").asString().equals(name))
            .mapToLong(part -> part.path("pid").asLong())
            .findFirst()
            .orElseThrow();
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly)).contains(true);
  }

  private static List<String> found(String need) {
    var answer = FIRM.get(Market.NEEDS + "/" + need + "/matches?limit=100");
    return answer
        .at("/items")
        .valueStream()
        .map(it -> it.at("/match/listingId").asString())
        .toList();
  }

  /** Patents of which there is an alert about the subject's need. */
  private static List<String> told(Subject subject) {
    return FIRM.get("/api/v1/alerts?limit=100")
        .must(200)
        .at("/items")
        .valueStream()
        .filter(alert -> alert.path("needTitle").asString("").contains(subject.word()))
        .filter(alert -> alert.path("kind").asString().equals("MATCH_FOUND"))
        .map(alert -> alert.path("listingId").asString())
        .toList();
  }
}
