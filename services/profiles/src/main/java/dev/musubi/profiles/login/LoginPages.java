package dev.musubi.profiles.login;

import dev.musubi.http.TooManyRequests;
import dev.musubi.profiles.application.SignIn;
import dev.musubi.profiles.domain.Account;
import dev.musubi.profiles.domain.EmailAddress;
import dev.musubi.profiles.domain.Membership;
import dev.musubi.profiles.domain.Organisation;
import dev.musubi.profiles.persistence.Members;
import dev.musubi.profiles.persistence.Organisations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in: address and password, then the organisation when there is a choice. */
@Controller
class LoginPages {
  private static final String PENDING = "dev.musubi.profiles.pending";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final SignIn signIn;
  private final Members members;
  private final Organisations organisations;
  private final SessionOpener sessions;

  LoginPages(SignIn signIn, Members members, Organisations organisations, SessionOpener sessions) {
    this.signIn = signIn;
    this.members = members;
    this.organisations = organisations;
    this.sessions = sessions;
  }

  /** A person whose password was right and who has yet to choose. */
  private record Pending(UUID account, Instant since) implements Serializable {}

  @GetMapping("/login")
  String form() {
    return "login/sign-in";
  }

  @PostMapping("/login")
  String signIn(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    model.addAttribute("email", email);
    try {
      Optional<Account> account =
          signIn.authenticate(EmailAddress.parse(email), password, request.getRemoteAddr());
      if (account.isPresent()) {
        return "redirect:" + enter(account.get(), request, response);
      }
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      model.addAttribute("problem", "login.wrong");
    } catch (IllegalArgumentException noAddress) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      model.addAttribute("problem", "login.wrong");
    } catch (TooManyRequests e) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      model.addAttribute("problem", "login.throttled");
    }
    return "login/sign-in";
  }

  private String enter(Account account, HttpServletRequest request, HttpServletResponse response) {
    List<Membership> places = members.of(account.id());
    if (places.size() <= 1) {
      UUID only = places.isEmpty() ? null : places.getFirst().organisation();
      return sessions.open(request, response, account.id(), only);
    }
    HttpSession session = request.getSession(true);
    request.changeSessionId();
    session.setAttribute(PENDING, new Pending(account.id(), Instant.now()));
    return "/oauth2/organisation";
  }

  @GetMapping("/oauth2/organisation")
  String choices(Model model, HttpServletRequest request) {
    Optional<UUID> account = pending(request);
    if (account.isEmpty()) {
      return "redirect:/login";
    }
    model.addAttribute("organisations", organisationsOf(account.get()));
    return "login/organisation";
  }

  @PostMapping("/oauth2/organisation")
  String choose(
      @RequestParam UUID organisation, HttpServletRequest request, HttpServletResponse response) {
    Optional<UUID> account = pending(request);
    if (account.isEmpty() || members.find(account.get(), organisation).isEmpty()) {
      return "redirect:/login";
    }
    request.getSession().removeAttribute(PENDING);
    return "redirect:" + sessions.open(request, response, account.get(), organisation);
  }

  private static Optional<UUID> pending(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(PENDING) instanceof Pending pending
            && pending.since().plus(PATIENCE).isAfter(Instant.now())
        ? Optional.of(pending.account())
        : Optional.empty();
  }

  private List<Organisation> organisationsOf(UUID account) {
    return members.of(account).stream()
        .flatMap(place -> organisations.find(place.organisation()).stream())
        .toList();
  }
}
