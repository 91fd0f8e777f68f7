package dev.musubi.notifications.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the mail server, kept open between mails. Not for two threads at a time.
 *
 * <p>Says of each mail what became of it; what the caller does about that is not decided here.
 */
public final class SmtpLine implements AutoCloseable {
  /** Servers end connections that carry too many mails; better to end them ourselves. */
  private static final int MOST_MAILS = 500;

  private static final Duration IDLE = Duration.ofSeconds(20);

  private final SmtpServer server;
  private final Session session;
  private final MimeLetter.Envelope envelope;
  private final InstantSource clock;
  private @Nullable Transport transport;
  private int carried;
  private long lastUsed = System.nanoTime();

  /** A line that is connected when the first mail goes out. */
  public SmtpLine(SmtpServer server, From from, String about, InstantSource clock) {
    this.server = server;
    this.envelope = MimeLetter.Envelope.of(from.address(), about);
    this.session = server.session(envelope.host());
    this.clock = clock;
  }

  /** Connects when needed. Nothing has been sent when this says that the server is away. */
  public Result.@Nullable Away connect() {
    try {
      Transport current = transport;
      if (current != null && current.isConnected() && carried < MOST_MAILS) {
        return null;
      }
      close();
      Transport fresh = session.getTransport("smtp");
      fresh.connect(server.host(), server.port(), server.user(), server.password());
      transport = fresh;
      carried = 0;
      return null;
    } catch (MessagingException away) {
      return new Result.Away(told(away));
    }
  }

  /** Ends a connection over which nothing has gone for a while, before the server does. */
  public void closeIfIdle() {
    if (transport != null && System.nanoTime() - lastUsed > IDLE.toNanos()) {
      close();
    }
  }

  /** Sends one mail over the open connection. */
  public Result send(OutgoingMail mail) {
    Transport open = transport;
    if (open == null) {
      return new Result.Away("not connected");
    }
    try {
      MimeLetter letter = MimeLetter.of(session, envelope, mail, clock.instant());
      carried++;
      lastUsed = System.nanoTime();
      open.sendMessage(letter, new Address[] {new InternetAddress(mail.to().text())});
      return new Result.Accepted();
    } catch (MessagingException failed) {
      return result(failed);
    }
  }

  private Result result(MessagingException failed) {
    for (Exception cause = failed; cause != null; cause = next(cause)) {
      if (cause instanceof SMTPAddressFailedException refused) {
        return byCode(refused.getReturnCode(), true, told(refused));
      }
      if (cause instanceof SMTPSenderFailedException refused) {
        return byCode(refused.getReturnCode(), false, told(refused));
      }
      if (cause instanceof IOException) {
        close();
        return new Result.Away(told(failed));
      }
      if (cause instanceof SMTPSendFailedException refused
          && !(next(cause) instanceof SMTPAddressFailedException)) {
        return byCode(refused.getReturnCode(), false, told(refused));
      }
    }
    if (failed instanceof AddressException) {
      return new Result.Refused(told(failed));
    }
    close();
    return new Result.Away(told(failed));
  }

  /** RFC 5321: 5yz is final, 4yz may work later, 421 closes the connection. */
  private Result byCode(int code, boolean recipient, String told) {
    if (code == 421 || code <= 0) {
      close();
      return new Result.Away(told);
    }
    if (code >= 500) {
      return recipient && !aboutUs(told) ? new Result.HardBounce(told) : new Result.Refused(told);
    }
    return new Result.Later(told);
  }

  /** RFC 3463: 5.7 is a policy against the sender, 5.2.2 a full mailbox; the address is good. */
  private static boolean aboutUs(String told) {
    return told.matches("5\\d\\d[ -]5\\.(?:7\\.\\d+|2\\.2)\\b.*");
  }

  private static @Nullable Exception next(Exception failed) {
    return failed instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  /** What the server said, without anybody's address, short enough for a column. */
  private static String told(Exception failed) {
    String text = String.valueOf(failed.getMessage());
    String line = MimeLetter.oneLine(text.replaceAll("\\S+@\\S+", "<address>"));
    return line.substring(0, Math.min(300, line.length()));
  }

  @Override
  public void close() {
    Transport open = transport;
    transport = null;
    if (open != null) {
      try {
        open.close();
      } catch (MessagingException alreadyClosed) {
        // The server was faster.
      }
    }
  }

  /** What became of a mail. */
  public sealed interface Result {
    /** The server has taken it. */
    record Accepted() implements Result {}

    /** The address does not exist, or takes nothing from us, for good. */
    record HardBounce(String told) implements Result {}

    /** The server will never take this mail. */
    record Refused(String told) implements Result {}

    /** Not now. */
    record Later(String told) implements Result {}

    /**
     * The server cannot be reached, or the connection broke; the next mail would fare no better.
     */
    record Away(String told) implements Result {}
  }

  /**
   * Address and name in From.
   *
   * @param address with its name
   */
  public record From(InternetAddress address) {
    /**
     * Reads {@code name <address>} or an address, and puts a name there when it has none.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static From parse(String text, String name) {
      try {
        InternetAddress address = new InternetAddress(text, true);
        if (address.getPersonal() == null) {
          address.setPersonal(name, "UTF-8");
        }
        return new From(address);
      } catch (AddressException | UnsupportedEncodingException malformed) {
        throw new IllegalArgumentException(
            "MUSUBI_MAIL_FROM must look like no-reply@example.org", malformed);
      }
    }

    /** The bare address. */
    public String bare() {
      return address.getAddress();
    }
  }
}
