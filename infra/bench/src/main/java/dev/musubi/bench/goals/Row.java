package dev.musubi.bench.goals;

import java.util.List;

/** One line of the goals, and how it is measured. */
interface Row {
  /** Short name by which it is asked for. */
  String id();

  /**
   * Measures product and counterpart in turn.
   *
   * @throws Exception when something could not be measured; the other rows go on
   */
  List<Figure> measure(Setting setting) throws Exception;
}
