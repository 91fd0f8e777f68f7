package dev.musubi.model;

/** A code of one of the patent classifications, in canonical form. */
public sealed interface ClassificationCode permits Ipc, Cpc, Fi, FTerm {
  /** Canonical form, without spaces: {@code B60J5/00}. */
  String code();

  /** As people are used to read it: {@code B60J 5/00}. */
  String display();

  /**
   * Whether this code lies in a class that is given by its beginning. A beginning ends where a
   * level of the classification ends, so that {@code B60J1} does not hold {@code B60J10/00}.
   */
  boolean isWithin(String prefix);
}
