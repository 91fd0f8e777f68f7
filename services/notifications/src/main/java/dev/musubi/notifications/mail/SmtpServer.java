package dev.musubi.notifications.mail;

import jakarta.mail.Session;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where mails go out.
 *
 * @param secure TLS from the first byte ({@code smtps}); otherwise STARTTLS when the server offers
 *     it, and always when a password has to be sent
 */
public record SmtpServer(
    boolean secure,
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    Duration timeout) {

  /**
   * Reads {@code smtp://[user:password@]host[:port]} or {@code smtps://…}.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static SmtpServer parse(String address, Duration timeout) {
    URI uri = URI.create(address);
    boolean secure = "smtps".equals(uri.getScheme());
    if ((!secure && !"smtp".equals(uri.getScheme())) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "MUSUBI_SMTP must look like smtp://user:password@host:port or smtps://…");
    }
    int port = uri.getPort() > 0 ? uri.getPort() : secure ? 465 : 25;
    String[] login = uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
    String user = login.length == 2 ? login[0] : null;
    String password = login.length == 2 ? login[1] : null;
    return new SmtpServer(secure, uri.getHost(), port, user, password, timeout);
  }

  Session session(String clientName) {
    String millis = Long.toString(timeout.toMillis());
    Properties mail = new Properties();
    mail.put("mail.transport.protocol", "smtp");
    mail.put("mail.smtp.host", host);
    mail.put("mail.smtp.port", Integer.toString(port));
    mail.put("mail.smtp.localhost", clientName);
    mail.put("mail.smtp.connectiontimeout", millis);
    mail.put("mail.smtp.timeout", millis);
    mail.put("mail.smtp.writetimeout", millis);
    mail.put("mail.smtp.auth", Boolean.toString(user != null));
    mail.put("mail.smtp.ssl.enable", Boolean.toString(secure));
    mail.put("mail.smtp.ssl.checkserveridentity", "true");
    mail.put("mail.smtp.starttls.enable", "true");
    mail.put("mail.smtp.starttls.required", Boolean.toString(user != null && !secure));
    mail.put("mail.smtp.sendpartial", "false");
    mail.put("mail.smtp.quitwait", "false");
    return Session.getInstance(mail);
  }

  /** Never the password. */
  @Override
  public String toString() {
    return (secure ? "smtps://" : "smtp://") + host + ":" + port;
  }
}
