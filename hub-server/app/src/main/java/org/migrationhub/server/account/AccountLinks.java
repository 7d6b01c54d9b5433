package org.migrationhub.server.account;

import java.net.URI;
import java.util.function.Supplier;
import org.migrationhub.core.vocabulary.Language;

/**
 * The addresses of the pages to which letters lead. They are made of what the installation says its address is, never of what
 * a request says. Such a page shows what is about to happen and asks; only a POST acts. Thread-safe.
 */
final class AccountLinks {

    /** What stands before a one-time token. */
    static final String TOKEN = "?token=";

    private final Supplier<URI> base;

    AccountLinks(Supplier<URI> base) {
        this.base = base;
    }

    /** A page that takes a one-time token. */
    String to(String page, Language language, String token) {
        return to(page, language) + TOKEN + token;
    }

    /** A page. */
    String to(String page, Language language) {
        return base.get()
                .resolve("/" + site(language).tag() + "/account/" + page)
                .toString();
    }

    /** The first page of the site. */
    String home(Language language) {
        return base.get().resolve("/" + site(language).tag() + "/").toString();
    }

    /** The site speaks six languages. */
    private static Language site(Language language) {
        return Language.official().contains(language) ? language : Language.EN;
    }
}
