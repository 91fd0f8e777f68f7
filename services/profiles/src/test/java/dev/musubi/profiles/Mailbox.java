package dev.musubi.profiles;

import static org.awaitility.Awaitility.await;

import dev.musubi.testkit.ReceivedMail;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that a person gets. */
record Mailbox(RunningProfiles profiles, String email) {
  private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");

  /** The newest mail whose subject has this text; waits for it. */
  ReceivedMail mail(String subject) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> mails(subject), mails -> !mails.isEmpty())
        .getLast();
  }

  List<ReceivedMail> mails(String subject) {
    return profiles.mails().received().stream()
        .filter(mail -> mail.recipient().equals(email) && mail.subject().contains(subject))
        .toList();
  }

  /** The secret of the link in the newest mail of this subject. */
  String token(String subject) {
    Matcher token = TOKEN.matcher(String.valueOf(mail(subject).text()));
    if (!token.find()) {
      throw new IllegalStateException("no link in the mail");
    }
    return token.group(1);
  }
}
