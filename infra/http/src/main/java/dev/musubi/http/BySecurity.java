package dev.musubi.http;

/** Spring Security's own filters answer what it throws; it need not be on the class path. */
final class BySecurity {
  private BySecurity() {}

  static boolean handles(Exception exception) {
    for (Class<?> type = exception.getClass(); type != null; type = type.getSuperclass()) {
      String name = type.getName();
      if (name.equals("org.springframework.security.access.AccessDeniedException")
          || name.equals("org.springframework.security.core.AuthenticationException")) {
        return true;
      }
    }
    return false;
  }
}
