package org.migrationhub.server.site.page;

import java.util.List;

/** Light or dark, for whoever doesn't leave it to their system. */
public final class Theme {

    /** The cookie that remembers it. */
    public static final String COOKIE = "appearance";

    /** What there is to choose. */
    public static final List<String> ALL = List.of("light", "dark");

    private Theme() {}
}
