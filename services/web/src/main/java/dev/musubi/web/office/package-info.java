/** The licensing office: own listings, their quality, publication and imports. */
@NullMarked
package dev.musubi.web.office;

import org.jspecify.annotations.NullMarked;
