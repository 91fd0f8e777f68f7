package dev.musubi.deals.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A message to the other side. */
record MessageInput(@NotBlank @Size(max = 4000) String message) {}
