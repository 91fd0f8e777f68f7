package dev.musubi.profiles.application;

import dev.musubi.model.OrganisationKind;
import dev.musubi.profiles.domain.OrganisationProfile;

/**
 * Who wants to join.
 *
 * @param name of the first administrator
 * @param lang of the first administrator's mails
 */
public record Registration(
    OrganisationKind kind, OrganisationProfile profile, String name, String lang) {}
