@NullMarked
package dev.musubi.profiles.login;

import org.jspecify.annotations.NullMarked;
