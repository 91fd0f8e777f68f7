package dev.musubi.http;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Brings the conventions into every service that has this module on its class path. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
      "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
      "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(HttpProperties.class)
class HttpAutoConfiguration {

  /** The service's bundles first, so that it may say our texts better. */
  @Bean
  @ConditionalOnMissingBean(name = "messageSource")
  ResourceBundleMessageSource messageSource(
      @Value("${spring.messages.basename:}") List<String> basenames) {
    List<String> all = new ArrayList<>(basenames);
    all.add("dev/musubi/http/problems");
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasenames(
        all.stream().map(String::strip).filter(n -> !n.isEmpty()).toArray(String[]::new));
    source.setDefaultEncoding("UTF-8");
    source.setDefaultLocale(Locale.JAPANESE);
    source.setFallbackToSystemLocale(false);
    return source;
  }

  @Bean
  @ConditionalOnMissingBean(name = "localeResolver")
  LocaleResolver localeResolver() {
    AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(List.of(Locale.JAPANESE, Locale.ENGLISH));
    resolver.setDefaultLocale(Locale.JAPANESE);
    return resolver;
  }

  @Bean
  ProblemWriter problemWriter(MessageSource messages, LocaleResolver locales, JsonMapper mapper) {
    return new ProblemWriter(new ProblemTexts(messages), locales, mapper);
  }

  @Bean
  @ConditionalOnMissingBean(ErrorController.class)
  ProblemErrorController problemErrorController(
      ProblemWriter writer, ObjectProvider<ErrorViewResolver> views) {
    return new ProblemErrorController(writer, views.orderedStream().toList());
  }

  @Bean
  StrictReader strictReader(JsonMapper mapper, Validator validator) {
    return new StrictReader(mapper, validator);
  }

  @Bean
  WebMvcConfigurer musubiHttpConventions(
      ObjectProvider<StrictReader> reader,
      ObjectProvider<ProblemWriter> writer,
      ObjectProvider<ProblemSource> sources,
      HttpProperties properties) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ApiBodyResolver(reader.getObject(), properties.maxBody()));
        resolvers.add(new PageQueryResolver());
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ParameterCheck());
      }

      /** After the handlers that controllers declare, before what Spring does by itself. */
      @Override
      public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(
            Math.min(1, resolvers.size()),
            new ProblemResolver(writer.getObject(), sources.orderedStream().toList()));
      }
    };
  }
}
