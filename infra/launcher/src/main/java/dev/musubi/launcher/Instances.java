package dev.musubi.launcher;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How many processes of each service a copy has: one, unless said otherwise. Requests go to the
 * first of each; the others take their share of events and tasks, and the lead when it is free.
 */
record Instances(Map<Service, Integer> counts) {
  private static final Pattern WORD = Pattern.compile("([a-z]+)=([1-9])");
  private static final String ALL = "all";
  static final int MOST = 3;

  Instances {
    counts = Map.copyOf(counts);
  }

  /** One process of a service; the first is number one. */
  record Instance(Service service, int number) {
    /** {@code matching}, {@code matching-2}. */
    String name() {
      return number == 1 ? service.id() : service.id() + "-" + number;
    }
  }

  static Instances ofEach(int count) {
    var counts = new EnumMap<Service, Integer>(Service.class);
    for (var service : Service.values()) {
      counts.put(service, count);
    }
    return new Instances(counts);
  }

  /**
   * Reads words such as {@code matching=2} or {@code all=2}; a later one overrules those before.
   *
   * @throws CommandFailure for a word that is none
   */
  static Instances parse(List<String> words) {
    var counts = new EnumMap<Service, Integer>(ofEach(1).counts());
    for (var word : words) {
      var parts = WORD.matcher(word);
      if (!parts.matches() || Integer.parseInt(parts.group(2)) > MOST) {
        throw Texts.failure("failure.instances", word, MOST);
      }
      var known = false;
      for (var service : Service.values()) {
        if (parts.group(1).equals(ALL) || parts.group(1).equals(service.id())) {
          counts.put(service, Integer.parseInt(parts.group(2)));
          known = true;
        }
      }
      if (!known) {
        throw Texts.failure("failure.instances", word, MOST);
      }
    }
    return new Instances(counts);
  }

  /** The first of each service, then the others. */
  List<Instance> all() {
    var all = new ArrayList<Instance>();
    for (int number = 1; number <= MOST; number++) {
      for (var service : Service.values()) {
        if (number <= counts.getOrDefault(service, 1)) {
          all.add(new Instance(service, number));
        }
      }
    }
    return all;
  }
}
