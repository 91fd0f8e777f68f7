package dev.musubi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A person's window on the pages. What its scripts complain of fails the story. */
final class Visit implements AutoCloseable {
  private static final Set<String> GRAVE = Set.of("serious", "critical");
  private static final AtomicInteger PICTURES = new AtomicInteger();

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Visit(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(this::listen);
  }

  /** Refusals (4xx) are logged by the browser as well; stories ask for them on purpose. */
  private void listen(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
      complaints.add(message.text());
    }
  }

  Page page() {
    return page;
  }

  Visit open(String path) {
    var answer = page.navigate(path);
    assertThat(answer.status()).as(path).isLessThan(500);
    return this;
  }

  void signIn(String email, String password) {
    open("/sign-in");
    page.locator("#email").fill(email);
    page.locator("#password").fill(password);
    page.locator("form button[type=submit]").click();
    page.locator("a.bell").waitFor();
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  String main() {
    return page.locator("main").innerText();
  }

  /** Nothing sticks out at the side, and no script complains. */
  Visit mustFit() {
    var url = page.url();
    picture(url);
    var wide = (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat(wide).as("pixels that stick out of %s", url).isLessThanOrEqualTo(0);
    assertThat(complaints).as("what scripts complain of on %s", url).isEmpty();
    return this;
  }

  /** It fits, and holds nothing serious for people who use it without eyes, mouse or colours. */
  Visit mustBeSound() {
    mustFit();
    var url = page.url();
    var found = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
    assertThat(found.stream().filter(rule -> GRAVE.contains(rule.getImpact())).map(Visit::told))
        .as("what axe finds on %s", url)
        .isEmpty();
    return this;
  }

  /** For eyes: {@code -Dmusubi.pictures=DIR} keeps a picture of every page that was looked at. */
  private void picture(String url) {
    var folder = System.getProperty("musubi.pictures");
    if (folder != null) {
      var path = url.replaceFirst("^https?://[^/]+", "").replaceAll("[^A-Za-z]+", "-");
      var name =
          "%03d%s%d.png"
              .formatted(
                  PICTURES.incrementAndGet(),
                  path.length() > 40 ? path.substring(0, 40) : path,
                  page.viewportSize().width);
      var options = new Page.ScreenshotOptions().setFullPage(true);
      page.screenshot(options.setPath(Path.of(folder, name)));
    }
  }

  private static String told(Rule rule) {
    return rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
