package dev.musubi.testkit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it arrived, once for each recipient.
 *
 * @param recipient of the envelope
 * @param headers pairs of name and decoded value, in their order
 * @param text the plain part, absent if there is none
 * @param html the HTML part, absent if there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReceivedMail(
    String id,
    String recipient,
    String from,
    String subject,
    List<List<String>> headers,
    @Nullable String text,
    @Nullable String html) {

  /** The first header of that name, in whatever case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(pair -> pair.getFirst().equalsIgnoreCase(name))
        .map(List::getLast)
        .findFirst();
  }
}
