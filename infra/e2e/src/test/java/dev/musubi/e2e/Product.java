package dev.musubi.e2e;

import static org.awaitility.Awaitility.await;

import dev.musubi.testkit.ReceivedMail;
import dev.musubi.testkit.RunningProduct;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.core.ConditionFactory;

/** The copy that all stories share, and the people of its sample data. */
final class Product {
  static final RunningProduct RUNNING = RunningProduct.shared();

  /** Licensing office of the sample university. */
  static final String OFFICE = "tlo@demo.musubi.example";

  /** A maker of plastic parts that reads Japanese. */
  static final String FIRM = "firm@demo.musubi.example";

  /** A maker of bicycles that reads English. */
  static final String ENGLISH_FIRM = "firm-en@demo.musubi.example";

  private Product() {}

  /** Generous: machines that run tests are shared. What is waited for mostly takes a second. */
  static ConditionFactory patiently() {
    return await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(100));
  }

  /** Mails to an address, oldest first. */
  static List<ReceivedMail> mailsTo(String address) {
    return RUNNING.mail().received().stream()
        .filter(mail -> mail.recipient().equals(address))
        .toList();
  }

  /** The first mail to an address that is the one meant. */
  static ReceivedMail mailTo(String address, Predicate<ReceivedMail> meant) {
    return patiently()
        .until(() -> mailsTo(address).stream().filter(meant).toList(), mails -> !mails.isEmpty())
        .getFirst();
  }

  /** The plain part of a mail as one line, as long words are broken in it. */
  static String read(ReceivedMail mail) {
    return String.valueOf(mail.text()).replace("\r", "").replace("\n", "");
  }
}
