package dev.musubi.profiles.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person who has signed in: the account is the name, the chosen organisation an authority. */
final class Person {
  private static final String ORGANISATION = "ORGANISATION_";

  private Person() {}

  static Authentication signedIn(UUID account, @Nullable UUID organisation) {
    List<GrantedAuthority> authorities = new ArrayList<>();
    // Tells when and by what the person signed in: the ID token says it (auth_time).
    authorities.add(
        FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
    if (organisation != null) {
      authorities.add(new SimpleGrantedAuthority(ORGANISATION + organisation));
    }
    return UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, authorities);
  }

  static Optional<UUID> organisation(Authentication person) {
    return person.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(authority -> authority != null && authority.startsWith(ORGANISATION))
        .map(authority -> UUID.fromString(authority.substring(ORGANISATION.length())))
        .findFirst();
  }
}
