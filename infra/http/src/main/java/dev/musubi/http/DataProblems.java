package dev.musubi.http;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/** A database that is away or busy is no fault of the caller's: try again later. */
final class DataProblems implements ProblemSource {
  @Override
  public @Nullable Refusal explain(Exception exception) {
    return switch (exception) {
      case DataAccessResourceFailureException _,
          QueryTimeoutException _,
          PessimisticLockingFailureException _,
          CannotCreateTransactionException _ ->
          new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "problem.status.503.detail")
              .header("Retry-After", "5");
      default -> null;
    };
  }
}
