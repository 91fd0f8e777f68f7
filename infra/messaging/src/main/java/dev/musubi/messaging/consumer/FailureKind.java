package dev.musubi.messaging.consumer;

import dev.musubi.messaging.TransientFailure;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells what will pass from what will not. */
final class FailureKind {
  private static final int DEPTH = 20;

  private FailureKind() {}

  /** Whether something that the handler needs is away, so that the event itself is not to blame. */
  static boolean isTransient(Throwable failure) {
    Throwable each = failure;
    for (int i = 0; each != null && i < DEPTH; i++) {
      if (passes(each)) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }

  private static boolean passes(Throwable failure) {
    return switch (failure) {
      case TransientFailure _ -> true;
      case DataAccessResourceFailureException _ -> true;
      case CannotCreateTransactionException _ -> true;
      case PessimisticLockingFailureException _ -> true;
      case SQLRecoverableException _ -> true;
      case SQLTransientConnectionException _ -> true;
      case SQLException sql -> passes(sql.getSQLState());
      default -> false;
    };
  }

  /** Classes of SQLSTATE: PostgreSQL documentation, appendix A. */
  private static boolean passes(@Nullable String state) {
    return state != null
        && (state.startsWith("08") // connection exception
            || state.startsWith("40") // transaction rollback: deadlock, serialisation
            || state.startsWith("53") // insufficient resources
            || state.startsWith("57P") // shutting down, starting up
            || state.startsWith("55P03")); // lock not available
  }
}
