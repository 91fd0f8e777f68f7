package dev.musubi.launcher;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Keys of services' outboxes whose next event Kafka refuses. They are named {@code
 * outbox:SERVICE/TOPIC/KEY@EVENT}, so that nothing is dropped that the operator has not seen.
 *
 * @param running names of the processes of the copy
 */
record ParkedKeys(Api api, List<String> running) {
  private static final String PREFIX = "outbox:";
  private static final String PATH = "/internal/messaging/parked";
  private static final Pattern NAME = Pattern.compile("outbox:([a-z]+)/([^/]+)/(.+)@([^@]+)");

  static boolean names(String word) {
    return word.startsWith(PREFIX);
  }

  /** A line for each; of a service that does not answer, that. */
  void list() {
    long count = 0;
    for (var service : senders()) {
      try {
        var items = of(service).path("items");
        count += items.size();
        items.forEach(item -> System.out.println(line(service, item)));
      } catch (CommandFailure unreachable) {
        System.out.println(unreachable.getMessage());
      }
    }
    if (count == 0) {
      System.out.println(Texts.of("parked.none"));
    }
  }

  private List<Service> senders() {
    return Arrays.stream(Service.values())
        .filter(Service::hasDatabase)
        .filter(service -> running.contains(service.id()))
        .toList();
  }

  private JsonNode of(Service service) {
    return api.json(api.request(api.of(service, PATH)).GET());
  }

  private static String line(Service service, JsonNode item) {
    return Texts.of(
        "parked.line",
        "%s%s/%s/%s@%s"
            .formatted(
                PREFIX,
                service.id(),
                item.path("topic").asString(),
                item.path("key").asString(),
                item.path("eventId").asString()),
        item.path("parkedAt").asString(),
        item.path("type").asString("-"),
        item.path("waiting").asLong(0),
        item.path("reason").asString("").lines().findFirst().orElse(""));
  }

  /** Carries {@code show}, {@code replay} (try again) or {@code drop} out on those named. */
  int decide(String verb, List<String> words) {
    for (var word : words) {
      var name = NAME.matcher(word);
      if (!name.matches()) {
        throw Texts.failure("failure.parked-name", word);
      }
      switch (verb) {
        case "show" -> show(name);
        case "replay" -> post(name, "/release", "parked.released");
        case "drop" -> post(name, "/drop", "parked.dropped");
        default -> throw Texts.failure("failure.parked-verb", verb);
      }
    }
    return 0;
  }

  private void show(Matcher name) {
    var found =
        of(service(name))
            .path("items")
            .valueStream()
            .filter(item -> item.path("key").asString().equals(name.group(3)))
            .filter(item -> item.path("topic").asString().equals(name.group(2)))
            .findFirst()
            .orElseThrow(() -> Texts.failure("failure.parked-name", name.group()));
    found.forEachEntry((field, value) -> System.out.println(field + ": " + value.asString("")));
  }

  private void post(Matcher name, String action, String told) {
    var body =
        Api.JSON
            .createObjectNode()
            .put("topic", name.group(2))
            .put("key", name.group(3))
            .put("eventId", name.group(4));
    api.json(
        api.request(api.of(service(name), PATH + action))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
    System.out.println(Texts.of(told, name.group()));
  }

  private Service service(Matcher name) {
    return senders().stream()
        .filter(service -> service.id().equals(name.group(1)))
        .findFirst()
        .orElseThrow(() -> Texts.failure("failure.parked-name", name.group()));
  }
}
