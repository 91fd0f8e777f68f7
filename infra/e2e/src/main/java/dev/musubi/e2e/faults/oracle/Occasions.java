package dev.musubi.e2e.faults.oracle;

import dev.musubi.e2e.faults.oracle.Facts.Sent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What organisations must be told by the events that were sent. */
final class Occasions {
  private final Facts facts;
  private final Map<String, String> all = new TreeMap<>();
  private final Set<String> mails = new TreeSet<>();

  Occasions(Facts facts) {
    this.facts = facts;
    var steady = steadyNeeds();
    stories().forEach(story -> match(story, steady));
    for (var sent : facts.sent()) {
      if (!sent.text().isEmpty() && sent.topic().equals("musubi.deal.v1")) {
        deal(sent.key(), JsonMapper.shared().readTree(sent.text()));
      }
    }
  }

  /** Organisation and subject of each alert, with what happened to the subject. */
  Map<String, String> alerts() {
    return all;
  }

  /** Subjects of which people are also told by mail, whatever they chose. */
  Set<String> mails() {
    return mails;
  }

  /** The events of each match in their order, without those of matches that are deleted. */
  private Collection<List<Sent>> stories() {
    var stories = new HashMap<String, List<Sent>>();
    facts.sent().stream()
        .filter(sent -> sent.topic().equals("musubi.match.v1"))
        .sorted(Comparator.comparingLong(Sent::version))
        .forEach(sent -> stories.computeIfAbsent(sent.key(), _ -> new ArrayList<>()).add(sent));
    stories.values().removeIf(story -> story.getLast().text().isEmpty());
    return stories.values();
  }

  /**
   * A match that only listings ever brought and that is worth an alert to this day. One that has
   * ended, or was answered meanwhile, may never have been told: the events of its need come by
   * another topic, and whoever hears of the need last decides by what the match is then. One that
   * the need brought is told with the first list. An alert about a need that was paused or changed
   * may be left out, so those needs do not count.
   */
  private void match(List<Sent> story, Set<String> steady) {
    var states = story.stream().map(it -> JsonMapper.shared().readTree(it.text())).toList();
    var match = states.getLast();
    var worth =
        states.stream().allMatch(it -> it.path("foundBy").asString().equals("LISTING"))
            && match.path("state").asString().equals("ACTIVE")
            && match.path("worthAlert").asBoolean()
            && !match.path("feedback").isObject()
            && steady.contains(match.path("needId").asString());
    if (worth) {
      all.put(
          match.path("needOrganisationId").asString() + " MATCH:" + story.getLast().key(),
          states.stream().map(Occasions::told).collect(Collectors.joining(", ")));
    }
  }

  private static String told(JsonNode match) {
    return "%s %s worth %s"
        .formatted(
            match.path("version").asString(),
            match.path("state").asString(),
            match.path("worthAlert").asString());
  }

  private void deal(String id, JsonNode deal) {
    switch (deal.path("stage").asString()) {
      case "INQUIRY" -> tell(Set.of(deal.path("ownerId").asString()), "INQUIRY:" + id);
      case "CLOSED" -> {
        if (deal.path("closedBy").isString()) {
          tell(others(deal, deal.path("closedBy").asString()), "ENDED:" + id);
        }
      }
      default -> tell(others(deal, "OWNER"), "ANSWER:" + id);
    }
    for (var message : deal.path("messages")) {
      tell(others(deal, message.path("by").asString()), "MESSAGE:" + message.path("id").asString());
    }
  }

  private static Set<String> others(JsonNode deal, String side) {
    var others = new HashSet<String>();
    for (var each :
        Map.of("OWNER", "ownerId", "SEEKER", "seekerId", "BROKER", "brokerId").entrySet()) {
      if (!each.getKey().equals(side) && deal.path(each.getValue()).isString()) {
        others.add(deal.path(each.getValue()).asString());
      }
    }
    return others;
  }

  private void tell(Set<String> organisations, String subject) {
    organisations.forEach(it -> all.put(it + " " + subject, "deal"));
    mails.add(subject);
  }

  /** Needs that have been active from their first event on, and want to be told at once. */
  private Set<String> steadyNeeds() {
    var steady = new HashMap<String, Boolean>();
    for (var sent : facts.sent()) {
      if (sent.topic().equals("musubi.need.v1")) {
        var state = JsonMapper.shared().readTree(sent.text().isEmpty() ? "{}" : sent.text());
        steady.merge(
            sent.key(),
            state.path("state").asString("").equals("ACTIVE")
                && state.at("/alerts/frequency").asString("").equals("AT_ONCE"),
            Boolean::logicalAnd);
      }
    }
    return steady.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
