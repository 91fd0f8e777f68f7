package dev.musubi.mailnode;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with one {@code .eml} file for each mail and recipient; it outlives the process. */
final class MailBox {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS").withZone(ZoneOffset.UTC);
  private static final Pattern ID = Pattern.compile("[0-9]{8}-[0-9]{9}-[0-9]{6}");

  private static final String ENDING = ".eml";
  private static final int KEPT_READ = 150;

  /** Says for whom the server took the mail; the header {@code To} need not. */
  static final String ENVELOPE = "X-Envelope-To";

  private final Path folder;
  private final AtomicLong sequence = new AtomicLong();

  /** A mail never changes, and whoever waits for one asks for all of them again and again. */
  private final Map<String, Mail> read =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Mail> eldest) {
              return size() > KEPT_READ;
            }
          });

  MailBox(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** On return the mail is in its file: only then is it acknowledged to the sender. */
  void keep(MimeMessage message, String recipient) throws MessagingException {
    var id =
        STAMP.format(Instant.now()) + "-%06d".formatted(sequence.incrementAndGet() % 1_000_000);
    var out = new ByteArrayOutputStream();
    out.writeBytes((ENVELOPE + ": " + recipient + "\r\n").getBytes(StandardCharsets.UTF_8));
    try {
      message.writeTo(out);
      var draft = Files.write(folder.resolve(id + ".part"), out.toByteArray());
      Files.move(draft, folder.resolve(id + ENDING), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new MessagingException("The mail could not be kept.", failure);
    }
  }

  /** Oldest first. */
  Stream<Mail> all() {
    return ids().stream().map(this::find).flatMap(Optional::stream);
  }

  /** Newest first. */
  List<Mail> newest(int limit) {
    return ids().reversed().stream()
        .limit(limit)
        .map(this::find)
        .flatMap(Optional::stream)
        .toList();
  }

  int size() {
    return ids().size();
  }

  private List<String> ids() {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Optional<byte[]> raw(String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(id + ENDING)));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Optional<Mail> find(String id) {
    var known = read.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    var mail = raw(id).map(bytes -> Mail.of(id, parse(bytes)));
    mail.ifPresent(it -> read.put(id, it));
    return mail;
  }

  void clear() {
    read.clear();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static MimeMessage parse(byte[] bytes) {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    } catch (MessagingException failure) {
      throw new IllegalStateException("A kept mail cannot be read.", failure);
    }
  }
}
