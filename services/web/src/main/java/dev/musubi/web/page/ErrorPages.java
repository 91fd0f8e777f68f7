package dev.musubi.web.page;

import dev.musubi.web.clients.Upstream;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/** Errors as pages that say what to do next. */
@Controller
@ControllerAdvice
final class ErrorPages implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private static final String SENTENCE = "musubi.sentence";
  private static final String SERVICE = "musubi.service";
  private static final Set<Integer> KNOWN = Set.of(403, 404, 413, 429, 500, 503);

  @RequestMapping("/error")
  String error(HttpServletRequest request, HttpServletResponse response, Model model) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer known ? known : 404;
    Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (cause instanceof Throwable thrown && status >= 500) {
      LOG.error("a page failed", thrown);
    }
    response.setStatus(status);
    model.addAttribute("status", status);
    boolean refused = request.getAttribute(SENTENCE) != null && status != 403;
    model.addAttribute("kind", refused ? "refused" : kind(status));
    model.addAttribute("sentence", request.getAttribute(SENTENCE));
    model.addAttribute("service", request.getAttribute(SERVICE));
    return "error";
  }

  @ExceptionHandler({Pages.NoSuchPage.class, Upstream.NoSuchPath.class})
  void noSuchPage(HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }

  /** Bytes that are no text in an address or a form. */
  @ExceptionHandler(InvalidParameterException.class)
  void unreadable(HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_BAD_REQUEST);
  }

  @ExceptionHandler(Pages.NotAllowed.class)
  void notAllowed(HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  @ExceptionHandler(Pages.PartAway.class)
  void away(Pages.PartAway away, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setAttribute(SERVICE, away.service().label());
    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
  }

  @ExceptionHandler(Pages.NotPossible.class)
  void notPossible(
      Pages.NotPossible refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setAttribute(SENTENCE, refusal.getMessage());
    response.sendError(refusal.status());
  }

  @ExceptionHandler(Pages.SignInAgain.class)
  String signInAgain(HttpServletRequest request, HttpServletResponse response) {
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", "/sign-in");
    }
    return "redirect:/sign-in";
  }

  private static String kind(int status) {
    if (KNOWN.contains(status)) {
      return String.valueOf(status);
    }
    return status >= 500 ? "500" : "refused";
  }
}
