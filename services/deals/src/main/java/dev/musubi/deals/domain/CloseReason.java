package dev.musubi.deals.domain;

/** Why a deal ended without a licence. */
public enum CloseReason {
  NO_AGREEMENT,
  NEED_GONE,
  PATENT_GONE,
  OTHER
}
