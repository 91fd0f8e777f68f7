package dev.musubi.profiles.application;

import dev.musubi.profiles.domain.Need;
import dev.musubi.profiles.domain.Organisation;

/** Tells the other services what has changed, in the transaction of the change. */
public interface Announcements {
  void registered(Organisation organisation);

  void changed(Organisation organisation);

  void deleted(Organisation organisation);

  /** A need was activated (for the first time or again). */
  void activated(Need need, Organisation firm);

  void changed(Need need, Organisation firm);

  void paused(Need need, Organisation firm);

  void closed(Need need, Organisation firm);

  void deleted(Need need);
}
