/**
 * What has changed from one revision of an item to the next, field by field and language by language, in texts word by word:
 * for whoever reviews again what they have reviewed before, and for whoever revises.
 */
@NullMarked
package org.migrationhub.server.site.difference;

import org.jspecify.annotations.NullMarked;
