package dev.musubi.bench.goals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** A recording of this process by Java's flight recorder while a row is measured. */
final class Profile implements AutoCloseable {
  private static final int SHOWN = 10;
  private final Path file;
  private final Recording recording;

  private Profile(Path file, Recording recording) {
    this.file = file;
    this.recording = recording;
  }

  /** Begins; the file will be {@code <row>.jfr}. */
  static Profile begin(Path folder, String row) throws IOException, ParseException {
    var file = Files.createDirectories(folder).resolve(row + ".jfr");
    var recording = new Recording(Configuration.getConfiguration("profile"));
    recording.start();
    return new Profile(file, recording);
  }

  /** Ends the recording; the methods in which most time was spent, with their share in percent. */
  List<String> hottest() throws IOException {
    recording.stop();
    recording.dump(file);
    Map<String, Integer> samples = new HashMap<>();
    var all = 0;
    for (var event : RecordingFile.readAllEvents(file)) {
      var stack = event.getStackTrace();
      if (event.getEventType().getName().equals("jdk.ExecutionSample") && stack != null) {
        samples.merge(named(stack.getFrames().getFirst()), 1, Integer::sum);
        all++;
      }
    }
    var sum = Math.max(1, all);
    return samples.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .map(it -> "%3d %%  %s".formatted(100 * it.getValue() / sum, it.getKey()))
        .toList();
  }

  private static String named(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  @Override
  public void close() {
    recording.close();
  }
}
