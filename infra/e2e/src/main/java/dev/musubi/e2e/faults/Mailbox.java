package dev.musubi.e2e.faults;

import dev.musubi.testkit.RunningProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of the development mail server. To ask the server for thousands of mails again and
 * again would keep it from taking new ones.
 */
public final class Mailbox {
  private static final String ENDING = ".eml";
  private final Path folder;
  private final Map<String, Letter> known = new ConcurrentHashMap<>();

  /** Of a copy; its mails need not be there yet. */
  public Mailbox(RunningProduct product) {
    this.folder = product.data().resolve("engines").resolve("mail");
  }

  /**
   * A mail that the server has taken.
   *
   * @param file its name without ending, by which the server's pages show it
   * @param id its Message-ID without the host
   * @param arrived by the clock of the machine, whatever that of the copy says
   */
  public record Letter(String file, String id, String recipient, Instant arrived) {}

  /** Oldest first. */
  public List<Letter> letters() {
    var letters = new ArrayList<Letter>();
    try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (var file : files) {
        var name = file.getFileName().toString().replace(ENDING, "");
        letters.add(known.computeIfAbsent(name, _ -> read(name, file)));
      }
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    letters.sort((one, other) -> one.file().compareTo(other.file()));
    return letters;
  }

  private static Letter read(String name, Path file) {
    try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      var recipient = "";
      var id = "";
      for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
        if (line.startsWith("X-Envelope-To: ")) {
          recipient = line.substring("X-Envelope-To: ".length()).strip();
        } else if (line.startsWith("Message-ID: ")) {
          id = line.substring("Message-ID: ".length()).strip().replaceAll("^<|@.*$", "");
        }
      }
      return new Letter(name, id, recipient, Files.getLastModifiedTime(file).toInstant());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
