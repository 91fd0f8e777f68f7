package dev.musubi.profiles.application;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.model.Ids;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.profiles.domain.Account;
import dev.musubi.profiles.domain.EmailAddress;
import dev.musubi.profiles.domain.Membership;
import dev.musubi.profiles.domain.Need;
import dev.musubi.profiles.domain.NeedContent;
import dev.musubi.profiles.domain.Organisation;
import dev.musubi.profiles.domain.OrganisationProfile;
import dev.musubi.profiles.persistence.Accounts;
import dev.musubi.profiles.persistence.Members;
import dev.musubi.profiles.persistence.Needs;
import dev.musubi.profiles.persistence.Organisations;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills an installation with invented organisations, people and needs. What is there already stays
 * as it is, so that seeding may be repeated. All accounts have one password, made by who seeds.
 */
@Service
public class SeedDemo {
  private final Organisations organisations;
  private final Accounts accounts;
  private final Members members;
  private final Needs needs;
  private final Announcements announcements;
  private final Clock clock;

  SeedDemo(
      Organisations organisations,
      Accounts accounts,
      Members members,
      Needs needs,
      Announcements announcements,
      Clock clock) {
    this.organisations = organisations;
    this.accounts = accounts;
    this.members = members;
    this.needs = needs;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** True when it is new. */
  @Transactional
  public boolean organisation(UUID id, OrganisationKind kind, OrganisationProfile profile) {
    if (organisations.find(id).isPresent()) {
      return false;
    }
    Organisation organisation = Organisation.register(id, kind, profile, true, clock.instant());
    organisations.insert(organisation);
    announcements.registered(organisation);
    return true;
  }

  /** True when it is new; the password of an account that exists is set anew. */
  @Transactional
  public boolean account(Person person, String passwordHash) {
    Instant now = clock.instant();
    if (organisations.find(person.organisation()).isEmpty()) {
      throw new InvalidInput(new FieldError("/accounts", "organisation.unknown"));
    }
    Account account =
        new Account(
            Ids.next(), 1, person.email(), person.name(), person.lang(), passwordHash, true, now);
    boolean isNew = accounts.insert(account);
    if (!isNew) {
      account = accounts.find(person.email()).orElseThrow();
      accounts.update(account.withPassword(passwordHash));
    }
    members.insert(new Membership(account.id(), person.organisation(), person.role(), 1, now));
    return isNew;
  }

  /** True when it is new; it is active from the start. */
  @Transactional
  public boolean need(UUID organisation, String externalId, NeedContent content) {
    if (needs.find(organisation, externalId).isPresent()) {
      return false;
    }
    Organisation firm =
        organisations
            .find(organisation)
            .orElseThrow(() -> new InvalidInput(new FieldError("/needs", "organisation.unknown")));
    Instant now = clock.instant();
    Need need =
        Need.sample(Ids.next(), organisation, content, externalId, now)
            .become(Need.State.ACTIVE, now);
    needs.insert(need, null);
    announcements.activated(need, firm);
    return true;
  }

  /** An invented person. */
  public record Person(
      EmailAddress email, String name, UUID organisation, MemberRole role, String lang) {}
}
