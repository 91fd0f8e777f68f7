/** Who is there: login through the authorization server, sessions, cookies and headers. */
@NullMarked
package dev.musubi.web.login;

import org.jspecify.annotations.NullMarked;
