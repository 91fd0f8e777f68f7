package dev.musubi.profiles.persistence;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PersistenceConfiguration {
  @Bean
  Throttle throttle(DataSourceProperties database) {
    HikariDataSource connections =
        database.initializeDataSourceBuilder().type(HikariDataSource.class).build();
    connections.setPoolName("throttle");
    connections.setMaximumPoolSize(2);
    connections.setMinimumIdle(0);
    return new Throttle(connections);
  }
}
