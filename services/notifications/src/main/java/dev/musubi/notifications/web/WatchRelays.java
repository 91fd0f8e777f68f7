package dev.musubi.notifications.web;

import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.mail.SmtpServer;
import dev.musubi.notifications.stream.RedisSignals;
import dev.musubi.observability.Reading;
import dev.musubi.observability.Watched;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether the mail server takes connections, and whether signals go over Redis. */
@Component
class WatchRelays implements Watched {
  private static final int CONNECT_MS = 1500;

  private final SmtpServer smtp;
  private final RedisSignals redis;

  WatchRelays(NotificationsSettings settings, RedisSignals redis) {
    this.smtp = SmtpServer.parse(settings.mail().smtp(), settings.mail().timeout());
    this.redis = redis;
  }

  @Override
  public String what() {
    return "smtp";
  }

  @Override
  public List<Reading> readings() {
    return List.of(
        mailServer(),
        redis.connected()
            ? Reading.answers("redis", Duration.ZERO)
            : Reading.away("redis", "not connected"));
  }

  private Reading mailServer() {
    long from = System.nanoTime();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(smtp.host(), smtp.port()), CONNECT_MS);
      return Reading.answers(what(), Duration.ofNanos(System.nanoTime() - from));
    } catch (IOException away) {
      return Reading.away(what(), away.toString());
    }
  }
}
