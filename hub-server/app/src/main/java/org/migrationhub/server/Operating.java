package org.migrationhub.server;

import java.util.List;
import org.migrationhub.server.api.Allowance;
import org.migrationhub.server.api.FrontSettings;

/**
 * How the server is operated.
 *
 * @param front its doors
 * @param allowance how much one person may have
 * @param logFormat {@code text} or {@code json}
 * @param given every setting that was given, a line each, without secrets and personal data
 */
record Operating(FrontSettings front, Allowance allowance, String logFormat, List<String> given) {

    Operating {
        given = List.copyOf(given);
    }
}
