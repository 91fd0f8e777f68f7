package dev.musubi.launcher;

/** The services, in the order of their ports. */
enum Service {
  WEB(192),
  LISTINGS(224),
  PROFILES(192),
  MATCHING(384),
  DEALS(160),
  NOTIFICATIONS(192);

  private final int heapMegabytes;

  Service(int heapMegabytes) {
    this.heapMegabytes = heapMegabytes;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }

  String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  int port(int first) {
    return first + ordinal();
  }

  boolean hasDatabase() {
    return this != WEB;
  }

  String mainClass() {
    var id = id();
    return "dev.musubi.%s.%s%sApplication"
        .formatted(id, id.substring(0, 1).toUpperCase(java.util.Locale.ROOT), id.substring(1));
  }
}
