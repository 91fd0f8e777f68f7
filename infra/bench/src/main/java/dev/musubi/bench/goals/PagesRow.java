package dev.musubi.bench.goals;

import dev.musubi.bench.load.Rounds;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * How long the server takes for the pages that people open most, signed in as those who open them,
 * from the request to the last byte, without pictures and styles. There is no counterpart: the goal
 * is a time. One person at a time; a warm copy with its sample data.
 */
final class PagesRow implements Row {
  private static final int VISITS = 20;
  private static final int UNMEASURED = 10;
  private static final int MOST_MILLISECONDS = 100;
  private static final Pattern FORM_TOKEN =
      Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  @Override
  public String id() {
    return "pages";
  }

  @Override
  public List<Figure> measure(Setting setting) throws Exception {
    var middle = new ArrayList<Double>();
    var slowest = new ArrayList<Double>();
    var copy = setting.copy().calm(setting);
    var pages = pages(copy);
    for (var page : pages) {
      page.milliseconds(setting.sized(UNMEASURED));
    }
    for (var round = 0; round < setting.rounds(); round++) {
      setting.tell("goals.round", id(), round + 1, setting.rounds());
      var all = new ArrayList<Double>();
      var worst = 0.0;
      for (var page : pages) {
        var times = page.milliseconds(setting.sized(VISITS));
        all.addAll(times);
        worst = Math.max(worst, median(times));
      }
      middle.add(median(all));
      slowest.add(worst);
    }
    var goal = Goal.atMost(MOST_MILLISECONDS);
    return List.of(
        new Figure("pages.median", "milliseconds", middle, List.of(), goal),
        new Figure("pages.slowest", "milliseconds", slowest, List.of(), goal));
  }

  private static double median(List<Double> times) {
    return Rounds.at(times.stream().sorted().toList(), 0.5);
  }

  private static List<Page> pages(MeasuredCopy copy) throws Exception {
    var address = copy.product().url();
    var words = coded("廃プラスチックを素材ごとに分けたい");
    var found = copy.person("firm").get("/api/v1/search/listings?q=" + words).body();
    var need = first(copy.person("firm").get("/api/v1/needs?state=ACTIVE").body().at("/items"));
    var own = first(copy.person("tlo").get("/api/v1/listings?state=PUBLISHED").body().at("/items"));
    var listing = found.at("/hits/0/listingId").asString();
    var nobody = new Visitor(address);
    var firm = new Visitor(address).signIn("firm", copy.product().demoPassword());
    var office = new Visitor(address).signIn("tlo", copy.product().demoPassword());
    var pages = new ArrayList<Page>();
    for (var path : List.of("/", "/search?q=" + words, "/listings/" + listing, "/landscape")) {
      pages.add(new Page(nobody, path));
    }
    for (var path : List.of("/needs", "/needs/" + need, "/needs/new", "/alerts", "/deals")) {
      pages.add(new Page(firm, path));
    }
    for (var path : List.of("/office", "/office/listings/" + own, "/office/imports")) {
      pages.add(new Page(office, path));
    }
    return pages;
  }

  private static String first(JsonNode items) throws IOException {
    if (items.isEmpty()) {
      throw new IOException("The sample data has nothing to look at");
    }
    return items.get(0).path("id").asString();
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private record Page(Visitor visitor, String path) {
    List<Double> milliseconds(int visits) throws IOException, InterruptedException {
      var times = new ArrayList<Double>();
      for (var i = 0; i < visits; i++) {
        var begun = System.nanoTime();
        visitor.open(path);
        times.add((System.nanoTime() - begun) / 1e6);
      }
      return times;
    }
  }

  /** A browser without a screen: it keeps cookies and follows where it is sent. */
  private static final class Visitor {
    private final URI address;
    private final HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Visitor(URI address) {
      this.address = address;
    }

    Visitor signIn(String name, String password) throws IOException, InterruptedException {
      var form = open("/sign-in");
      var token = FORM_TOKEN.matcher(form.body());
      if (!token.find()) {
        throw new IOException("There is no form to sign in at " + form.uri());
      }
      var fields =
          "email=%s&password=%s&_csrf=%s"
              .formatted(
                  coded(name + "@demo.musubi.example"), coded(password), coded(token.group(1)));
      var request =
          HttpRequest.newBuilder(form.uri().resolve("/login"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(fields));
      send(request);
      return this;
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
      return send(HttpRequest.newBuilder(address.resolve(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      var answer =
          http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(answer.uri() + " answers " + answer.statusCode());
      }
      return answer;
    }
  }
}
