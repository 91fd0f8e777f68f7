package dev.musubi.web.login;

import dev.musubi.web.WebSettings;
import jakarta.servlet.DispatcherType;
import java.net.URL;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.GenericJacksonJsonRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.data.redis.RedisSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Sessions in Redis, written as JSON whose types are on an allow-list: what lies in Redis can never
 * make this service build an object of another class.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {
  static final String COOKIE = "MUSUBI_SESSION";

  @Bean
  CookieSerializer sessionCookie(WebSettings settings) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(COOKIE);
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setUseSecureCookie(settings.secure());
    cookie.setCookiePath("/");
    return cookie;
  }

  @Bean
  SessionRepository<?> sessionRepository(RedisConnectionFactory redis, WebSettings settings) {
    RedisTemplate<String, Object> template = new RedisTemplate<>();
    template.setConnectionFactory(redis);
    template.setKeySerializer(RedisSerializer.string());
    template.setHashKeySerializer(RedisSerializer.string());
    template.setValueSerializer(sessionJson());
    template.setHashValueSerializer(sessionJson());
    template.afterPropertiesSet();
    RedisSessionRepository sessions = new RedisSessionRepository(template);
    sessions.setRedisKeyNamespace("musubi:web:session");
    sessions.setDefaultMaxInactiveInterval(settings.sessionLife());
    return new ForgivingSessions<>(sessions);
  }

  /** Also around error pages: who is signed in stays signed in when something fails. */
  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(
      SessionRepositoryFilter<?> sessions) {
    FilterRegistrationBean<SessionRepositoryFilter<?>> filter =
        new FilterRegistrationBean<>(sessions);
    filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
    filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
    return filter;
  }

  static GenericJacksonJsonRedisSerializer sessionJson() {
    BasicPolymorphicTypeValidator.Builder allowed =
        BasicPolymorphicTypeValidator.builder()
            .allowIfSubType(Visitor.class)
            .allowIfSubType(URL.class)
            .allowIfSubType(Long.class)
            .allowIfSubType(Integer.class);
    JsonMapper.Builder mapper =
        JsonMapper.builder()
            .addModules(
                SecurityJacksonModules.getModules(
                    SessionConfiguration.class.getClassLoader(), allowed));
    return new GenericJacksonJsonRedisSerializer(mapper.build());
  }
}
