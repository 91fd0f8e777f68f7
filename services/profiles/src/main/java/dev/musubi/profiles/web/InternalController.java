package dev.musubi.profiles.web;

import dev.musubi.http.NotFound;
import dev.musubi.model.MemberRole;
import dev.musubi.profiles.domain.Account;
import dev.musubi.profiles.persistence.Accounts;
import dev.musubi.profiles.persistence.Members;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What only our other services may ask: names and addresses of people. */
@RestController
@RequestMapping("/internal")
@Hidden
class InternalController {
  private final Accounts accounts;
  private final Members members;

  InternalController(Accounts accounts, Members members) {
    this.accounts = accounts;
    this.members = members;
  }

  /**
   * @param alertMail whether the person wants mails about new matches
   */
  record Contact(UUID account, String email, String name, String lang, boolean alertMail) {
    static Contact of(Account account) {
      return new Contact(
          account.id(),
          account.email().value(),
          account.name(),
          account.lang(),
          account.alertMail());
    }
  }

  record Place(UUID organisation, MemberRole role) {}

  record Person(
      UUID account,
      String email,
      String name,
      String lang,
      boolean alertMail,
      List<Place> memberships) {}

  @GetMapping("/contacts")
  List<Contact> contacts(@RequestParam UUID organisation) {
    return accounts.of(organisation).stream().map(Contact::of).toList();
  }

  @GetMapping("/accounts/{id}")
  Person account(@PathVariable UUID id) {
    Account account = accounts.find(id).orElseThrow(NotFound::new);
    return new Person(
        account.id(),
        account.email().value(),
        account.name(),
        account.lang(),
        account.alertMail(),
        members.of(id).stream().map(m -> new Place(m.organisation(), m.role())).toList());
  }
}
