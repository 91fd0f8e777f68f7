package dev.musubi.deals.application;

import dev.musubi.deals.domain.Deal;

/** Tells the other services what has changed, in the transaction of the change. */
public interface Announcements {
  /**
   * @param what happened: "inquired", "answered", "closed" …
   */
  void tell(String what, Deal deal);
}
