package dev.musubi.listings.web;

import dev.musubi.http.Problem;
import dev.musubi.listings.application.NotPublishable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells every failed check in the shape in which wrong fields are told. */
@RestControllerAdvice
final class NotPublishableAdvice {
  private static final String TYPE = "urn:musubi:problem:listing-not-publishable";
  private final MessageSource messages;

  NotPublishableAdvice(MessageSource messages) {
    this.messages = messages;
  }

  @ExceptionHandler
  ResponseEntity<Problem> answer(
      NotPublishable refused, HttpServletRequest request, Locale locale) {
    List<Problem.Field> fields =
        CheckView.of(refused.failed(), messages, locale).stream()
            .map(it -> new Problem.Field(it.field(), it.code(), it.message()))
            .toList();
    Problem problem =
        new Problem(
            TYPE,
            messages.getMessage("problem.listing-not-publishable.title", null, locale),
            HttpStatus.CONFLICT.value(),
            messages.getMessage(
                "problem.listing-not-publishable.detail",
                new Object[] {refused.failed().size()},
                locale),
            request.getRequestURI(),
            fields,
            Map.of());
    return ResponseEntity.status(HttpStatus.CONFLICT)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
