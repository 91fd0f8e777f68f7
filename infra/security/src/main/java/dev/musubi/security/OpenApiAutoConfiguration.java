package dev.musubi.security;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;

/** The caller comes from the token: it is no parameter that anybody could send. */
@AutoConfiguration
@ConditionalOnClass(name = "org.springdoc.core.utils.SpringDocUtils")
class OpenApiAutoConfiguration {
  OpenApiAutoConfiguration() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }
}
