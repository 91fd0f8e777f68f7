package dev.musubi.listings.imports;

/** What a column of a foreign file may fill. The words of the mapping files. */
enum Target {
  /** Identity of the row in its own system; a repeated import finds it again by this. */
  EXTERNAL_ID,
  LANGUAGE,
  TITLE,
  SUMMARY,
  PROBLEM,
  SOLUTION,
  EFFECT,
  PRODUCTS,
  OVERVIEW,
  /** An abstract with 【課題】 and 【解決手段】, or without. */
  ABSTRACT,
  INVENTION_TITLE,
  /** A number that says by itself what it is. */
  DOCUMENT_NUMBER,
  APPLICATION_NUMBER,
  PUBLICATION_NUMBER,
  REGISTRATION_NUMBER,
  OFFICE,
  FILED_ON,
  PUBLISHED_ON,
  REGISTERED_ON,
  EXPIRES_ON,
  STATUS,
  OWNERS,
  IPC,
  /** Comma-separated FI, of which one may hold a comma itself. */
  FI,
  CPC,
  F_TERM,
  FIELD,
  FUNCTION,
  KEYWORDS,
  LICENCE_OFFERED,
  ASSIGNMENT_OFFERED,
  SUBLICENCE,
  UPFRONT_NOTE,
  ROYALTY_NOTE,
  PREFECTURE,
  TRL,
  /** Known, and deliberately not kept. */
  IGNORED
}
