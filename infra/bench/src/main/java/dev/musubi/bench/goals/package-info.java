/** The figures of the goals that belong to no collection, each against its bare counterpart. */
@NullMarked
package dev.musubi.bench.goals;

import org.jspecify.annotations.NullMarked;
