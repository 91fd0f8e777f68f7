package dev.musubi.e2e.faults.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What organisations must be told by the events that were sent. */
final class Occasions {
  private final Facts facts;
  private final Set<String> all = new TreeSet<>();
  private final Set<String> mails = new TreeSet<>();

  Occasions(Facts facts) {
    this.facts = facts;
    var steady = steadyNeeds();
    for (var sent : facts.sent()) {
      if (!sent.text().isEmpty() && sent.topic().equals("musubi.match.v1")) {
        match(sent.key(), JsonMapper.shared().readTree(sent.text()), steady);
      } else if (!sent.text().isEmpty() && sent.topic().equals("musubi.deal.v1")) {
        deal(sent.key(), JsonMapper.shared().readTree(sent.text()));
      }
    }
  }

  /** Organisation and subject of each alert. */
  Set<String> alerts() {
    return all;
  }

  /** Subjects of which people are also told by mail, whatever they chose. */
  Set<String> mails() {
    return mails;
  }

  /**
   * Matches that a listing brought and that were worth it when their event was sent. An alert about
   * a need that was paused or changed meanwhile may be left out, so those needs do not count.
   */
  private void match(String id, JsonNode match, Set<String> steady) {
    var worth =
        match.path("state").asString().equals("ACTIVE")
            && match.path("foundBy").asString().equals("LISTING")
            && match.path("worthAlert").asBoolean()
            && !match.path("feedback").isObject()
            && steady.contains(match.path("needId").asString());
    if (worth) {
      all.add(match.path("needOrganisationId").asString() + " MATCH:" + id);
    }
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
    organisations.forEach(it -> all.add(it + " " + subject));
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
