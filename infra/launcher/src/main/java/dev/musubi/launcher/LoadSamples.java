package dev.musubi.launcher;

/**
 * Loads the sample data into services that run elsewhere, such as those of {@code
 * docker-compose.yml}: each is asked at the port 8080 of a host of its name. The secret of the
 * client {@code cli} and the password of the accounts come by the environment alone.
 */
public final class LoadSamples {
  private LoadSamples() {}

  /** Takes no arguments; ends with 1 and a line of why when it has failed. */
  public static void main(String[] args) {
    try {
      var api = new Api(service -> service.id() + ":8080", variable("MUSUBI_CLI_CLIENT_SECRET"));
      new Demo(api, variable("MUSUBI_DEMO_PASSWORD")).load();
    } catch (CommandFailure failure) {
      System.err.println("musubi: " + failure.getMessage());
      System.exit(1);
    }
  }

  private static String variable(String name) {
    var value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw Texts.failure("failure.variable", name);
    }
    return value;
  }
}
