package dev.musubi.engines.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command line of a Java process on a leash.
 *
 * @param home of the JDK
 * @param heapMegabytes the largest heap; the other areas are bounded by what the process uses
 * @param options further options of the virtual machine
 * @param mainClass whose {@code main} the leash runs
 */
public record JavaCommand(
    Path home,
    int heapMegabytes,
    List<String> options,
    List<Path> classPath,
    String mainClass,
    List<String> arguments) {
  private static final List<String> INHERITED =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH", "JAVA_OPTS");

  /** The JDK that runs this process. */
  public static Path ownHome() {
    return Path.of(System.getProperty("java.home"));
  }

  /** The words of the command. */
  public List<String> words() {
    var words = new ArrayList<String>();
    words.add(home.resolve("bin/java").toString());
    words.add("-Xmx" + heapMegabytes + "m");
    words.add("-XX:+UseSerialGC");
    words.add("-XX:+ExitOnOutOfMemoryError");
    words.add("-XX:-UsePerfData");
    words.addAll(options);
    words.add("-cp");
    words.add(
        String.join(java.io.File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    words.add("dev.musubi.leash.Leash");
    words.add(mainClass);
    words.addAll(arguments);
    return List.copyOf(words);
  }

  /** What was meant for the parent (a build, an agent) must not reach its children. */
  static void forgetOptions(Map<String, String> environment) {
    INHERITED.forEach(environment::remove);
    // One arena per two threads is glibc's default, and most of a JVM's growth outside the heap.
    environment.put("MALLOC_ARENA_MAX", "2");
  }
}
