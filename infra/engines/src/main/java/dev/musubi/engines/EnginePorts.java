package dev.musubi.engines;

/** The loopback ports of the engines. */
public record EnginePorts(
    int postgres,
    int kafka,
    int kafkaController,
    int elasticsearch,
    int elasticsearchTransport,
    int redis,
    int smtp,
    int mailPages) {

  /** The ports from {@code first} on, in the order of the components. */
  public static EnginePorts from(int first) {
    return new EnginePorts(
        first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6, first + 7);
  }
}
