package dev.musubi.notifications.mail;

import dev.musubi.notifications.domain.Content;
import dev.musubi.notifications.wording.Glosses;
import dev.musubi.notifications.wording.Words;
import java.time.ZoneId;
import java.util.Locale;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes mails: content and reader in, subject, plain text and HTML out. */
public final class Letters {
  private final LetterWriter writer;
  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  /** Mails of this sender, with links to these pages, telling times of this zone. */
  public Letters(Links links, Sender sender, ZoneId zone, Glosses glosses) {
    this.writer = new LetterWriter(links, sender, zone, glosses);
    engine.setTemplateEngineMessageSource(Words.texts());
    engine.setEnableSpringELCompiler(true);
    engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
    engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
  }

  /** The mail in the reader's words. */
  public Written write(Content content, Reader reader) {
    Letter letter = writer.write(content, reader);
    Locale locale = reader.language().locale();
    Context context = new Context(locale);
    context.setVariable("letter", letter);
    return new Written(
        letter.subject(),
        PlainText.fold(engine.process("letter.txt", context), locale),
        engine.process("letter.html", context));
  }

  private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("mail/");
    resolver.setResolvablePatterns(java.util.Set.of("*" + suffix));
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    return resolver;
  }

  /** A mail in words. */
  public record Written(String subject, String text, String html) {}
}
