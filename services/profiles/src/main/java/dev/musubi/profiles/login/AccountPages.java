package dev.musubi.profiles.login;

import dev.musubi.http.InvalidInput;
import dev.musubi.http.Refusal;
import dev.musubi.http.TooManyRequests;
import dev.musubi.profiles.application.InviteMember;
import dev.musubi.profiles.application.RegisterOrganisation;
import dev.musubi.profiles.application.ResetPassword;
import dev.musubi.profiles.domain.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Pages that mailed links lead to. A GET only shows: mail scanners follow links; it is the button
 * that acts.
 */
@Controller
class AccountPages {
  private final RegisterOrganisation register;
  private final InviteMember invite;
  private final ResetPassword reset;

  AccountPages(RegisterOrganisation register, InviteMember invite, ResetPassword reset) {
    this.register = register;
    this.invite = invite;
    this.reset = reset;
  }

  @GetMapping("/oauth2/verification")
  String verification(
      @RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
    return shown(
        response,
        model,
        () -> {
          model.addAttribute("token", token);
          model.addAttribute("registration", register.look(token));
          return "login/verification";
        });
  }

  @PostMapping("/oauth2/verification")
  String verify(
      @RequestParam String token,
      @RequestParam(defaultValue = "") String password,
      Model model,
      HttpServletResponse response) {
    return shown(
        response,
        model,
        () -> {
          try {
            register.confirm(token, password);
            return done("verified");
          } catch (InvalidInput e) {
            FormProblems.show(e, model, response);
            model.addAttribute("token", token);
            model.addAttribute("registration", register.look(token));
            return "login/verification";
          }
        });
  }

  @GetMapping("/oauth2/invitation")
  String invitation(
      @RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
    return shown(response, model, () -> invitation(token, model));
  }

  private String invitation(String token, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("offer", invite.look(token));
    return "login/invitation";
  }

  @PostMapping("/oauth2/invitation")
  String accept(
      @RequestParam String token,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      Model model,
      HttpServletResponse response) {
    return shown(
        response,
        model,
        () -> {
          try {
            invite.accept(token, name, password);
            return done("joined");
          } catch (InvalidInput e) {
            FormProblems.show(e, model, response);
            model.addAttribute("name", name);
            return invitation(token, model);
          }
        });
  }

  @GetMapping("/oauth2/password")
  String forgotten() {
    return "login/forgotten";
  }

  @PostMapping("/oauth2/password")
  String request(
      @RequestParam(defaultValue = "") String email,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return shown(
        response,
        model,
        () -> {
          try {
            reset.request(EmailAddress.parse(email), request.getRemoteAddr());
            return done("mailed");
          } catch (IllegalArgumentException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("email", email);
            model.addAttribute("problem", "form.email");
            return "login/forgotten";
          }
        });
  }

  @GetMapping("/oauth2/password/new")
  String newPassword(
      @RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
    return shown(
        response,
        model,
        () -> {
          reset.look(token);
          model.addAttribute("token", token);
          return "login/new-password";
        });
  }

  @PostMapping("/oauth2/password/new")
  String setPassword(
      @RequestParam String token,
      @RequestParam(defaultValue = "") String password,
      Model model,
      HttpServletResponse response) {
    return shown(
        response,
        model,
        () -> {
          try {
            reset.confirm(token, password);
            return done("password-set");
          } catch (InvalidInput e) {
            FormProblems.show(e, model, response);
            model.addAttribute("token", token);
            return "login/new-password";
          }
        });
  }

  @GetMapping("/oauth2/done")
  String done(@RequestParam String what, Model model) {
    model.addAttribute(
        "what",
        switch (what) {
          case "verified", "joined", "mailed", "password-set" -> what;
          default -> "mailed";
        });
    return "login/done";
  }

  private static String done(String what) {
    return "redirect:/oauth2/done?what=" + what;
  }

  private static String shown(HttpServletResponse response, Model model, Page page) {
    try {
      return page.show();
    } catch (TooManyRequests e) {
      response.setStatus(e.status().value());
      model.addAttribute("reason", "throttled");
      return "login/refused";
    } catch (Refusal e) {
      response.setStatus(e.status().value());
      model.addAttribute("reason", "expired");
      return "login/refused";
    }
  }

  @FunctionalInterface
  private interface Page {
    String show();
  }
}
