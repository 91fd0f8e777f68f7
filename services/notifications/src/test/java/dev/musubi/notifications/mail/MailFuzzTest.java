package dev.musubi.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.notifications.domain.MailAddress;
import dev.musubi.notifications.mail.OutgoingMail.MailList;
import dev.musubi.testkit.fuzz.FuzzContract;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * Any address and any title in a mail: it goes to one person, and has the headers that every mail
 * has. The first line of an input is the address, the rest the title.
 */
final class MailFuzzTest implements FuzzContract {
  private static final Session SESSION = Session.getInstance(new Properties());
  private static final MailAddress TARO = new MailAddress("taro@example.jp");
  private static final List<String> PLAIN = headers(TARO, "plain");

  public static void fuzzerTestOneInput(byte[] input) {
    new MailFuzzTest().read(input);
  }

  @Override
  public void read(byte[] input) {
    String[] parts = new String(input, StandardCharsets.UTF_8).split("\n", 2);
    Optional<MailAddress> address = MailAddress.parse(parts[0]);
    String title = parts.length > 1 ? parts[1] : parts[0];
    assertThat(headers(address.orElse(TARO), title)).isEqualTo(PLAIN);
    MimeMessage mail = sent(address.orElse(TARO), title);
    try {
      assertThat(mail.getAllRecipients()).hasSize(1);
      assertThat(mail.getAllRecipients()[0].toString().toLowerCase(Locale.ROOT))
          .isEqualTo(address.orElse(TARO).canonical());
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> headers(MailAddress to, String title) {
    try {
      return Collections.list(sent(to, title).getAllHeaders()).stream()
          .map(Header::getName)
          .toList();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MimeMessage sent(MailAddress to, String title) {
    var mail =
        new OutgoingMail(new UUID(0, 1), to, "ja", title, title, title, MailList.DIGEST, null);
    try {
      var from = SmtpLine.From.parse("no-reply@mail.musubi.example", "結び Musubi");
      var envelope = MimeLetter.Envelope.of(from.address(), "https://musubi.example/about");
      var wire = new ByteArrayOutputStream();
      MimeLetter.of(SESSION, envelope, mail, Instant.EPOCH).writeTo(wire);
      return new MimeMessage(SESSION, new ByteArrayInputStream(wire.toByteArray()));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
