package dev.musubi.web.language;

import dev.musubi.model.InvalidValue;
import dev.musubi.model.Ipc;
import dev.musubi.model.Jsic;
import dev.musubi.model.Prefecture;
import dev.musubi.model.Trl;
import dev.musubi.model.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Words for codes, in the reader's language. Templates know it as {@code @words}. */
@Component("words")
public final class Words {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter JAPANESE_DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPANESE);
  private static final Pattern MARKED = Pattern.compile("\\[\\[(.*?)]]", Pattern.DOTALL);
  private static final int IPC_CLASS = 3;
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  private final MessageSource messages;

  Words(MessageSource messages) {
    this.messages = messages;
  }

  /** A message by its key. */
  public String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  /** A code of one of our lists: "offer.NON_EXCLUSIVE"; unknown codes are shown as they are. */
  public String code(String list, @Nullable Object code) {
    if (code == null) {
      return "";
    }
    String written = code.toString();
    // Not as the default of the message: what somebody wrote is no pattern.
    String word = messages.getMessage(list + "." + written, null, null, locale());
    return word == null ? written : word;
  }

  /** 東京都 or Tokyo. */
  public String prefecture(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return "";
    }
    return Prefecture.find(code).map(known -> known.name(model())).orElse(code);
  }

  /** 東京 or Tokyo, for a small tile. */
  public String prefectureShort(String code) {
    String name = prefecture(code);
    boolean bare = name.equals("北海道") || !name.matches(".*[都府県]");
    return bare ? name : name.substring(0, name.length() - 1);
  }

  /** A technical field. */
  public String field(@Nullable String code) {
    return code == null ? "" : Vocabulary.TECHNICAL_FIELDS.name(code, model());
  }

  /** A technical field or an industry, whichever the code is of. */
  public String fieldOrIndustry(@Nullable String code) {
    return code != null && Jsic.tryParse(code).isPresent() ? industry(code) : field(code);
  }

  /** A function. */
  public String function(@Nullable String code) {
    return code == null ? "" : Vocabulary.FUNCTIONS.name(code, model());
  }

  /** An industry. */
  public String industry(@Nullable String code) {
    if (code == null) {
      return "";
    }
    return Jsic.tryParse(code).map(known -> known.name(model())).orElse(code);
  }

  /** A class of the IPC as people write it: "C02F 1/28"; what is no such class as it is. */
  public String ipcCode(String code) {
    return Ipc.tryParse(code).map(Ipc::display).orElse(code);
  }

  /** A text with its marks, where the marked fragment is the whole of it; else the text alone. */
  public String markedWhole(@Nullable List<String> fragments, @Nullable String text) {
    String fragment = fragments == null || fragments.isEmpty() ? "" : fragments.getFirst();
    boolean whole = fragment.replace("[[", "").replace("]]", "").equals(text);
    return whole ? marked(fragment) : HtmlUtils.htmlEscape(text == null ? "" : text, "UTF-8");
  }

  /** A column of an imported file; of JSON, whose parts have pointers, the name of the part. */
  public String column(@Nullable String column) {
    if (column == null || !column.startsWith("/")) {
      return column == null ? "" : column;
    }
    String[] parts = column.split("/", -1);
    String part = code("importColumn", parts[1]);
    boolean counted = parts.length > 2 && parts[2].matches("\\d{1,4}");
    return counted ? say("importColumn.of", part, Integer.parseInt(parts[2]) + 1) : part;
  }

  /** Readiness in plain words. */
  public String readiness(@Nullable Integer trl) {
    if (trl == null) {
      return "";
    }
    try {
      return new Trl(trl).stage(model());
    } catch (InvalidValue unknown) {
      return String.valueOf(trl);
    }
  }

  /** A day: 2026年11月23日 or 23 November 2026. */
  public String day(@Nullable Object when) {
    return switch (when) {
      case null -> "";
      case LocalDate day -> format().format(day);
      case Instant instant -> format().format(instant.atZone(JAPAN));
      default -> parsed(when.toString()).map(at -> format().format(at.atZone(JAPAN))).orElse("");
    };
  }

  /** Day and hour in Japan. */
  public String moment(@Nullable String when) {
    if (when == null) {
      return "";
    }
    return parsed(when).map(at -> day(at) + " " + HOUR.format(at.atZone(JAPAN))).orElse(when);
  }

  /**
   * A fragment of the search service as safe HTML: everything escaped, then its marks {@code [[…]]}
   * turned into {@code <mark>}, in pairs only, so that a title with brackets of its own marks
   * nothing beyond it.
   */
  public String marked(@Nullable String fragment) {
    return fragment == null
        ? ""
        : MARKED.matcher(HtmlUtils.htmlEscape(fragment, "UTF-8")).replaceAll("<mark>$1</mark>");
  }

  /** A class of the IPC with what it is about: "C02F 1/28" gives 水・廃水の処理. */
  public String ipc(@Nullable String code) {
    if (code == null || code.length() < IPC_CLASS) {
      return "";
    }
    String known = messages.getMessage("ipc." + code.substring(0, IPC_CLASS), null, "", locale());
    return known == null ? "" : known;
  }

  private Optional<Instant> parsed(String when) {
    try {
      return Optional.of(Instant.parse(when));
    } catch (DateTimeParseException notAnInstant) {
      return Optional.empty();
    }
  }

  private DateTimeFormatter format() {
    return Language.of(locale()) == Language.JA ? JAPANESE_DAY : ENGLISH_DAY;
  }

  private dev.musubi.model.Language model() {
    return dev.musubi.model.Language.of(locale());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
