package org.migrationhub.server.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.SearchResult;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Ask;
import org.migrationhub.server.api.Operation;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Words;

/** What tells search engines where pages are. Stateless and thread-safe. */
final class Crawlers {

    /** How many addresses a map may hold by its protocol; the newest items come first. */
    private static final int MOST = 50_000;

    private static final String XML = "application/xml; charset=utf-8";
    private static final String SPACE = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Crawlers() {}

    /**
     * The operations.
     *
     * @param base the address of the site without a path
     */
    static List<Operation> operations(Supplier<String> base) {
        List<Operation> operations = new ArrayList<>(List.of(
                new Operation("robots", "GET", "/robots.txt", ask -> robots(base.get())).alike(),
                new Operation("sitemap", "GET", "/sitemap.xml", ask -> maps(base.get())).alike()));
        for (Language language : Words.LANGUAGES) {
            operations.add(new Operation(
                            "sitemap " + language,
                            "GET",
                            "/" + language + "/sitemap.xml",
                            ask -> map(ask, base.get(), language))
                    .alike());
        }
        return operations;
    }

    private static Answer robots(String base) {
        String text = """
                User-agent: *
                Disallow: /api/
                Disallow: /*/search?
                Sitemap: %s/sitemap.xml
                """.formatted(base);
        return Answer.of(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-cache");
    }

    /** The map of each language. */
    private static Answer maps(String base) {
        StringBuilder maps = new StringBuilder(HEAD + "<sitemapindex " + SPACE + ">\n");
        for (Language language : Words.LANGUAGES) {
            maps.append("<sitemap><loc>%s/%s/sitemap.xml</loc></sitemap>%n".formatted(base, language));
        }
        maps.append("</sitemapindex>\n");
        return Answer.of(200, XML, maps.toString().getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-cache");
    }

    /** Every page of a language, written while the items are read. */
    private static Answer map(Ask ask, String base, Language language) {
        Addresses at = new Addresses(language);
        return new Answer(200, XML, Map.of("Cache-Control", "no-cache"), -1, out -> {
            write(out, HEAD + "<urlset " + SPACE + ">\n");
            for (String path : fixed(at)) {
                write(out, "<url><loc>" + base + path + "</loc></url>\n");
            }
            items(ask, out, base, at);
            write(out, "</urlset>\n");
        });
    }

    private static List<String> fixed(Addresses at) {
        List<String> paths = new ArrayList<>(List.of(at.home(), at.search(), at.objectives(), at.places()));
        List.of("/about", "/criteria", "/help").forEach(path -> paths.add(at.to(path)));
        for (Objective objective : Objective.values()) {
            paths.add(at.objective(objective));
        }
        Region.all().forEach(region -> paths.add(at.place(region)));
        Country.all().forEach(country -> paths.add(at.place(country)));
        return paths;
    }

    private static void items(Ask ask, OutputStream out, String base, Addresses at) throws IOException {
        SearchQuery query = SearchQuery.everything()
                .sort(Sort.NEWEST)
                .limit(SearchQuery.MOST)
                .counting(Set.of());
        int left = MOST - fixed(at).size();
        String next = null;
        do {
            SearchResult result = ask.desk().search(query.after(next));
            for (PublicRecord.Published item :
                    result.items().subList(0, Math.min(left, result.items().size()))) {
                write(
                        out,
                        "<url><loc>%s%s</loc><lastmod>%s</lastmod></url>%n"
                                .formatted(
                                        base,
                                        at.item(item.content().kind(), item.id()),
                                        item.reviewed().on()));
            }
            left -= result.items().size();
            next = result.next();
        } while (next != null && left > 0);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
