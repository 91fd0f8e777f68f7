package dev.musubi.testkit.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Judges answers to bad input and gathers what is wrong with them. */
final class Judge {
  private static final Pattern INNER =
      Pattern.compile(
          "dev\\.musubi|org\\.spring|java\\.(lang|util|time)|jakarta\\.|tools\\.jackson|Exception|SELECT"
              + " |at \\[Source");
  private static final Pattern JAPANESE = Pattern.compile("[\\u3040-\\u30ff\\u4e00-\\u9fff]");
  private static final Pattern KEY = Pattern.compile("\"(detail|title|message)\":\"problem\\.");

  private final List<String> wrong = new ArrayList<>();

  List<String> wrong() {
    return wrong;
  }

  /** The answer refuses by good problem details, in the language that was asked for. */
  void refuses(Endpoint endpoint, String input, ApiAnswer answer, String language) {
    if (answer.status() < 400) {
      say(endpoint, input, answer, "is taken");
      return;
    }
    bears(endpoint, input, answer, language);
  }

  /** The answer refuses with this status. */
  void refuses(
      Endpoint endpoint, String input, ApiAnswer answer, String language, Integer... statuses) {
    if (!List.of(statuses).contains(answer.status())) {
      say(endpoint, input, answer, "is not answered by " + List.of(statuses));
      return;
    }
    bears(endpoint, input, answer, language);
  }

  /** The answer may accept; when it refuses, it does so by good problem details. */
  void bears(Endpoint endpoint, String input, ApiAnswer answer, String language) {
    if (answer.status() >= 500) {
      say(endpoint, input, answer, "breaks it");
    } else if (answer.status() >= 400) {
      explained(endpoint, input, answer, language);
    }
  }

  /** Each of these fields is called wrong. */
  void names(Endpoint endpoint, String input, ApiAnswer answer, List<String> fields) {
    for (String field : fields) {
      if (answer.wrongFields().stream().noneMatch(it -> related(it, field))) {
        say(endpoint, input, answer, "is not told of " + field);
      }
    }
  }

  private static boolean related(String told, String field) {
    return told.equals(field) || told.startsWith(field + "/");
  }

  private void explained(Endpoint endpoint, String input, ApiAnswer answer, String language) {
    String body = answer.body();
    if (!answer.header("Content-Type").startsWith("application/problem+json")) {
      say(endpoint, input, answer, "gets no problem details");
    } else if (answer.text("/detail").isBlank() || answer.text("/title").isBlank()) {
      say(endpoint, input, answer, "is not explained");
    } else if (KEY.matcher(body).find()) {
      say(endpoint, input, answer, "lacks its text");
    } else if (INNER.matcher(body).find()) {
      say(endpoint, input, answer, "shows what is inside");
    } else if (!inLanguage(answer, language)) {
      say(endpoint, input, answer, "is explained in another language than " + language);
    }
  }

  private static boolean inLanguage(ApiAnswer answer, String language) {
    boolean japanese = language.equals("ja");
    boolean fields =
        answer
            .json()
            .path("errors")
            .valueStream()
            .allMatch(it -> japanese == isJapanese(it.path("message").asString()));
    return fields
        && japanese == isJapanese(answer.text("/detail"))
        && japanese == isJapanese(answer.text("/title"));
  }

  private static boolean isJapanese(String text) {
    return JAPANESE.matcher(text).find();
  }

  private void say(Endpoint endpoint, String input, ApiAnswer answer, String what) {
    String body = answer.body();
    wrong.add(
        "%s: %s %s: %d %s"
            .formatted(
                endpoint,
                input,
                what,
                answer.status(),
                body.length() > 400 ? body.substring(0, 400) : body));
  }
}
