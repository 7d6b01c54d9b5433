package org.migrationhub.server;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** People have accounts: whoever tests what follows from that has a server of their own, with an administrator. */
abstract class AccountsAtServer {

    static RunningServer server;
    static Registrants people;

    @BeforeAll
    static void start() {
        server = Registrants.start();
        people = new Registrants(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }
}
