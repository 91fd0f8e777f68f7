/** The single public door: passes the API and the login on to the services, within limits. */
@NullMarked
package dev.musubi.web.door;

import org.jspecify.annotations.NullMarked;
