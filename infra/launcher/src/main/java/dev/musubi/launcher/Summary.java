package dev.musubi.launcher;

import java.time.Duration;

/** The last words of a start: where to go, with what, and where things lie. */
final class Summary {
  private Summary() {}

  static void print(Addresses addresses, DataFolder data, boolean demo, Duration elapsed) {
    System.out.println();
    System.out.println(Texts.of("up.done", "%.0f".formatted(elapsed.toMillis() / 1000.0)));
    System.out.println(Texts.of("up.address", addresses.publicUrl()));
    System.out.println(Texts.of("up.mail", addresses.mailPages()));
    if (demo) {
      var password = data.secrets().demoPassword();
      for (var role : new String[] {"tlo", "firm", "broker", "admin"}) {
        System.out.println(Texts.of("up.login." + role, role + "@demo.musubi.example", password));
      }
    }
    System.out.println(Texts.of("up.data", data.path()));
    System.out.println(Texts.of("up.logs", data.logs()));
    System.out.println(Texts.of("up.end"));
  }
}
