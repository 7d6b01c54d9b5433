package org.migrationhub.server.site.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Voice;

/**
 * Makes the page of an item that is public: the item itself, and how it came to be so.
 *
 * @param item what is public
 * @param rendering of its content
 */
record PublishedRendering(PublicRecord.Published item, ItemRendering rendering) {

    /** How many organisations a citation names. */
    private static final int CITED = 3;

    ItemView view(String address, List<Card> related) {
        return new ItemView(
                rendering.body(),
                Reviewed.of(item, item.versions().get(item.versions().size() - 1), voice()),
                versions(),
                citation(),
                address,
                shares(address),
                related);
    }

    private Voice voice() {
        return rendering.voice();
    }

    private List<ItemView.Version> versions() {
        List<ItemView.Version> versions = new ArrayList<>();
        for (PublicRecord.Version version : item.versions()) {
            versions.add(
                    0,
                    new ItemView.Version(
                            voice().number(version.revision()),
                            voice().date(version.on()),
                            version.digest().toString(),
                            version.revision() == item.revision(),
                            VersionPages.address(voice(), item, version.revision())));
        }
        return versions;
    }

    private ItemView.Citation citation() {
        String by = item.content().implementers().stream()
                .limit(CITED)
                .map(OrganisationRef::name)
                .collect(Collectors.joining("; "));
        LocalDate on = item.reviewed().on();
        String language = "?lang=" + Addresses.encoded(rendering.shown().tag());
        return new ItemView.Citation(
                by,
                String.valueOf(on.getYear()),
                rendering.title(),
                voice().say("versions.number", voice().number(item.revision())),
                voice().say("item.cite.on", whole(voice().say("site.name")), whole(voice().date(on))),
                List.of(
                        new ItemView.Share("BibTeX", Addresses.citation(item.id(), ".bib") + language),
                        new ItemView.Share("RIS", Addresses.citation(item.id(), ".ris") + language)));
    }

    /** A piece that runs its own way, and isn't broken where the direction of the page would break it. */
    private static String whole(String piece) {
        return "\u2068" + piece + "\u2069";
    }

    private List<ItemView.Share> shares(String address) {
        String link = Addresses.encoded(address);
        String title = Addresses.encoded(rendering.title().text()).replace("+", "%20");
        return List.of(
                new ItemView.Share(voice().say("share.mail"), "mailto:?subject=" + title + "&body=" + link),
                new ItemView.Share("WhatsApp", "https://wa.me/?text=" + title + "%20" + link),
                new ItemView.Share("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url=" + link));
    }
}
