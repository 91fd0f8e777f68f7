package dev.musubi.notifications.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text beside the box that a person ticks. Old versions stay readable, because each proof of
 * consent names the one that was shown.
 *
 * @param version name of the text, a date
 * @param texts by language
 */
public record ConsentForm(String version, Map<String, String> texts) {

  /** All versions, newest last. */
  public record All(List<ConsentForm> forms) {
    /** The one that sign-up pages must show now. */
    public ConsentForm current() {
      return forms.getLast();
    }

    /** The version of this name. */
    public Optional<ConsentForm> find(String version) {
      return forms.stream().filter(form -> form.version().equals(version)).findFirst();
    }
  }
}
