package dev.musubi.web.operation;

import dev.musubi.observability.Operation;
import dev.musubi.web.clients.Answer;
import dev.musubi.web.clients.Asker;
import dev.musubi.web.clients.Operations;
import dev.musubi.web.door.Service;
import dev.musubi.web.language.Words;
import dev.musubi.web.login.Visitor;
import dev.musubi.web.page.Pages;
import dev.musubi.web.page.Together;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * How everything fares, on one page: all services are asked at once, each answers within two
 * seconds or is said to be away. For everybody else there is no such page.
 */
@Controller
final class OperationPage {
  private final Operations operations;
  private final Operation own;
  private final Words words;

  OperationPage(Operations operations, Operation own, Words words) {
    this.operations = operations;
    this.own = own;
    this.words = words;
  }

  @GetMapping("/operation")
  String show(Asker asker, HttpSession session, Model model) {
    if (!(session.getAttribute("visitor") instanceof Visitor visitor)
        || !visitor.runsTheInstallation()) {
      throw new Pages.NoSuchPage();
    }
    List<ServiceState> services = states(asker);
    model.addAttribute("services", services);
    model.addAttribute("worries", services.stream().flatMap(it -> it.worries().stream()).toList());
    model.addAttribute("now", words.moment(Instant.now().toString()));
    return "operation";
  }

  private List<ServiceState> states(Asker asker) {
    Map<Service, Together.Later<Answer<Operation.Report>>> asked = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      asked.put(service, Together.ask(() -> operations.of(asker, service)));
    }
    List<ServiceState> states = new ArrayList<>();
    states.add(ServiceState.of("web", own.report(), words));
    asked.forEach((service, answer) -> states.add(state(service, answer.get())));
    return states;
  }

  /** A refusal means that the login has run out; the others would refuse as well. */
  private ServiceState state(Service service, Answer<Operation.Report> answer) {
    return switch (answer) {
      case Answer.Given<Operation.Report> given ->
          ServiceState.of(service.label(), given.content(), words);
      case Answer.Refused<Operation.Report> refused -> throw Pages.refusal(refused.why());
      case Answer.Away<Operation.Report> _ -> ServiceState.away(service.label(), words);
    };
  }
}
