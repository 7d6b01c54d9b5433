package org.migrationhub.server.site.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.Term;

/**
 * Where the pages of one language are.
 *
 * @param language of the pages
 */
public record Addresses(Language language) {

    /** By character, whether it stands in an address as it is. */
    private static final boolean[] PLAIN = plain();

    /** A path under the language. */
    public String to(String path) {
        return "/" + language + path;
    }

    /** The front page. */
    public String home() {
        return to("/");
    }

    /** The search of everything. */
    public String search() {
        return to("/search");
    }

    /** The search of what has a value. */
    public String search(Facet facet, String value) {
        return search() + "?" + facet.code() + "=" + encoded(value);
    }

    /** All objectives. */
    public String objectives() {
        return to("/objectives");
    }

    /** An objective. */
    public String objective(Objective objective) {
        return objectives() + "/" + key(objective);
    }

    /** All places. */
    public String places() {
        return to("/places");
    }

    /** A country, a region or a Regional Commission. */
    public String place(Term place) {
        return places() + "/" + place.code();
    }

    /** An item. */
    public String item(Kind kind, SubmissionId id) {
        return to(item(kind)) + "/" + id;
    }

    /** Where items of a kind are, under every language. */
    public static String item(Kind kind) {
        return kind == Kind.PRACTICE ? "/practices" : "/resources";
    }

    /** A file of an item, which is the same in every language. */
    public static String file(SubmissionId id, Sha256 digest) {
        return "/api/v1/items/" + id + "/attachments/" + digest;
    }

    /** How an item is cited, as a file with this ending. */
    public static String citation(SubmissionId id, String ending) {
        return "/api/v1/items/" + id + "/citation" + ending;
    }

    /** Where the United Nations keep the Global Compact, in this language. */
    public String compact() {
        return "https://undocs.org/" + language + "/A/RES/73/195";
    }

    /** How an address names an objective: its number, or {@code general}. */
    public static String key(Objective objective) {
        return objective.code().substring("objective-".length());
    }

    /** A text as it stands in the query of an address. */
    public static String encoded(String text) {
        return standsAsItIs(text) ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As all codes do, of which a page has hundreds. */
    private static boolean standsAsItIs(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!standsAsItIs(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean standsAsItIs(char character) {
        return character < PLAIN.length && PLAIN[character];
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[128];
        for (char character : "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-".toCharArray()) {
            plain[character] = true;
        }
        return plain;
    }
}
