package dev.musubi.bench.goals;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the figures were measured; ratios need it less than times.
 *
 * @param memoryMegabytes of the whole machine, 0 when the system does not tell
 * @param load of the last minute, before anything was measured; negative when the system does not
 *     tell
 */
record Machine(
    String processor, int cores, long memoryMegabytes, String system, String java, double load) {

  static Machine here() {
    return new Machine(
        fromFile("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        kilobytes(fromFile("/proc/meminfo", "MemTotal")) / 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String fromFile(String file, String name) {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(it -> it.startsWith(name))
          .map(it -> it.substring(it.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException elsewhere) {
      return "";
    }
  }

  private static long kilobytes(String text) {
    var digits = text.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %d MB, %s, %s, load %.1f",
        processor.isEmpty() ? "?" : processor,
        cores,
        memoryMegabytes,
        system,
        java,
        load);
  }
}
