package dev.musubi.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Lets OpenAPI say what the conventions do. */
@AutoConfiguration
@ConditionalOnClass(name = "org.springdoc.core.utils.SpringDocUtils")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiAutoConfiguration {
  OpenApiAutoConfiguration() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(PageQuery.class, IfMatch.class);
    SpringDocUtils.getConfig().addAnnotationsToIgnore(ApiBody.class);
  }

  /**
   * With a server of its own it names none by itself: the machine's address is nobody's business.
   */
  @Bean
  @ConditionalOnMissingBean
  OpenAPI openApi(@Value("${spring.application.name:musubi}") String service) {
    return new OpenAPI()
        .info(new Info().title("Musubi " + service).version("v1"))
        .servers(List.of(new Server().url("/")));
  }

  @Bean
  DocumentedSchemas documentedSchemas() {
    return new DocumentedSchemas();
  }

  @Bean
  GlobalOperationCustomizer documentedOperations(DocumentedSchemas schemas) {
    return new DocumentedOperations(schemas);
  }

  @Bean
  GlobalOpenApiCustomizer documentedComponents(DocumentedSchemas schemas) {
    return schemas;
  }
}
