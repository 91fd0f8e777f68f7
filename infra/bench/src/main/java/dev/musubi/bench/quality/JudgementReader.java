package dev.musubi.bench.quality;

import dev.musubi.bench.BenchFailure;
import dev.musubi.bench.Texts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads which documents answer which question: {@code query, document, grade} separated by tabs or
 * blanks, or the four columns of TREC. A first line without a number is a heading.
 */
final class JudgementReader {
  private final Path file;

  JudgementReader(Path file) {
    this.file = file;
  }

  Map<String, Map<String, Integer>> read() {
    var grades = new LinkedHashMap<String, Map<String, Integer>>();
    var number = 0;
    for (var line : JsonLines.lines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      var cells = line.contains("\t") ? line.strip().split("\t") : line.strip().split("\\s+");
      if (number == 1 && isHeading(cells)) {
        continue;
      }
      add(grades, cells, number);
    }
    if (grades.isEmpty()) {
      throw Texts.failure("failure.no-judgements", file);
    }
    return grades;
  }

  private static boolean isHeading(String[] cells) {
    return cells.length >= 3 && !isNumber(cells[cells.length - 1]);
  }

  private static boolean isNumber(String cell) {
    return cell.strip().matches("[+-]?\\d+(\\.\\d+)?");
  }

  private void add(Map<String, Map<String, Integer>> grades, String[] cells, int number) {
    if (cells.length != 3 && cells.length != 4) {
      throw failure(number, Texts.of("failure.columns", cells.length));
    }
    var last = cells[cells.length - 1].strip();
    if (!isNumber(last)) {
      throw failure(number, Texts.of("failure.grade", last));
    }
    var grade = (int) Math.round(Double.parseDouble(last));
    if (grade > 0) {
      var document = cells[cells.length - 2].strip();
      grades.computeIfAbsent(cells[0].strip(), _ -> new LinkedHashMap<>()).put(document, grade);
    }
  }

  private BenchFailure failure(int number, String what) {
    return Texts.failure("failure.line", file, number, what);
  }
}
