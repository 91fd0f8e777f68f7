package dev.musubi.notifications.clients;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.musubi.model.Language;
import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.domain.MailAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Who reads the mails of an organisation: asked of profiles when a mail is sent, kept for half a
 * minute so that a digest does not ask for each person, and never stored.
 */
@Component
public class Contacts {
  private static final Duration KEEP = Duration.ofSeconds(30);

  /** So long nobody asks again after a failure: a batch of mails must not wait for each timeout. */
  private static final Duration AWAY = Duration.ofSeconds(3);

  private static final int MOST_KEPT = 10_000;
  private static final ParameterizedTypeReference<List<Raw>> LIST =
      new ParameterizedTypeReference<>() {};

  private final RestClient http;
  private final String base;
  private final InstantSource clock;
  private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();
  private volatile @Nullable Failure failure;

  Contacts(RestClient serviceRestClient, NotificationsSettings settings, InstantSource clock) {
    this.http = serviceRestClient;
    this.base = settings.profilesUrl().toString();
    this.clock = clock;
  }

  /**
   * The people of an organisation.
   *
   * @throws Unreachable when profiles cannot be asked; the mail has to wait
   */
  public List<Contact> of(UUID organisation) {
    Instant now = clock.instant();
    Kept known = kept.get(organisation);
    if (known != null && known.isFresh(now)) {
      return known.contacts();
    }
    Failure last = failure;
    if (last != null && last.isFresh(now)) {
      throw new Unreachable("profiles", last.cause());
    }
    List<Contact> fetched = fetch(organisation, now);
    failure = null;
    if (kept.size() > MOST_KEPT) {
      kept.clear();
    }
    kept.put(organisation, new Kept(fetched, now));
    return fetched;
  }

  /** One person of an organisation, if still there. */
  public Optional<Contact> find(UUID organisation, String account) {
    return of(organisation).stream().filter(it -> it.account().equals(account)).findFirst();
  }

  private List<Contact> fetch(UUID organisation, Instant now) {
    try {
      List<Raw> raw =
          http.get()
              .uri(base + "/internal/contacts?organisation={id}", organisation)
              .retrieve()
              .body(LIST);
      return raw == null ? List.of() : raw.stream().flatMap(it -> it.contact().stream()).toList();
    } catch (RuntimeException away) {
      failure = new Failure(away, now);
      throw new Unreachable("profiles", away);
    }
  }

  /**
   * A person who reads mails.
   *
   * @param alerts whether the person wants mails about matches at all
   */
  public record Contact(
      String account, MailAddress email, String name, Language lang, boolean alerts) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Raw(
      String account,
      String email,
      @Nullable String name,
      @Nullable String lang,
      @Nullable Boolean alertMail) {
    /** An address that cannot be written to is nobody's. */
    Optional<Contact> contact() {
      Language language = lang == null ? Language.JA : Language.find(lang).orElse(Language.JA);
      return MailAddress.parse(email)
          .map(
              address ->
                  new Contact(
                      account,
                      address,
                      name == null ? "" : name,
                      language,
                      alertMail == null || alertMail));
    }
  }

  private record Kept(List<Contact> contacts, Instant at) {
    /** A clock that was set back makes it stale as well. */
    boolean isFresh(Instant now) {
      return within(at, now, KEEP);
    }
  }

  private record Failure(RuntimeException cause, Instant at) {
    boolean isFresh(Instant now) {
      return within(at, now, AWAY);
    }
  }

  private static boolean within(Instant at, Instant now, Duration limit) {
    Duration age = Duration.between(at, now);
    return !age.isNegative() && age.compareTo(limit) < 0;
  }
}
