package dev.musubi.model.event;

import dev.musubi.model.OrganisationKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as other members may see it. Holds no personal data: people and addresses stay in
 * {@code profiles}.
 *
 * @param nameEn English name, or null
 * @param corporateNumber 法人番号, 13 digits, or null
 * @param jsic industries, JSIC revision 14
 * @param size SMALL and MEDIUM by the SME Basic Act's tests
 * @param smeType one of the four types, or null
 * @param mandates brokers that act for this firm
 */
public record OrganisationState(
    UUID id,
    long version,
    OrganisationKind kind,
    String name,
    @Nullable String nameEn,
    @Nullable String corporateNumber,
    @Nullable String prefecture,
    List<String> jsic,
    @Nullable Size size,
    @Nullable SmeType smeType,
    @Nullable String website,
    List<UUID> mandates,
    boolean sample,
    Instant changedAt) {

  public OrganisationState {
    jsic = Lists.frozen(jsic);
    mandates = Lists.frozen(mandates);
  }

  /** Size of a firm. */
  public enum Size {
    SMALL,
    MEDIUM,
    LARGE
  }

  /** The four types of small firm by which chambers of commerce plan support. */
  public enum SmeType {
    GLOBAL,
    SUPPLY_CHAIN,
    LOCAL_RESOURCE,
    LIVING_INFRASTRUCTURE
  }
}
