package dev.musubi.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One real Chromium for all stories; each visit is a person of its own. */
final class Browser {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final Map<String, String> SIGNED_IN = new HashMap<>();

  private Browser() {}

  /** Somebody who comes for the first time. */
  static Visit visit(Width width, String lang) {
    return new Visit(context(width, lang, null));
  }

  /** A person of the sample data, signed in; the login page is passed once for all stories. */
  static Visit signedIn(String email, Width width, String lang) {
    var state = SIGNED_IN.computeIfAbsent(email, Browser::signIn);
    return new Visit(context(width, lang, state));
  }

  private static String signIn(String email) {
    try (var visit = visit(Width.WIDE, "en")) {
      visit.signIn(email, Product.RUNNING.demoPassword());
      return visit.page().context().storageState();
    }
  }

  private static BrowserContext context(
      Width width, String lang, @org.jspecify.annotations.Nullable String state) {
    var options =
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setBaseURL(Product.RUNNING.url().toString())
            .setLocale(lang.equals("ja") ? "ja-JP" : "en-GB")
            .setViewportSize(width.pixels(), 900);
    if (state != null) {
      options.setStorageState(state);
    }
    var context = Shared.CHROMIUM.newContext(options);
    context.setDefaultTimeout(30_000);
    return context;
  }

  private static Path executable() {
    return Stream.of(
            System.getProperty("musubi.chromium", ""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The stories need Chromium: install it (Debian: apt-get install chromium), or"
                        + " name it with -Dmusubi.chromium=PATH."));
  }

  private static final class Shared {
    private static final com.microsoft.playwright.Browser CHROMIUM = launch();

    private static com.microsoft.playwright.Browser launch() {
      var options = new Playwright.CreateOptions();
      options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
      var playwright = Playwright.create(options);
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-browser"));
      return playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(executable())
                  .setHeadless(true)
                  .setArgs(FLAGS));
    }
  }
}
