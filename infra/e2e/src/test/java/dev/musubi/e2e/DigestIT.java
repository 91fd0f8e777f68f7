package dev.musubi.e2e;

import static dev.musubi.e2e.Product.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.testkit.ReceivedMail;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Mails for people without an account: by consent, once, worth reading, and easily ended. */
final class DigestIT {
  private static final Pattern CONFIRM = Pattern.compile("https?://\\S+/c/\\S+");

  @Test
  void a_reader_signs_up_confirms_gets_one_digest_and_leaves_by_one_click() {
    var subject = Subject.ja();
    var listing = Market.publish(subject.listingInJapanese());
    patiently().until(() -> Market.search(subject.word()).contains(listing));
    var reader = signUp(subject.word(), "DAILY", "ja");
    confirm(reader);
    sendDigests();
    var digest = Product.mailTo(reader, mail -> mail.header("List-Unsubscribe").isPresent());
    assertThat(Product.read(digest))
        .contains(subject.word() + "の薄皮を実を傷めずにはがす方法", "/listings/" + listing)
        .contains("「" + subject.word() + "」");
    assertThat(digest.header("Content-Language")).contains("ja");

    sendDigests();
    leave(digest);
    Market.publish(subject.listingInJapanese());
    sendDigests();
    onlyOne(reader);
  }

  private static void onlyOne(String reader) {
    patiently()
        .during(Duration.ofSeconds(3))
        .until(
            () ->
                Product.mailsTo(reader).stream()
                        .filter(mail -> mail.header("List-Unsubscribe").isPresent())
                        .count()
                    == 1);
  }

  /** RFC 8058: a GET, as scanners of mails send it, changes nothing; the POST needs no cookie. */
  private static void leave(ReceivedMail digest) {
    assertThat(digest.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
    var link = digest.header("List-Unsubscribe").orElseThrow();
    var url = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    var token = url.substring(url.lastIndexOf('/') + 1);
    Api.anybody().get(url).must(200);
    assertThat(state(token)).isEqualTo("OPEN");
    try (var visit = Browser.visit(Width.PHONE, "ja").open(url)) {
      visit.mustBeSound();
    }
    for (int n = 0; n < 2; n++) {
      Api.anybody().form(url, "List-Unsubscribe=One-Click").must(200);
      assertThat(state(token)).isEqualTo("DONE");
    }
    Api.anybody().form(url + "unknown", "List-Unsubscribe=One-Click").must(200);
  }

  private static String state(String token) {
    return Api.anybody()
        .get("/api/v1/subscriptions/tokens/" + token)
        .must(200)
        .at("/state")
        .asString("");
  }

  @Test
  void a_weekly_digest_without_news_is_not_sent() {
    var reader = signUp(Subject.en().word(), "WEEKLY", "en");
    confirm(reader);
    sendDigests();
    patiently().during(Duration.ofSeconds(3)).until(() -> Product.mailsTo(reader).size() == 1);
  }

  @Test
  void who_does_not_confirm_gets_nothing_and_without_consent_nobody_is_asked() {
    var subject = Subject.ja();
    Market.publish(subject.listingInJapanese());
    var reader = signUp(subject.word(), "DAILY", "ja");
    sendDigests();
    assertThat(Product.mailsTo(reader)).hasSize(1);
    try (var visit = Browser.visit(Width.PHONE, "en").open("/digest")) {
      visit.mustBeSound();
      assertThat(visit.page().locator("#consent").isChecked()).isFalse();
      visit.page().locator("#email").fill("not an address");
      visit.page().locator("form button.large").click();
      visit.page().locator(".error-summary").waitFor();
      assertThat(visit.page().locator("#consent-error").isVisible()).isTrue();
      visit.mustBeSound();
    }
  }

  private static String signUp(String words, String frequency, String lang) {
    var reader = "r" + ThreadLocalRandom.current().nextLong(1L << 40) + "@e2e.musubi.example";
    try (var visit = Browser.visit(Width.WIDE, lang).open("/digest")) {
      visit.mustBeSound();
      visit.page().locator("#email").fill(reader);
      visit.page().locator("input[name=frequency][value=" + frequency + "]").check();
      visit.page().locator("#query").fill(words);
      visit.page().locator("#consent").check();
      visit.page().locator("form button.large").click();
      visit.page().waitForURL("**/digest/sent");
      visit.mustBeSound();
    }
    return reader;
  }

  private static void confirm(String reader) {
    var mail = Product.mailTo(reader, it -> true);
    var link = CONFIRM.matcher(String.valueOf(mail.text()));
    assertThat(link.find()).as(mail.text()).isTrue();
    assertThat(mail.header("List-Unsubscribe")).isEmpty();
    try (var visit = Browser.visit(Width.PHONE, "ja").open(link.group())) {
      visit.mustBeSound();
      visit.page().locator("main form button[type=submit]").click();
      visit
          .page()
          .locator("main form")
          .waitFor(
              new com.microsoft.playwright.Locator.WaitForOptions()
                  .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
      visit.mustBeSound();
    }
  }

  private static void sendDigests() {
    var told = Product.RUNNING.musubi("digests");
    assertThat(told.code()).as(told.text()).isZero();
  }
}
