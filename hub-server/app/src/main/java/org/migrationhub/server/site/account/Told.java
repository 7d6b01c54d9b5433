package org.migrationhub.server.site.account;

import org.jspecify.annotations.Nullable;

/**
 * A page that tells something.
 *
 * @param text what happened
 * @param more what to do now
 * @param path behind the language, where that is done; null if nowhere here
 * @param act what leads there
 */
public record Told(String text, String more, @Nullable String path, String act) {}
