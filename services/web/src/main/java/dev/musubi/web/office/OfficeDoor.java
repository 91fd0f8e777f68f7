package dev.musubi.web.office;

import dev.musubi.web.language.Words;
import dev.musubi.web.login.Visitor;
import dev.musubi.web.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The office is for those who have patents to offer. The services would refuse anyway; here a
 * reader who only seeks is told so before writing a whole form.
 */
@Component
final class OfficeDoor implements WebMvcConfigurer, HandlerInterceptor {
  private final Words words;

  OfficeDoor(Words words) {
    this.words = words;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/office/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    HttpSession session = request.getSession(false);
    boolean seeksOnly =
        session != null
            && session.getAttribute("visitor") instanceof Visitor visitor
            && !visitor.offersPatents();
    if (seeksOnly) {
      throw new Pages.NotPossible(HttpServletResponse.SC_FORBIDDEN, words.say("error.office"));
    }
    return true;
  }
}
