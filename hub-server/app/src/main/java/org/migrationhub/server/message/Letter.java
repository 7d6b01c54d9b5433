package org.migrationhub.server.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Language;

/**
 * What a message says, in words and without any form. All of it is one line each: whatever somebody else has written, such
 * as a title, can't begin a line or a header field of its own, nor turn the direction of what follows.
 *
 * @param language of the letter
 * @param subject of it
 * @param hello how it begins
 * @param text what it says
 * @param facts what it says it of
 * @param action where to go on; null if there is nothing to do
 * @param footer from whom it is
 */
public record Letter(
        Language language,
        String subject,
        String hello,
        String text,
        List<Fact> facts,
        @Nullable Action action,
        String footer) {

    private static final int LONGEST_SUBJECT = 200;

    /** Makes single lines of all. */
    public Letter {
        subject = shortened(line(subject));
        hello = line(hello);
        text = line(text);
        facts = List.copyOf(facts);
        footer = line(footer);
    }

    /**
     * Something that is so.
     *
     * @param label what it is
     * @param value how it is
     * @param language of the value
     */
    public record Fact(String label, String value, Language language) {
        /** Makes single lines of both. */
        public Fact {
            label = line(label);
            value = line(value);
        }
    }

    /**
     * Where to go on.
     *
     * @param label what one can do there
     * @param address of a page
     */
    public record Action(String label, String address) {
        /** Refuses what is no absolute address of a page. */
        public Action {
            label = line(label);
            if (!address.matches("https?://[!-~]+")) {
                throw new IllegalArgumentException("No absolute address of a page");
            }
        }
    }

    /** The letter as plain text. */
    public String plain() {
        StringBuilder plain =
                new StringBuilder().append(hello).append("\n\n").append(text).append("\n\n");
        facts.forEach(fact ->
                plain.append(fact.label()).append(": ").append(isolated(fact)).append('\n'));
        if (!facts.isEmpty()) {
            plain.append('\n');
        }
        if (action != null) {
            plain.append(action.label()).append(":\n").append(action.address()).append("\n\n");
        }
        return plain.append("-- \n").append(footer).append('\n').toString();
    }

    /** The letter as a page of HTML. Whatever comes into it comes through {@link Html}, which escapes it. */
    public String html() {
        Html html = new Html(language, subject);
        html.paragraph(hello);
        html.paragraph(text);
        facts.forEach(html::fact);
        if (action != null) {
            html.link(action.label(), action.address());
        }
        return html.footer(footer).done();
    }

    /** Kept apart from what stands around it, where it runs the other way: by the Unicode characters for that. */
    private String isolated(Fact fact) {
        return fact.language().direction() == language.direction() ? fact.value() : "\u2068" + fact.value() + "\u2069";
    }

    /** One line, without characters that control anything. */
    private static String line(String text) {
        return text.replaceAll(
                        "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
    }

    private static String shortened(String subject) {
        int length = subject.codePointCount(0, subject.length());
        return length <= LONGEST_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
