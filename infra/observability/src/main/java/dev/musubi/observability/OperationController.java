package dev.musubi.observability;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How this service fares, for the health page and the command line; guarded by the API's rules. */
@RestController
final class OperationController {
  private final Operation operation;

  OperationController(Operation operation) {
    this.operation = operation;
  }

  @GetMapping("/internal/operation")
  Operation.Report report() {
    return operation.report();
  }
}
