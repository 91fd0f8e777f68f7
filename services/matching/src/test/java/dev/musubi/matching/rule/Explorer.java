package dev.musubi.matching.rule;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes every way that things may take, each scene once. */
final class Explorer {
  private final Rule rule;
  private final Set<Scene> known = new HashSet<>();

  Explorer(Rule rule) {
    this.rule = rule;
  }

  /** The scenes in which all is done and something is wrong. */
  List<Scene> wrongEnds(Scene first) {
    var open = new ArrayDeque<>(List.of(first));
    var wrong = new HashSet<Scene>();
    while (!open.isEmpty()) {
      var scene = open.removeLast();
      if (scene.isQuiet() && !scene.isRight()) {
        wrong.add(scene);
      }
      for (var next : scene.next(rule)) {
        if (known.add(next)) {
          open.addLast(next);
        }
      }
    }
    return List.copyOf(wrong);
  }

  int scenes() {
    return known.size();
  }
}
