/** Who calls: access tokens of people and services, and what each may do. */
@NullMarked
package dev.musubi.security;

import org.jspecify.annotations.NullMarked;
