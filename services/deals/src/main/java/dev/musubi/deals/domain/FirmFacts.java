package dev.musubi.deals.domain;

import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.OrganisationState;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a deal must know of an organisation.
 *
 * @param mandates brokers that act for it
 */
public record FirmFacts(
    UUID id, OrganisationKind kind, String name, @Nullable String nameEn, Set<UUID> mandates) {

  public static FirmFacts of(OrganisationState it) {
    return new FirmFacts(it.id(), it.kind(), it.name(), it.nameEn(), Set.copyOf(it.mandates()));
  }
}
