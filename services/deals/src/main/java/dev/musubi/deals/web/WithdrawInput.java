package dev.musubi.deals.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A last word to the owner, or none. */
record WithdrawInput(@Size(max = 4000) @Nullable String message) {}
