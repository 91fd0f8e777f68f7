package dev.musubi.testkit.start;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

/** A service that is told what it does not know does not start, and says so in one line. */
public interface StartContract {
  Class<?> application();

  /** A key that the service knows. */
  String aKey();

  @Test
  default void misspelt_key_stops_the_start_and_the_right_one_is_named() {
    assertThatThrownBy(() -> start("--" + aKey() + "x=1"))
        .hasMessageContaining(aKey() + "x ")
        .hasMessageContaining(aKey() + "?")
        .hasMessageNotContainingAny("\n");
  }

  @Test
  default void key_of_nobody_stops_the_start() {
    assertThatThrownBy(() -> start("--musubi.colour-of-the-sky=blue"))
        .hasMessageContaining("musubi.colour-of-the-sky ")
        .hasMessageNotContainingAny("\n");
  }

  private void start(String argument) {
    SpringApplication application = new SpringApplication(application());
    application.setLogStartupInfo(false);
    application.run("--spring.main.banner-mode=off", argument).close();
  }
}
