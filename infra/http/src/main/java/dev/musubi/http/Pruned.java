package dev.musubi.http;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tree from which wrong parts are taken out, and that remembers where the others stood: a pointer
 * into what is left can be turned into one into what the caller sent.
 */
final class Pruned {
  private final JsonNode tree;
  private final Map<ArrayNode, List<Integer>> origins = new IdentityHashMap<>();

  Pruned(JsonNode original) {
    this.tree = original.deepCopy();
  }

  JsonNode tree() {
    return tree;
  }

  /** The place in what the caller sent. */
  String original(String pointer) {
    StringBuilder original = new StringBuilder();
    JsonNode node = tree;
    for (JsonPointer step = JsonPointer.compile(pointer); !step.matches(); step = step.tail()) {
      String name = step.getMatchingProperty();
      if (node instanceof ArrayNode array && step.mayMatchElement()) {
        List<Integer> origin = origins.getOrDefault(array, List.of());
        int index = step.getMatchingIndex();
        original.append('/').append(index < origin.size() ? origin.get(index) : (Integer) index);
        node = array.path(index);
      } else {
        original.append('/').append(Pointers.escape(name));
        node = node.path(name);
      }
    }
    return original.toString();
  }

  /** Takes a part out; false when there is none. */
  boolean remove(String pointer) {
    int cut = pointer.lastIndexOf('/');
    if (cut < 0) {
      return false;
    }
    JsonPointer last = JsonPointer.compile(pointer.substring(cut));
    return switch (tree.at(JsonPointer.compile(pointer.substring(0, cut)))) {
      case ObjectNode object -> object.remove(last.getMatchingProperty()) != null;
      case ArrayNode array -> remove(array, last.getMatchingIndex());
      default -> false;
    };
  }

  /** Puts a value where none is; false when it cannot stand there. */
  boolean put(String pointer, JsonNode value) {
    int cut = pointer.lastIndexOf('/');
    if (cut >= 0
        && tree.at(JsonPointer.compile(pointer.substring(0, cut))) instanceof ObjectNode object) {
      return object.set(JsonPointer.compile(pointer.substring(cut)).getMatchingProperty(), value)
          != null;
    }
    return false;
  }

  /** No list of ours has holes: takes them out, and tells where they were. */
  List<String> removeNullItems() {
    List<String> removed = new ArrayList<>();
    removeNullItems(tree, "", removed);
    return removed;
  }

  private void removeNullItems(JsonNode node, String pointer, List<String> removed) {
    if (node instanceof ArrayNode array) {
      for (int i = array.size() - 1; i >= 0; i--) {
        if (array.get(i).isNull()) {
          remove(array, i);
          removed.add(pointer + "/" + i);
        } else {
          removeNullItems(array.get(i), pointer + "/" + i, removed);
        }
      }
    } else if (node instanceof ObjectNode object) {
      object.forEachEntry(
          (name, value) -> removeNullItems(value, pointer + "/" + Pointers.escape(name), removed));
    }
  }

  private boolean remove(ArrayNode array, int index) {
    if (index < 0 || index >= array.size()) {
      return false;
    }
    origins
        .computeIfAbsent(array, a -> new ArrayList<>(IntStream.range(0, a.size()).boxed().toList()))
        .remove(index);
    array.remove(index);
    return true;
  }
}
