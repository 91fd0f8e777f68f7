package dev.musubi.notifications.application;

import org.springframework.stereotype.Component;

/**
 * Makes the digests of the period that is due once more, on an operator's word: for those who
 * signed up since, or for whom something was found since. Whoever has had the period's digest gets
 * no second one, however often this is asked for.
 */
@Component
public class CatchUpDigests {
  private final GatherPublicDigests subscribers;
  private final GatherMemberDigests members;

  CatchUpDigests(GatherPublicDigests subscribers, GatherMemberDigests members) {
    this.subscribers = subscribers;
    this.members = members;
  }

  /** Puts down the mails; they are sent in the background. */
  public void run() {
    subscribers.catchUp();
    members.catchUp();
  }
}
