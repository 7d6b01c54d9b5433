package org.migrationhub.server.crash;

import java.util.List;

/** On H2, in a file. */
class KillOnFileTest extends KillRules {

    @Override
    List<String> database() {
        return List.of();
    }
}
