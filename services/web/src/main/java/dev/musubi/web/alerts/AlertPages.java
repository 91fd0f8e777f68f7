package dev.musubi.web.alerts;

import dev.musubi.web.WebSettings;
import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Notifications;
import dev.musubi.web.door.Forwarder;
import dev.musubi.web.door.ServiceAway;
import dev.musubi.web.page.Htmx;
import dev.musubi.web.page.OwnPath;
import dev.musubi.web.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Alerts, and the stream on which they arrive while a page is open. */
@Controller
final class AlertPages {
  private static final Logger LOG = LoggerFactory.getLogger(AlertPages.class);
  private static final int SHOWN = 30;

  private final Notifications notifications;
  private final Forwarder forwarder;
  private final WebSettings settings;

  AlertPages(Notifications notifications, Forwarder forwarder, WebSettings settings) {
    this.notifications = notifications;
    this.forwarder = forwarder;
    this.settings = settings;
  }

  @GetMapping("/alerts")
  String alerts(
      @RequestParam(required = false) @Nullable String cursor,
      Asker asker,
      Htmx htmx,
      Model model) {
    Answer<Notifications.Alerts> alerts = notifications.alerts(asker, cursor, SHOWN);
    if (alerts.away()) {
      model.addAttribute("away", true);
    } else {
      model.addAttribute("alerts", Pages.required(alerts));
    }
    return htmx.view("alerts", cursor == null ? "list" : "more");
  }

  /** Marks an alert as read on the way to what it is about. */
  @PostMapping("/alerts/{id}/read")
  String read(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String to,
      Asker asker,
      Htmx htmx) {
    Pages.required(notifications.read(asker, id));
    if (htmx.wantsFragment()) {
      return "alerts :: nothing";
    }
    return "redirect:" + OwnPath.of(to).orElse("/alerts");
  }

  /**
   * The stream of the signed-in organisation, passed on as it comes. It resumes after {@code
   * Last-Event-ID}, or after the alert that the page already showed.
   */
  @GetMapping(value = "/alerts/stream", produces = "text/event-stream")
  void stream(
      @RequestParam(required = false) @Nullable String after,
      Asker asker,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (asker.token() == null) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    URI target = URI.create(settings.upstream().notifications() + "/api/v1/alerts/stream");
    response.setHeader("X-Accel-Buffering", "no");
    try {
      forwarder.forward(request, response, target, to -> credentials(to, asker, request, after));
    } catch (ServiceAway away) {
      LOG.info("alerts are away for the moment: {}", away.toString());
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private static void credentials(
      HttpRequest.Builder to, Asker asker, HttpServletRequest request, @Nullable String after) {
    to.setHeader("Authorization", "Bearer " + asker.token());
    to.setHeader("Accept", "text/event-stream");
    if (request.getHeader("Last-Event-ID") == null && after != null && after.matches("\\d{1,19}")) {
      to.setHeader("Last-Event-ID", after);
    }
  }
}
