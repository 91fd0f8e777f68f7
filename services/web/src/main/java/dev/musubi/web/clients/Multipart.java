package dev.musubi.web.clients;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A form with a file (RFC 7578), streamed from disk. */
final class Multipart {
  private final String boundary = "musubi-" + UUID.randomUUID();
  private final List<BodyPublisher> parts = new ArrayList<>();

  Multipart field(String name, String value) {
    parts.add(
        text("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", name, value));
    return this;
  }

  /** Adds a file; its name is only a label and loses whatever could end a header. */
  Multipart file(String name, String fileName, Path file) throws FileNotFoundException {
    String safe = fileName.replaceAll("[\\p{Cntrl}\"\\\\/]", "_");
    parts.add(
        text(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n",
            name, safe));
    parts.add(BodyPublishers.ofFile(file));
    parts.add(BodyPublishers.ofString("\r\n"));
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher body() {
    List<BodyPublisher> all = new ArrayList<>(parts);
    all.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
    return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
  }

  private BodyPublisher text(String template, String first, String second) {
    return BodyPublishers.ofString(String.format(template, boundary, first, second));
  }
}
