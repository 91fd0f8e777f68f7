/** The measurements that anyone can run: {@code musubi bench …}. */
@NullMarked
package dev.musubi.bench;

import org.jspecify.annotations.NullMarked;
