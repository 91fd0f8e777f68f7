package dev.musubi.listings.application;

import dev.musubi.listings.domain.Lister;
import dev.musubi.model.event.OrganisationState;
import java.util.UUID;

/** What listings know of organisations. */
public interface Organisations {
  /**
   * The organisation. One that has not been heard of yet is asked for.
   *
   * @throws dev.musubi.http.Refusal 503 when it cannot be asked for now
   */
  Lister get(UUID id);

  /** Remembers the state, unless a later one is known. */
  void keep(OrganisationState state);

  void forget(UUID id, long version);
}
