package dev.musubi.mailnode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mails as JSON: {@code [{id, recipient, from, subject, headers: [[name, value]], text,
 * html}]}. Headers are pairs, for a name may appear twice.
 */
final class MailJson {
  private MailJson() {}

  /** One at a time: thousands of mails need no more memory than one. */
  static void write(Stream<Mail> mails, OutputStream out) throws IOException {
    var before = "[";
    for (var mail : (Iterable<Mail>) mails::iterator) {
      out.write((before + mail(mail)).getBytes(StandardCharsets.UTF_8));
      before = ",\n";
    }
    out.write((before.equals("[") ? "[]" : "]").getBytes(StandardCharsets.UTF_8));
  }

  private static String mail(Mail mail) {
    var headers =
        mail.headers().stream()
            .map(header -> "[" + quote(header.getKey()) + "," + quote(header.getValue()) + "]")
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"id\":%s,\"recipient\":%s,\"from\":%s,\"subject\":%s,\"headers\":%s,\"text\":%s,\"html\":%s}"
        .formatted(
            quote(mail.id()),
            quote(mail.recipient()),
            quote(mail.from()),
            quote(mail.subject()),
            headers,
            quote(mail.text()),
            quote(mail.html()));
  }

  private static String quote(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    var json = new StringBuilder("\"");
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        default -> {
          if (c < 0x20 || Character.isSurrogate(c)) {
            json.append("\\u%04x".formatted((int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}
