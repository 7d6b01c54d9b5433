package org.migrationhub.server.site.read;

import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.FoundDocument;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Geography;
import org.migrationhub.core.content.ItemText;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.content.ResourceText;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.Term;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Marked;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Sentence;
import org.migrationhub.server.site.page.Tally;
import org.migrationhub.server.site.page.Voice;

/**
 * What a list shows of an item, in the best language for the reader.
 *
 * @param address of the item
 * @param type what it is
 * @param title its title
 * @param teaser the beginning of its text, or the sentence that an editor wrote of its outcome
 * @param objectives what it mainly serves
 * @param places where; a few of them
 * @param morePlaces how many places were left out
 * @param years when; empty if that isn't known
 * @param languages the tags of the languages in which there is text
 */
public record Card(
        String address,
        Said type,
        Marked title,
        Marked teaser,
        List<Tally> objectives,
        List<Said> places,
        int morePlaces,
        String years,
        List<Said> languages) {

    /** About as much as a reader takes in at a glance. */
    private static final int TEASER = 200;

    private static final int PLACES = 3;

    /** The card of an item. */
    static Card of(PublicRecord.Published item, Voice voice, Addresses at) {
        ContentItem content = item.content();
        Language shown = content.texts().bestLanguage(List.of(voice.language())).orElse(content.language());
        Said title = Said.in(shown, content.title(List.of(shown)));
        Said teaser = Said.in(shown, content.texts().in(shown).map(Card::teaser).orElse(""));
        return of(item, Marked.plain(title), Marked.plain(teaser), voice, at);
    }

    /** The cards of items that are featured, each with what an editor says of it. */
    static List<Card> featured(List<PublicRecord.Published> items, Voice voice, Addresses at) {
        return items.stream().map(item -> featured(item, voice, at)).toList();
    }

    private static Card featured(PublicRecord.Published item, Voice voice, Addresses at) {
        Card card = of(item, voice, at);
        Said sentence = Sentence.of(item, voice.language());
        return sentence == null ? card : card.withTeaser(Marked.plain(sentence));
    }

    private Card withTeaser(Marked other) {
        return new Card(address, type, title, other, objectives, places, morePlaces, years, languages);
    }

    /** The card of an item that was found by words, with what of them was found in it. */
    static Card of(PublicRecord.Published item, FoundDocument found, Voice voice, Addresses at) {
        Marked title = Marked.of(found.title(), found.language());
        return of(item, title, Marked.of(found.text(), found.language()), voice, at);
    }

    private static Card of(PublicRecord.Published item, Marked title, Marked teaser, Voice voice, Addresses at) {
        ContentItem content = item.content();
        List<Said> places = places(content.geography(), voice);
        return new Card(
                at.item(content.kind(), item.id()),
                type(content, voice),
                title,
                teaser,
                tags(content, voice, at),
                places.subList(0, Math.min(PLACES, places.size())),
                Math.max(0, places.size() - PLACES),
                years(content, voice),
                languages(content, voice));
    }

    private static List<Tally> tags(ContentItem content, Voice voice, Addresses at) {
        List<Tally> tags = new ArrayList<>();
        for (Objective objective : content.classification().primary()) {
            tags.add(tag(objective, voice, at));
        }
        return tags;
    }

    private static List<Said> languages(ContentItem content, Voice voice) {
        List<Said> languages = new ArrayList<>();
        for (Language language : content.texts().byLanguage().keySet()) {
            languages.add(voice.name(language));
        }
        languages.sort(voice.order());
        return languages;
    }

    /** What an item is: its type if it says it, or else its kind. */
    static Said type(ContentItem content, Voice voice) {
        Term type = content instanceof Practice practice ? practice.type() : ((Resource) content).type();
        return type == null ? new Said(voice.say("kind." + content.kind().code()), null, null) : voice.label(type);
    }

    /** When it was: from which to which year, or the year of a resource. */
    static String years(ContentItem content, Voice voice) {
        if (content instanceof Practice practice) {
            return practice.period() == null ? "" : voice.years(practice.period());
        }
        Integer year = ((Resource) content).year();
        return year == null ? "" : String.valueOf(year);
    }

    /** The beginning of a text, or what stands for it. */
    static String teaser(ItemText text) {
        if (text instanceof PracticeText practice) {
            return practice.outcome().isBlank() ? cut(practice.summary()) : practice.outcome();
        }
        return cut(((ResourceText) text).atAGlance());
    }

    /** An objective by number and label. */
    static Tally tag(Objective objective, Voice voice, Addresses at) {
        return new Tally(voice.label(objective), number(objective), at.objective(objective), 0, 0);
    }

    /** The number of an objective; empty where it has none. */
    static String number(Objective objective) {
        return objective.number().isPresent()
                ? String.valueOf(objective.number().getAsInt())
                : "";
    }

    private static List<Said> places(Geography geography, Voice voice) {
        List<Said> places = new ArrayList<>();
        geography.countries().forEach(country -> places.add(voice.label(country)));
        geography.regions().forEach(region -> places.add(voice.label(region)));
        geography.commissions().forEach(commission -> places.add(voice.label(commission)));
        if (geography.global()) {
            places.add(new Said(voice.say("place.global"), null, null));
        }
        return places;
    }

    /** The beginning of a text in one line, which ends behind a word if it was cut. */
    private static String cut(String whole) {
        String line = beginning(whole);
        if (line.codePointCount(0, line.length()) <= TEASER) {
            return line;
        }
        int end = line.offsetByCodePoints(0, TEASER);
        int lastSpace = line.lastIndexOf(' ', end - 1);
        return line.substring(0, behindLastLetter(line, lastSpace > end / 2 ? lastSpace : end)) + "…";
    }

    /** As much of a text as may be shown, and a letter more if there is one: it may be long, and a page begins many. */
    private static String beginning(String whole) {
        String text = whole.strip();
        StringBuilder line = new StringBuilder(TEASER + 1);
        int letters = 0;
        for (int at = 0; at < text.length() && letters <= TEASER; at++) {
            char letter = text.charAt(at);
            boolean isSpace = Character.isWhitespace(letter);
            if (isSpace && Character.isWhitespace(text.charAt(at - 1))) {
                continue;
            }
            line.append(isSpace ? ' ' : letter);
            if (!Character.isHighSurrogate(letter)) {
                letters++;
            }
        }
        return line.toString();
    }

    /** Where a text ends without marks and spaces, which would stand oddly before the sign that something was left out. */
    private static int behindLastLetter(String text, int end) {
        int last = end;
        while (last > 0 && isMark(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    private static boolean isMark(char character) {
        return switch (Character.getType(character)) {
            case Character.OTHER_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION -> true;
            default -> Character.isWhitespace(character);
        };
    }

    /** The cards of several items. */
    static List<Card> of(List<PublicRecord.Published> items, Voice voice, Addresses at) {
        return items.stream().map(item -> of(item, voice, at)).toList();
    }
}
