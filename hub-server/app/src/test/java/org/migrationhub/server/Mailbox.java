package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The letters that a server has queued for an address. */
record Mailbox(RunningServer server, String address) {

    /** What they are, in order. */
    List<String> kinds() {
        return column("kind");
    }

    /** Where the last one leads. */
    String link() {
        List<String> links = column("link");
        return links.get(links.size() - 1);
    }

    /** The token of the last one. */
    String token() {
        String link = link();
        assertThat(link).startsWith(server.base() + "/en/account/").contains("?token=");
        return link.substring(link.indexOf('=') + 1);
    }

    private List<String> column(String name) {
        return server.server()
                .tables()
                .read(handle -> handle.createQuery(
                                "select " + name + " from server.message where address = :address order by queued_at")
                        .bind("address", address)
                        .mapTo(String.class)
                        .list());
    }
}
