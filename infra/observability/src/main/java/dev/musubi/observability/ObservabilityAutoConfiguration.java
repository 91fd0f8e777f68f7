package dev.musubi.observability;

import dev.musubi.observability.request.UnreadableForms;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What makes a service tell how it fares. */
@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@EnableConfigurationProperties(TraceSettings.class)
class ObservabilityAutoConfiguration {

  @Bean
  Operation operation(
      @Value("${spring.application.name:}") String service, ObjectProvider<Watched> parts) {
    return new Operation(service, parts.orderedStream().toList());
  }

  @Bean
  DiskWatch diskWatch() {
    return new DiskWatch();
  }

  @Bean
  @ConditionalOnExpression("!'${musubi.trace.endpoint:}'.isBlank()")
  SpanExport spanExport(
      TraceSettings settings, @Value("${spring.application.name:}") String service) {
    Optional<URI> collector = settings.collector();
    SpanExport export = new SpanExport(collector.orElseThrow(), service);
    Trace.recordTo(export::take);
    return export;
  }

  /** Another application of this JVM, as tests have them, must not record into what is closed. */
  @Bean
  @ConditionalOnBean(SpanExport.class)
  DisposableBean recordNoLonger() {
    return () -> Trace.recordTo(null);
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  static class OverHttp {
    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter() {
      FilterRegistrationBean<TraceFilter> filter = new FilterRegistrationBean<>(new TraceFilter());
      // Before all others: what security refuses is logged with its trace as well.
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
      filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
      return filter;
    }

    /** Around all filters that read parameters, security's among them. */
    @Bean
    FilterRegistrationBean<UnreadableForms> unreadableForms() {
      FilterRegistrationBean<UnreadableForms> filter =
          new FilterRegistrationBean<>(new UnreadableForms());
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
      filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
      return filter;
    }

    @Bean
    @ConditionalOnClass(name = "dev.musubi.security.Caller")
    OperationController operationController(Operation operation) {
      return new OperationController(operation);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({DataSource.class, org.springframework.jdbc.core.JdbcTemplate.class})
  static class OverDatabase {
    @Bean
    @ConditionalOnBean(DataSource.class)
    DatabaseWatch databaseWatch(DataSource pool) {
      return new DatabaseWatch(pool);
    }
  }
}
