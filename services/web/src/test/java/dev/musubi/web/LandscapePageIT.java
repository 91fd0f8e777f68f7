package dev.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The landscape: a picture, and the same in words. */
class LandscapePageIT {
  @RegisterExtension static final RunningWeb WEB = RunningWeb.shared();

  @Test
  void the_picture_is_named_and_every_number_of_it_stands_in_the_table() {
    try (Visit visit = WEB.visit().reading("ja")) {
      String page = visit.get("/landscape").body();
      assertThat(page)
          .contains("公開中の特許60件、数えられるニーズ11件")
          .contains("role=\"img\" aria-label=\"まとまりの図です。")
          .contains(">プラスチック、選別</a>")
          .contains("ニーズがまだない")
          .contains("href=\"/search?q=%E3%83%97");
      // Two groups have the one, two the other; the key shows each once.
      assertThat(PagesIT.found(page, "<circle class=\"offered\" cx")).hasSize(2 + 1);
      assertThat(PagesIT.found(page, "<circle class=\"needed\" cx")).hasSize(2 + 1);
    }
  }

  @Test
  void words_of_the_other_language_are_marked_as_such() {
    try (Visit visit = WEB.visit().reading("en")) {
      assertThat(visit.get("/landscape").body())
          .contains("lang=\"en\">plastics, sorting</a>")
          .contains("lang=\"ja\">発酵, 酒</a>")
          .contains("No telling words")
          .contains("No known need");
    }
  }

  @Test
  void before_the_first_drawing_and_while_matching_is_away_the_page_says_so() {
    WEB.services()
        .reply(
            "GET /api/v1/landscape",
            200,
            "{\"drawnAt\":null,\"listings\":0,\"needs\":0,\"looked\":0,\"groups\":[],\"classes\":[]}");
    try (Visit visit = WEB.visit().reading("en")) {
      assertThat(visit.get("/landscape").body()).contains("The map has not been drawn yet.");
      WEB.services().reply("GET /api/v1/landscape", 503, "{}");
      assertThat(visit.get("/landscape").body()).contains("The map cannot be read at the moment.");
    }
  }
}
