package dev.musubi.e2e.faults.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is found when all is quiet: tables, topics, indices, mails and calls.
 *
 * @param rows of each aggregate that the load changes
 * @param sources versions by id of tables whose events are on a topic, by topic
 * @param copies versions by id of what other services keep of a topic, by table
 * @param sent committed records of the topics of events, without the suite's own poison
 * @param documents of the two indices
 * @param matches all pairs
 * @param told alerts, mails, calls and digests
 * @param feedback all answers to matches
 * @param messages texts of all that was written in deals, one for each row
 * @param inbox what consumers remember and say
 * @param subscriptions state by e-mail address
 * @param waiting what is not done yet, by its name, where that is not nothing
 * @param behind consumers that have not read to the end, with what they miss
 * @param deadLetters of all consumers
 * @param consumers names by topic
 */
public record Facts(
    Map<Aggregate, List<Row>> rows,
    Map<String, Map<String, Long>> sources,
    Map<String, Map<String, Long>> copies,
    List<Sent> sent,
    List<Document> documents,
    List<Pair> matches,
    Told told,
    List<Feedback> feedback,
    List<String> messages,
    Inbox inbox,
    Map<String, String> subscriptions,
    Map<String, Long> waiting,
    List<String> behind,
    List<DeadLetter> deadLetters,
    Map<String, List<String>> consumers) {

  /**
   * A row of the service that owns it.
   *
   * @param text all texts in it, with the mark of the load
   */
  public record Row(String id, long version, String state, String text) {}

  /**
   * An event on a topic.
   *
   * @param text the state as JSON; empty for a tombstone
   */
  public record Sent(
      String topic, int partition, long offset, String key, long version, String id, String text) {}

  /**
   * What matching's table says should be in an index, and what is there.
   *
   * @param wanted revision that should be visible; -1 when it should not be there
   * @param visible revision that searches see; -1 when none
   */
  public record Document(String index, String id, long wanted, long visible) {}

  /** A need and a listing that were brought together. */
  public record Pair(String id, String need, String listing, boolean active) {}

  /** What people and programs were told. */
  public record Told(
      List<Alert> alerts,
      List<Delivery> deliveries,
      List<String> mailings,
      List<Mail> mails,
      List<Due> due,
      List<Called> called) {}

  /** In a page. */
  public record Alert(String id, String organisation, String key) {}

  /**
   * A mail as notifications keeps it.
   *
   * @param repeated that it may have gone out before, as notifications itself knows: who sent it
   *     has died, or the mail server has before it answered
   */
  public record Delivery(
      String id, String recipient, String key, String kind, String state, boolean repeated) {}

  /** A mail that has arrived, by its Message-ID without the host. */
  public record Mail(String id, String recipient, Instant arrived) {}

  /**
   * A firm's answer as it is kept.
   *
   * @param answer with the reason of a no
   */
  public record Feedback(String match, String answer, String comment) {}

  /**
   * What consumers have handled, each as the consumer's name and the event's id.
   *
   * @param noted in their tables
   * @param handled in their logs, one for each time that a handler ran to its end
   */
  public record Inbox(Set<String> noted, List<String> handled) {}

  /**
   * A webhook's call as notifications keeps it: the alert it tells of, and whether it was taken.
   */
  public record Due(String id, String organisation, String alert, String state) {}

  /** A call as the receiver took it. */
  public record Called(String id, String alert) {}

  /** A record that a consumer could not handle, and where it lies. */
  public record DeadLetter(
      String consumer, String topic, int partition, long offset, boolean poison, String reason) {}
}
