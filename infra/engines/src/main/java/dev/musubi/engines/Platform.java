package dev.musubi.engines;

import java.util.Locale;

/** The system and processor, in the words of the artefacts that carry native programs. */
final class Platform {
  private static final boolean MAC =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
  private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

  private Platform() {}

  static String text() {
    return (MAC ? "darwin" : "linux") + "-" + (ARM ? "arm64" : "amd64");
  }

  static String postgresArchive() {
    return "postgres-" + (MAC ? "darwin" : "linux") + "-" + (ARM ? "arm_64" : "x86_64") + ".txz";
  }

  static String redisProgram() {
    if (MAC) {
      return "redis-server-6.2.6-v5-darwin-" + (ARM ? "arm64" : "amd64");
    }
    return ARM ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
  }

  static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }
}
