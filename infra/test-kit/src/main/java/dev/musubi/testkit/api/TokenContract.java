package dev.musubi.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every endpoint that exists, without a token and with bad ones: what is not listed is closed. */
public interface TokenContract {
  ApiUnderTest api();

  /** Further tokens that must open nothing: expired ones, those of other issuers. */
  Map<String, String> furtherBadTokens();

  @Test
  default void endpoints_that_are_called_open_exist() {
    assertThat(api().endpoints()).isNotEmpty();
    assertThat(api().endpoints().stream().map(Endpoint::toString).toList())
        .containsAll(api().open());
  }

  @Test
  default void stranger_gets_in_only_where_it_is_open() {
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : api().endpoints()) {
      ApiAnswer answer = api().call(endpoint, api().client(""));
      boolean refused = answer.status() == 401;
      if (refused == api().isOpen(endpoint) || answer.status() == 403) {
        wrong.add(endpoint + " answers a stranger " + answer.status());
      }
      if (refused && !answer.header("WWW-Authenticate").startsWith("Bearer")) {
        wrong.add(endpoint + " refuses without a challenge");
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  default void bad_token_opens_nothing() {
    List<String> wrong = new ArrayList<>();
    Map<String, String> bad = BadTokens.of(api().member());
    bad.putAll(furtherBadTokens());
    for (Endpoint endpoint : api().endpoints()) {
      bad.forEach(
          (name, token) -> {
            int status = api().call(endpoint, api().client(token)).status();
            if (status != 401) {
              wrong.add(endpoint + " answers a token that is " + name + " with " + status);
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  default void token_in_the_address_opens_nothing() {
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : api().endpoints()) {
      if (endpoint.reads() && !api().isOpen(endpoint)) {
        String path = api().path(endpoint) + "?access_token=" + api().member();
        int status = api().client("").get(path).status();
        if (status != 401) {
          wrong.add(endpoint + " answers " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
