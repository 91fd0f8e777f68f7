package dev.musubi.listings.domain;

import dev.musubi.model.event.ListingState.Offer;
import dev.musubi.model.event.ListingState.Right;
import dev.musubi.model.event.ListingState.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well a listing tells a firm what it needs to decide: 0 to 100, and what is missing. The
 * weights follow the reasons for which industry declines offers: benefit over existing technology
 * unclear, commercial route unclear, description unclear, too early a stage.
 *
 * @param score 0 to 100
 * @param gaps what would raise it, the most worthwhile first
 */
public record Quality(int score, List<Gap> gaps) {
  private static final Pattern FIGURE =
      Pattern.compile(
          "[0-9０-９]+(?:[.,．][0-9０-９]+)?\\s*(?:[%％‰倍割分秒時日年円mkμnc℃°度WVAhgLlKHTPJNsdB]|percent|times|fold|yen|point)|半減|倍増|half|twice|double");
  private static final Pattern COMPARISON =
      Pattern.compile(
          "従来|既存|現行|比べ|比較|比し|対し|に代わ|より(?:も)?(?:高|低|速|早|安|軽|小|大|少|多|長|短|簡|強|優)|これまで|(?<!\\w)(?:than|compared|comparison|conventional|existing|prior|versus|vs|instead"
              + " of|unlike)(?!\\w)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLAIM_TITLE =
      Pattern.compile(
          "(?:方法|装置|システム|組成物|プログラム)(?:、|,|，|並びに|および|及び|ならびに).+|^(?:a"
              + " )?(?:method|apparatus|system)s? (?:and|for|of)(?!\\w).*",
          Pattern.CASE_INSENSITIVE);
  private static final int SENTENCE_JA = 120;
  private static final int SENTENCE_EN = 250;
  private static final int ENOUGH = 20;

  public Quality {
    gaps = List.copyOf(gaps);
  }

  /**
   * @param code what is missing; the text that people read is {@code listings.gap.<code>}
   * @param pointer JSON pointer to where it belongs
   * @param points what it would bring
   */
  public record Gap(Code code, String pointer, int points) {
    /** What a good listing has, with what it is worth; together 100. */
    public enum Code {
      SUMMARY(15),
      PROBLEM(12),
      FIGURES(10),
      PRODUCTS(10),
      EFFECT(8),
      COMPARISON(8),
      BOTH_LANGUAGES(8),
      TERMS(6),
      TITLE(5),
      EXPLANATION(5),
      STAGE(5),
      RIGHT_FACTS(5),
      OFFERS(3);

      private final int points;

      Code(int points) {
        this.points = points;
      }

      /** What it is worth. */
      public int points() {
        return points;
      }
    }
  }

  /** The quality of a content. */
  public static Quality of(ListingContent content, LocalDate today) {
    List<Gap> gaps = new ArrayList<>();
    for (Gap.Code code : Gap.Code.values()) {
      if (!has(code, content, today)) {
        gaps.add(new Gap(code, pointer(code, content), code.points()));
      }
    }
    return new Quality(100 - gaps.stream().mapToInt(Gap::points).sum(), gaps);
  }

  private static boolean has(Gap.Code code, ListingContent it, LocalDate today) {
    return switch (code) {
      case SUMMARY -> any(it, Text::summary, Quality::isOneSentence);
      case PROBLEM -> any(it, Text::problem, Quality::isEnough);
      case EFFECT -> any(it, Text::effect, Quality::isEnough);
      case FIGURES -> told(it, FIGURE);
      case COMPARISON -> told(it, COMPARISON);
      case PRODUCTS -> any(it, Text::products, text -> !text.isBlank());
      case EXPLANATION ->
          any(it, Text::overview, Quality::isEnough) || any(it, Text::solution, Quality::isEnough);
      case TITLE -> it.texts().stream().anyMatch(text -> isForReaders(text.title(), it.rights()));
      case BOTH_LANGUAGES ->
          it.texts().stream().filter(text -> text.summary() != null).count() >= 2;
      case STAGE -> it.trl() != null;
      case OFFERS -> !it.offers().isEmpty();
      case TERMS -> it.offers().stream().anyMatch(Quality::hasTerms);
      case RIGHT_FACTS ->
          !it.rights().isEmpty()
              && it.rights().stream().allMatch(right -> right.status() != Right.Status.UNKNOWN)
              && RightLife.lastDay(it.rights(), today).isPresent();
    };
  }

  private static boolean any(
      ListingContent content, Function<Text, @Nullable String> part, Predicate<String> good) {
    return content.texts().stream().map(part).filter(Objects::nonNull).anyMatch(good);
  }

  private static boolean isEnough(String text) {
    return text.length() >= ENOUGH;
  }

  /** Short enough to be read in a list. */
  private static boolean isOneSentence(String text) {
    boolean latin = text.codePoints().filter(c -> c < 0x250).count() > text.length() / 2;
    return text.length() >= 10 && text.length() <= (latin ? SENTENCE_EN : SENTENCE_JA);
  }

  private static boolean told(ListingContent content, Pattern pattern) {
    return content.texts().stream()
        .flatMap(text -> Stream.of(text.effect(), text.summary(), text.problem()))
        .filter(Objects::nonNull)
        .anyMatch(text -> pattern.matcher(text).find());
  }

  /** Names a use rather than repeating the title of the patent. */
  private static boolean isForReaders(String title, List<Right> rights) {
    boolean repeated = rights.stream().anyMatch(right -> title.equals(right.inventionTitle()));
    return !repeated && !title.isBlank() && !CLAIM_TITLE.matcher(title).find();
  }

  private static boolean hasTerms(Offer offer) {
    return offer.royaltyPercentFrom() != null
        || offer.royaltyPercentTo() != null
        || offer.upfrontYen() != null
        || offer.trigger() != null
        || offer.note() != null;
  }

  private static String pointer(Gap.Code code, ListingContent content) {
    String text = content.texts().isEmpty() ? "/texts" : "/texts/0";
    return switch (code) {
      case SUMMARY -> text + "/summary";
      case PROBLEM -> text + "/problem";
      case EFFECT, FIGURES, COMPARISON -> text + "/effect";
      case PRODUCTS -> text + "/products";
      case EXPLANATION -> text + "/overview";
      case TITLE -> text + "/title";
      case BOTH_LANGUAGES -> "/texts";
      case STAGE -> "/trl";
      case OFFERS, TERMS -> "/offers";
      case RIGHT_FACTS -> "/rights";
    };
  }
}
