@NullMarked
package dev.musubi.matching.scoring;

import org.jspecify.annotations.NullMarked;
