package dev.musubi.mailnode;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A received mail, decoded for reading. Header names keep the sender's case and order. */
record Mail(
    String id,
    String recipient,
    String from,
    String subject,
    List<Map.Entry<String, String>> headers,
    @Nullable String text,
    @Nullable String html) {

  static Mail of(String id, MimeMessage message) {
    try {
      var headers = headers(message);
      return new Mail(
          id,
          first(headers, MailBox.ENVELOPE),
          first(headers, "From"),
          first(headers, "Subject"),
          headers,
          part(message, "text/plain"),
          part(message, "text/html"));
    } catch (MessagingException | IOException failure) {
      throw new IllegalStateException("The mail " + id + " cannot be read.", failure);
    }
  }

  private static List<Map.Entry<String, String>> headers(MimeMessage message)
      throws MessagingException {
    var headers = new ArrayList<Map.Entry<String, String>>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      headers.add(Map.entry(header.getName(), decode(header.getValue())));
    }
    return List.copyOf(headers);
  }

  private static String decode(String value) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(value));
    } catch (UnsupportedEncodingException unknown) {
      return value;
    }
  }

  private static String first(List<Map.Entry<String, String>> headers, String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static @Nullable String part(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent() instanceof String text ? text : null;
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int index = 0; index < parts.getCount(); index++) {
        BodyPart child = parts.getBodyPart(index);
        String found = part(child, type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
