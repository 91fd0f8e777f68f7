package dev.musubi.http;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Idempotency needs a database; a service without one does without it. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
    })
@ConditionalOnClass({JdbcClient.class, DataSource.class})
@ConditionalOnBean({DataSource.class, PlatformTransactionManager.class})
@EnableConfigurationProperties(HttpProperties.class)
class IdempotencyAutoConfiguration {
  @Bean
  IdempotencyKeys idempotencyKeys(JdbcClient jdbc, JsonMapper mapper) {
    return new IdempotencyKeys(jdbc, mapper);
  }

  @Bean
  Idempotency idempotency(
      IdempotencyKeys keys, PlatformTransactionManager transactions, JsonMapper mapper) {
    return new Idempotency(keys, new TransactionTemplate(transactions), mapper);
  }

  @Bean
  IdempotencyPurge idempotencyPurge(IdempotencyKeys keys, HttpProperties properties) {
    return new IdempotencyPurge(keys, properties.idempotencyKeep());
  }

  @Bean
  DataProblems dataProblems() {
    return new DataProblems();
  }
}
