package org.migrationhub.server.site.read;

import java.util.List;
import java.util.stream.Stream;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Marked;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Tally;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;
import org.migrationhub.server.site.page.Words;

/**
 * What the page of the design shows: each part of pages as it is, with invented values.
 *
 * @param card a card
 * @param tiles an objective with items, and one without
 * @param scripts the same words in every language of the site
 */
public record Samples(Card card, List<Tally> tiles, List<Said> scripts) {

    static Samples of(Visit visit) {
        Voice voice = visit.voice();
        Addresses at = visit.at();
        Said sample = new Said(voice.say("design.sample"), null, null);
        Card card = new Card(
                at.search(),
                new Said(voice.say("kind.practice"), null, null),
                Marked.plain(sample),
                Marked.plain(new Said(voice.say("design.sampletext"), null, null)),
                Stream.of(Objective.INFORMATION_PROVISION, Objective.SAVE_LIVES)
                        .map(objective -> Card.tag(objective, voice, at))
                        .toList(),
                List.of(voice.label(Country.of("NER"))),
                0,
                "2021",
                List.of(voice.name(Language.EN), voice.name(Language.FR)));
        return new Samples(
                card,
                List.of(tile(Objective.DATA, 12, 60, visit), tile(Objective.MANAGE_BORDERS, 0, 0, visit)),
                Words.LANGUAGES.stream().map(voice::ownName).toList());
    }

    private static Tally tile(Objective objective, long count, int share, Visit visit) {
        Tally tag = Card.tag(objective, visit.voice(), visit.at());
        return new Tally(tag.said(), tag.mark(), tag.address(), count, share);
    }
}
