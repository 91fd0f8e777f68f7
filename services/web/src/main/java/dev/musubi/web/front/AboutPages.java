package dev.musubi.web.front;

import dev.musubi.web.door.OpenApi;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What this place is, how accessible it is, and its API to read. */
@Controller
final class AboutPages {
  private final OpenApi openApi;

  AboutPages(OpenApi openApi) {
    this.openApi = openApi;
  }

  @GetMapping("/about")
  String about() {
    return "about";
  }

  @GetMapping("/accessibility")
  String accessibility() {
    return "accessibility";
  }

  @GetMapping("/api/docs")
  String docs(Model model) {
    model.addAttribute("api", ApiReference.of(openApi.merged()));
    return "api-docs";
  }
}
