package org.migrationhub.server.message;

import org.jspecify.annotations.Nullable;

/**
 * How people are told.
 *
 * @param site the address of the site, for links; without a slash at its end
 * @param smtp the server of mail; null if there is none, and messages are only to be read through the API
 * @param demo whether this is a demonstration, in which nobody needs protection
 */
public record MessageSettings(String site, @Nullable SmtpSettings smtp, boolean demo) {}
