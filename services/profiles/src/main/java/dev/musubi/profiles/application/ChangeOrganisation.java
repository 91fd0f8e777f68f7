package dev.musubi.profiles.application;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.NotFound;
import dev.musubi.http.VersionConflict;
import dev.musubi.profiles.domain.Need;
import dev.musubi.profiles.domain.Organisation;
import dev.musubi.profiles.domain.OrganisationProfile;
import dev.musubi.profiles.persistence.Mandates;
import dev.musubi.profiles.persistence.Needs;
import dev.musubi.profiles.persistence.Organisations;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An organisation changes what it says of itself, or leaves. */
@Service
public class ChangeOrganisation {
  private final Organisations organisations;
  private final Needs needs;
  private final Mandates mandates;
  private final Announcements announcements;
  private final Audit audit;
  private final Clock clock;

  ChangeOrganisation(
      Organisations organisations,
      Needs needs,
      Mandates mandates,
      Announcements announcements,
      Audit audit,
      Clock clock) {
    this.organisations = organisations;
    this.needs = needs;
    this.mandates = mandates;
    this.announcements = announcements;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param change of the profile; may throw {@link InvalidInput}
   */
  @Transactional
  public Organisation change(UUID id, long version, UnaryOperator<OrganisationProfile> change) {
    Organisation current = locked(id, version);
    Organisation changed = current.change(change.apply(current.profile()), clock.instant());
    requireFreeNumber(changed);
    organisations.update(changed);
    announcements.changed(changed);
    if (current.changesNeeds(changed)) {
      needs.lockAll(id).stream().filter(Need::isPublished).forEach(need -> tellAnew(need, changed));
    }
    return changed;
  }

  /** Everything of the organisation goes; the others hear of each part. */
  @Transactional
  public void delete(UUID id, long version, String actor) {
    Organisation current = locked(id, version);
    for (Need need : needs.lockAll(id)) {
      if (need.isPublished()) {
        announcements.deleted(need.touch(clock.instant()));
      }
    }
    List<UUID> firms = mandates.firmsOf(id);
    organisations.delete(id);
    announcements.deleted(current.touch(clock.instant()));
    firms.forEach(this::touch);
    audit.note(actor, id, "organisation.deleted", id.toString(), Map.of());
  }

  /** Tells an organisation anew: its mandates have changed. */
  void touch(UUID id) {
    Organisation organisation = organisations.lock(id).orElseThrow(NotFound::new);
    Organisation touched = organisation.touch(clock.instant());
    organisations.update(touched);
    announcements.changed(touched);
  }

  private void tellAnew(Need need, Organisation firm) {
    Need touched = need.touch(clock.instant());
    needs.update(touched);
    announcements.changed(touched, firm);
  }

  private Organisation locked(UUID id, long version) {
    Organisation current = organisations.lock(id).orElseThrow(NotFound::new);
    if (current.version() != version) {
      throw new VersionConflict(current.version());
    }
    return current;
  }

  private void requireFreeNumber(Organisation changed) {
    var number = changed.profile().corporateNumber();
    if (number != null && organisations.isTaken(number.digits(), changed.id())) {
      throw new InvalidInput(new FieldError("/corporateNumber", "taken"));
    }
  }
}
