package dev.musubi.web.page;

import dev.musubi.web.login.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way to the login, which is a page of the authorization server. */
@Controller
final class SignInPages {
  @GetMapping("/sign-in")
  String signIn(HttpServletRequest request, @RequestParam(required = false) @Nullable String to) {
    OwnPath.of(to).ifPresent(path -> request.getSession().setAttribute(SignIn.WANTED, path));
    return "redirect:/oauth2/authorization/web";
  }

  @GetMapping("/sign-in/failed")
  String failed(HttpServletRequest request, HttpServletResponse response, Model model) {
    new HttpSessionRequestCache().removeRequest(request, response);
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    model.addAttribute("status", 401);
    model.addAttribute("kind", "signin");
    return "error";
  }
}
