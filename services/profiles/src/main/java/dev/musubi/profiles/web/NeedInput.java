package dev.musubi.profiles.web;

import dev.musubi.model.Prefecture;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import dev.musubi.profiles.domain.NeedContent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A need in the firm's own words. Only the title must be there; a text before activation. */
record NeedInput(
    @Pattern(regexp = "ja|en", message = "{profiles.lang}") @Nullable String lang,
    @NotBlank @Size(max = 200) @Nullable String title,
    @Size(max = 10_000) @Nullable String text,
    @Valid @Nullable Elements elements,
    @Valid @Nullable Constraints constraints,
    @Size(max = 6) @Nullable List<NeedState.Want> wants,
    NeedState.@Nullable Visibility visibility,
    @Valid @Nullable Alerts alerts) {

  /** The five elements, as far as known. */
  record Elements(
      @Size(max = 20) @Nullable List<@NotBlank @Size(max = 100) String> material,
      @Size(max = 20) @Nullable List<@NotBlank @Size(max = 100) String> method,
      @Size(max = 20) @Nullable List<@NotBlank @Size(max = 100) String> efficacy,
      @Size(max = 20) @Nullable List<@NotBlank @Size(max = 100) String> product,
      @Size(max = 20) @Nullable List<@NotBlank @Size(max = 100) String> application) {

    static Elements of(NeedState.Elements kept) {
      return new Elements(
          kept.material(), kept.method(), kept.efficacy(), kept.product(), kept.application());
    }

    NeedState.Elements kept() {
      return new NeedState.Elements(
          lines(material), lines(method), lines(efficacy), lines(product), lines(application));
    }

    private static List<String> lines(@Nullable List<String> texts) {
      return texts == null ? List.of() : texts.stream().map(Texts::line).distinct().toList();
    }
  }

  /** What a fitting patent must offer; what is left out does not matter. */
  record Constraints(
      @Size(max = 10) @Nullable List<ListingState.Offer.Kind> licenceKinds,
      @Size(max = 47) @Nullable List<Prefecture> prefectures,
      @Min(0) @Max(25) @Nullable Integer remainingYearsMin,
      @Min(1) @Max(9) @Nullable Integer trlMin,
      @Size(max = 20)
          @Nullable
              List<
                  @Pattern(
                      regexp = "[A-H](\\d{2}([A-Z]( ?\\d{1,4}(/\\d{2,6})?)?)?)?",
                      message = "{profiles.ipc}")
                  String>
              ipc) {

    static Constraints of(NeedState.Constraints kept) {
      return new Constraints(
          kept.licenceKinds(),
          kept.prefectures().stream().map(Prefecture::new).toList(),
          kept.remainingYearsMin(),
          kept.trlMin(),
          kept.ipc());
    }

    NeedState.Constraints kept() {
      return new NeedState.Constraints(
          distinct(licenceKinds),
          distinct(prefectures).stream().map(Prefecture::code).toList(),
          remainingYearsMin,
          trlMin,
          distinct(ipc));
    }
  }

  /** How to hear of new matches. */
  record Alerts(
      @NotNull NeedState.Alerts.@Nullable Frequency frequency,
      @Min(0) @Max(100) @Nullable Integer budgetPerWeek) {
    static Alerts of(NeedState.Alerts kept) {
      return new Alerts(kept.frequency(), kept.budgetPerWeek());
    }

    NeedState.Alerts kept() {
      NeedState.Alerts standard = STANDARD;
      return new NeedState.Alerts(
          frequency == null ? standard.frequency() : frequency,
          budgetPerWeek == null ? standard.budgetPerWeek() : budgetPerWeek);
    }
  }

  private static final NeedState.Alerts STANDARD =
      new NeedState.Alerts(NeedState.Alerts.Frequency.AT_ONCE, 10);

  static NeedInput of(NeedContent content) {
    return new NeedInput(
        content.lang(),
        content.title(),
        content.text(),
        Elements.of(content.elements()),
        Constraints.of(content.constraints()),
        content.wants(),
        content.visibility(),
        Alerts.of(content.alerts()));
  }

  NeedContent content() {
    Elements given = elements == null ? new Elements(null, null, null, null, null) : elements;
    Constraints limits =
        constraints == null ? new Constraints(null, null, null, null, null) : constraints;
    return new NeedContent(
        lang == null ? "ja" : lang,
        Texts.line(title),
        Texts.block(text),
        given.kept(),
        limits.kept(),
        wants == null ? List.of(NeedState.Want.LICENCE) : distinct(wants),
        visibility == null ? NeedState.Visibility.PRIVATE : visibility,
        alerts == null ? STANDARD : alerts.kept());
  }

  private static <T> List<T> distinct(@Nullable List<T> items) {
    return items == null ? List.of() : items.stream().distinct().toList();
  }
}
