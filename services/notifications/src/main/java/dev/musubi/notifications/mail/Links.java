package dev.musubi.notifications.mail;

import java.util.UUID;

/**
 * Addresses of pages that mails lead to.
 *
 * @param base address of the front page, without a slash at its end
 */
public record Links(String base) {
  /** Takes the slash off. */
  public Links {
    base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  String home() {
    return base + "/";
  }

  String listing(UUID id) {
    return base + "/listings/" + id;
  }

  String need(UUID id) {
    return base + "/needs/" + id;
  }

  /** The match on its need's page, with an answer prepared; only the page's button gives it. */
  String answer(UUID need, UUID match, String answer) {
    return need(need) + "?match=" + match + "&answer=" + answer + "#match-" + match;
  }

  String decline(UUID need, UUID match, String reason) {
    return need(need) + "?match=" + match + "&answer=NO&reason=" + reason + "#match-" + match;
  }

  String match(UUID need, UUID match) {
    return need(need) + "#match-" + match;
  }

  String deal(UUID id) {
    return base + "/deals/" + id;
  }

  String alerts() {
    return base + "/alerts";
  }

  String search() {
    return base + "/search";
  }

  /** The sign-up page: signing up again changes what was chosen, once it is confirmed. */
  String digest() {
    return base + "/digest";
  }

  /** About the sender. */
  public String about() {
    return base + "/about";
  }

  String confirm(String token) {
    return base + "/c/" + token;
  }

  /** Ends what the token stands for. */
  public String unsubscribe(String token) {
    return base + "/u/" + token;
  }
}
