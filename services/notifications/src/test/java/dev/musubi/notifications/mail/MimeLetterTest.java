package dev.musubi.notifications.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.Language;
import dev.musubi.notifications.domain.MailAddress;
import dev.musubi.notifications.mail.OutgoingMail.MailList;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MimeLetterTest {
  private static final UUID DELIVERY = UUID.fromString("0193a000-0000-7000-8000-00000000abcd");
  private static final Session SESSION = Session.getInstance(new Properties());

  @Test
  void digest_can_be_ended_with_one_click_and_is_known_as_a_list() throws Exception {
    MimeMessage mail = sent(mail("件名", MailList.DIGEST, "https://musubi.example/u/T"));
    assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo("<https://musubi.example/u/T>");
    assertThat(mail.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    assertThat(mail.getHeader("List-Id", null)).endsWith("<digest.mail.musubi.example>");
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(mail.getHeader("Content-Language", null)).isEqualTo("ja");
    assertThat(mail.getSentDate()).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
  }

  @Test
  void mail_of_a_deal_carries_no_list_headers() throws Exception {
    MimeMessage mail = sent(mail("件名", null, null));
    assertThat(mail.getHeader("List-Id")).isNull();
    assertThat(mail.getHeader("List-Unsubscribe")).isNull();
  }

  @Test
  void message_id_is_made_of_the_delivery_so_that_a_repeat_can_be_recognised() throws Exception {
    String first = sent(mail("件名", null, null)).getMessageID();
    assertThat(first).isEqualTo("<" + DELIVERY + "@mail.musubi.example>");
    assertThat(sent(mail("件名", null, null)).getMessageID()).isEqualTo(first);
  }

  @Test
  void subject_in_japanese_survives_and_goes_over_the_wire_in_ascii() throws Exception {
    String subject = "「黒いプラスチックが混ざった廃材を材質ごとに分けたい」に合いそうな特許が見つかりました";
    byte[] wire = wire(mail(subject, null, null));
    assertThat(new String(wire, UTF_8).chars()).allMatch(c -> c < 128);
    assertThat(sent(mail(subject, null, null)).getSubject()).isEqualTo(subject);
  }

  @Test
  void no_title_can_open_another_header() throws Exception {
    String hostile =
        "Hello\r\nBcc: victim@example.org\n\n<b>\u2028X-A: b\u0085X-B: c\u000bd\u0000e";
    MimeMessage mail = sent(mail(hostile, MailList.DIGEST, null));
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getHeader("X-A")).isNull();
    assertThat(mail.getSubject()).startsWith("Hello Bcc: victim@example.org <b> X-A: b");
    assertThat(mail.getSubject().chars()).noneMatch(Character::isISOControl);
  }

  @Test
  void both_forms_are_there_plain_text_first() throws Exception {
    MimeMultipart parts = (MimeMultipart) sent(mail("件名", null, null)).getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain; charset=UTF-8");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html; charset=UTF-8");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("本文です。");
  }

  private static OutgoingMail mail(
      String subject, @Nullable MailList list, @Nullable String unsubscribe) {
    return new OutgoingMail(
        DELIVERY,
        new MailAddress("taro@example.jp"),
        Language.JA.code(),
        subject,
        "本文です。",
        "<p>本文です。</p>",
        list,
        unsubscribe);
  }

  private static byte[] wire(OutgoingMail mail) throws MessagingException, IOException {
    SmtpLine.From from = SmtpLine.From.parse("no-reply@mail.musubi.example", "結び Musubi");
    MimeLetter.Envelope envelope =
        MimeLetter.Envelope.of(from.address(), "https://musubi.example/about");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MimeLetter.of(SESSION, envelope, mail, Instant.parse("2026-11-23T00:00:00Z")).writeTo(out);
    return out.toByteArray();
  }

  private static MimeMessage sent(OutgoingMail mail) throws MessagingException, IOException {
    return new MimeMessage(SESSION, new ByteArrayInputStream(wire(mail)));
  }
}
