package dev.musubi.web.page;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {
  private final AskerResolver askers;

  PageConfiguration(AskerResolver askers) {
    this.askers = askers;
  }

  @Bean
  static MessageSource messageSource() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages/web", "messages/words", "messages/ipc");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setDefaultLocale(Locale.JAPANESE);
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }

  @Bean
  static Clock clock() {
    return Clock.systemUTC();
  }

  /** Lets templates write addresses of assets with their content's hash in it. */
  @Bean
  static FilterRegistrationBean<ResourceUrlEncodingFilter> assetAddresses() {
    return new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
  }

  /** The plain names of assets (the login page uses them) are asked again, and answered by 304. */
  @Bean
  static FilterRegistrationBean<ShallowEtagHeaderFilter> assetTags() {
    FilterRegistrationBean<ShallowEtagHeaderFilter> tags =
        new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
    tags.addUrlPatterns("/assets/*");
    return tags;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    String[] places = {
      "classpath:/static/assets/", "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/"
    };
    // A name with a hash in it never changes its content.
    registry
        .addResourceHandler("/assets/{name:.+-[0-9a-f]{32}\\.[a-z]+}")
        .addResourceLocations(places)
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(places)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    registry
        .addResourceHandler("/favicon.ico", "/robots.txt")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new PlainNames()).excludePathPatterns("/assets/**");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(askers);
    resolvers.add(new HtmxResolver());
  }
}
