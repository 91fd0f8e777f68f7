package dev.musubi.listings.imports;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts imports into the reader's language. */
@Component
class ImportViews {
  private final MessageSource messages;
  private final Formats formats = Formats.load();

  ImportViews(MessageSource messages) {
    this.messages = messages;
  }

  ImportView view(ImportJob job, Locale locale) {
    ImportJob.Counts counts = job.counts();
    return new ImportView(
        job.id(),
        job.organisationId(),
        job.fileName(),
        job.sizeBytes(),
        job.state(),
        failure(job, locale),
        job.format(),
        formatName(job, locale),
        job.encoding(),
        job.publish(),
        percent(job),
        job.rowsRead(),
        counts.created(),
        counts.updated(),
        counts.unchanged(),
        counts.rejected(),
        counts.published(),
        job.unknownColumns(),
        job.createdAt(),
        job.startedAt(),
        job.finishedAt());
  }

  private static int percent(ImportJob job) {
    if (job.state() == ImportJob.State.DONE) {
      return 100;
    }
    long size = Math.max(1, job.sizeBytes());
    return (int) Math.min(99, job.bytesRead() * 100 / size);
  }

  private @Nullable String failure(ImportJob job, Locale locale) {
    return job.failureCode() == null
        ? null
        : text("import.file." + job.failureCode(), locale, detail(job));
  }

  private static String detail(ImportJob job) {
    return job.failureDetail() == null ? "" : job.failureDetail();
  }

  private @Nullable String formatName(ImportJob job, Locale locale) {
    return job.format() == null
        ? null
        : formats.byId(job.format()).map(format -> name(format, locale)).orElse(job.format());
  }

  ImportView.Problem view(RecordedProblem problem, Locale locale) {
    Object[] args = problem.args().toArray();
    return new ImportView.Problem(
        problem.line(),
        problem.externalId(),
        problem.listingId(),
        problem.severity(),
        problem.column(),
        text(problem.messageKey(), locale, args),
        problem.found());
  }

  List<ImportView.KnownFormat> formats(Locale locale) {
    return formats.all().stream()
        .map(
            format ->
                new ImportView.KnownFormat(
                    format.id(),
                    name(format, locale),
                    format.columns().stream()
                        .filter(column -> column.target() != Target.IGNORED)
                        .map(column -> column.headers().getFirst())
                        .toList()))
        .toList();
  }

  private static String name(Format format, Locale locale) {
    String language = locale.getLanguage().equals("en") ? "en" : "ja";
    return format.name().getOrDefault(language, format.id());
  }

  private String text(String key, Locale locale, Object... args) {
    String text = messages.getMessage(key, args, key, locale);
    return text == null ? key : text;
  }
}
