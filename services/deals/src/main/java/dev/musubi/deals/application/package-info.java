/** What people and services can do with deals. */
@NullMarked
package dev.musubi.deals.application;

import org.jspecify.annotations.NullMarked;
