package dev.musubi.http;

import jakarta.servlet.Filter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service as small as can be that uses every convention. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@Import(SampleApplication.Samples.class)
class SampleApplication {
  enum Kind {
    LICENCE,
    SALE
  }

  record Code(String value) {
    @com.fasterxml.jackson.annotation.JsonCreator(
        mode = com.fasterxml.jackson.annotation.JsonCreator.Mode.DELEGATING)
    Code {
      if (value.length() != 3) {
        throw new IllegalArgumentException("a code has three characters");
      }
    }
  }

  record Offer(
      @NotNull @Nullable Kind kind,
      @Min(1) @Nullable Integer rate,
      @Nullable Instant from,
      boolean free) {}

  record Input(
      @NotBlank @Size(max = 20) @Nullable String title,
      @Nullable UUID owner,
      @Nullable Code code,
      @Nullable List<@Valid Offer> offers,
      @Nullable List<String> tags) {
    Input {
      tags = tags == null ? null : List.copyOf(tags);
    }
  }

  /** Reads a parameter before any controller, as a filter of security does. */
  @Bean
  FilterRegistrationBean<Filter> readsForms() {
    return new FilterRegistrationBean<>(
        (request, response, chain) -> {
          request.setAttribute("token", request.getParameter("_csrf"));
          chain.doFilter(request, response);
        });
  }

  @RestController
  static class Samples {
    @PostMapping("/api/v1/samples")
    @Creates
    Input create(@ApiBody Input input) {
      return input;
    }

    @PatchMapping("/api/v1/samples/{id}")
    Input change(@PathVariable UUID id, IfMatch version, @ApiBody MergePatch<Input> patch) {
      version.check(7);
      return patch.applyTo(
          new Input("old", id, null, List.of(new Offer(Kind.SALE, 2, null, true)), List.of("a")));
    }

    @GetMapping("/api/v1/samples")
    Page<Integer> list(PageQuery page, @RequestParam(defaultValue = "SALE") Kind kind) {
      return Page.of(List.of(1, 2, 3), Math.min(page.limit(), 2), Cursor::of);
    }

    @GetMapping("/api/v1/search")
    String search(@RequestParam String q) {
      return q;
    }

    @GetMapping(path = "/api/v1/samples/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String one(@PathVariable UUID id) {
      throw new NotFound();
    }

    @DeleteMapping("/api/v1/samples/{id}")
    void delete(@PathVariable UUID id) {
      throw new Refusal(HttpStatus.CONFLICT, "sample-in-use", "problem.status.409.detail");
    }

    @GetMapping("/api/v1/broken")
    String broken() {
      throw new IllegalStateException("secret of the house");
    }
  }
}
