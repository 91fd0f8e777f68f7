package dev.musubi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/needs",
        "/search?q=%E6%8E%92%E6%B0%B4&licence=NON_EXCLUSIVE",
        "/listings/01990000-0000-7000-8000-000100000001?match=1:2"
      })
  void a_path_of_ours_is_gone_on_to(String path) {
    assertThat(OwnPath.of(path)).contains(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "needs",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        " //evil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/needs\r\nSet-Cookie: a=b",
        "/{needs}",
        "/needs#x\"><script>"
      })
  void nothing_that_a_browser_may_read_as_another_place_is_gone_on_to(String path) {
    assertThat(OwnPath.of(path)).isEmpty();
  }

  @Test
  void nothing_asked_is_nothing_given() {
    assertThat(OwnPath.of(null)).isEmpty();
  }
}
