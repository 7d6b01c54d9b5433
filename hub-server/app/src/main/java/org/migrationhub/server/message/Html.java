package org.migrationhub.server.message;

import org.migrationhub.core.vocabulary.Language;

/** Builds the page of a letter. There is no way to put anything into it but escaped. Not thread-safe. */
final class Html {

    private final StringBuilder page = new StringBuilder();

    Html(Language language, String title) {
        page.append("<!DOCTYPE html>\n<html")
                .append(speaking(language))
                .append(">\n<head><meta charset=\"utf-8\"><title>");
        escape(title);
        page.append("</title></head>\n<body>\n");
    }

    void paragraph(String text) {
        page.append("<p>");
        escape(text);
        page.append("</p>\n");
    }

    void fact(Letter.Fact fact) {
        page.append("<p><strong>");
        escape(fact.label());
        page.append(":</strong> <bdi").append(speaking(fact.language())).append('>');
        escape(fact.value());
        page.append("</bdi></p>\n");
    }

    void link(String label, String address) {
        page.append("<p><a href=\"");
        escape(address);
        page.append("\">");
        escape(label);
        page.append("</a></p>\n");
    }

    Html footer(String text) {
        page.append("<hr>\n");
        paragraph(text);
        return this;
    }

    String done() {
        return page.append("</body>\n</html>\n").toString();
    }

    private static String speaking(Language language) {
        return " lang=\"%s\" dir=\"%s\""
                .formatted(language, language.direction().code());
    }

    private void escape(String text) {
        for (int index = 0; index < text.length(); index++) {
            char next = text.charAt(index);
            switch (next) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(next);
            }
        }
    }
}
