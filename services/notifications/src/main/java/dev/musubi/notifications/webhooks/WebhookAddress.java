package dev.musubi.notifications.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses that a webhook may have. What its name resolves to is checked when it is called. */
public final class WebhookAddress {
  private static final int LONGEST = 2_000;

  private final boolean plainHttp;
  private final AddressGuard guard;

  /** Takes https, and http as well for demonstrations. */
  public WebhookAddress(boolean plainHttp, AddressGuard guard) {
    this.plainHttp = plainHttp;
    this.guard = guard;
  }

  /** Why the address cannot be taken: the code of the field error, or nothing. */
  public Optional<String> wrong(String text) {
    URI uri = parse(text);
    if (uri == null || uri.getHost() == null || uri.isOpaque() || text.length() > LONGEST) {
      return Optional.of("webhook-address");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return Optional.of("webhook-address");
    }
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    if (!secure && !(plainHttp && "http".equalsIgnoreCase(uri.getScheme()))) {
      return Optional.of("webhook-https");
    }
    return literal(uri.getHost())
        .filter(address -> !guard.permits(address))
        .map(address -> "webhook-private");
  }

  private static @Nullable URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException malformed) {
      return null;
    }
  }

  /** An address written as numbers; a name is left alone, because asking for it tells the asker. */
  private static Optional<InetAddress> literal(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (!bare.contains(":") && !bare.matches("[0-9.]+")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException malformed) {
      return Optional.empty();
    }
  }
}
