package org.migrationhub.core.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.core.vocabulary.Principle;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;
import org.migrationhub.core.vocabulary.ResourceType;
import org.migrationhub.core.vocabulary.Sdg;

/** Items of any shape that a value can have, complete or not; the same seed gives the same item. */
final class RandomItems {

    private static final List<Language> LANGUAGES = List.of(
            Language.AR,
            Language.ZH,
            Language.EN,
            Language.FR,
            Language.RU,
            Language.ES,
            new Language("pt-BR"),
            new Language("zh-Hant"));

    private static final List<String> PIECES = List.of(
            "plain",
            " ",
            "\n",
            "\t",
            "\"",
            "\\",
            "/",
            "~",
            "é",
            "e\u0301",
            "ﬁ",
            "Å",
            "A\u030A",
            "\u212B",
            "한국",
            "\u1112\u1161\u11AB",
            "نص تجريبي",
            "۱۲۳",
            "示例文本",
            "образец",
            "नमूना",
            "ตัวอย่าง",
            "👩🏽‍🌾",
            "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "می\u200Cخواهم",
            "\u2028",
            "\u200F",
            "𝒜",
            "q\u0323\u0307",
            "q\u0307\u0323",
            "-1e5",
            "null");

    private final Random random;

    RandomItems(long seed) {
        random = new Random(seed);
        random.nextInt(); // the first numbers of neighbouring seeds are alike
    }

    ContentItem item() {
        return random.nextBoolean() ? practice() : resource();
    }

    private Practice practice() {
        return new Practice(
                texts(() -> new PracticeText(text(), text(), text(), text(), text(), text(), text(), text())),
                classification(),
                maybe(() -> pick(PracticeType.known())),
                geography(),
                maybe(() -> new Period(random.nextInt(), maybe(random::nextInt))),
                list(this::organisation),
                list(this::organisation),
                list(this::organisation),
                set(this::person),
                maybe(this::person),
                maybe(this::person),
                list(this::link),
                list(this::attachment));
    }

    private Resource resource() {
        return new Resource(
                texts(() -> new ResourceText(text(), text(), text(), text())),
                classification(),
                maybe(() -> pick(ResourceType.known())),
                geography(),
                maybe(random::nextInt),
                list(this::organisation),
                list(this::organisation),
                set(this::person),
                maybe(this::person),
                list(this::link),
                list(this::attachment));
    }

    private <T extends ItemText> Texts<T> texts(Supplier<T> text) {
        SortedMap<Language, T> texts = new TreeMap<>();
        set(() -> pick(LANGUAGES)).forEach(language -> texts.put(language, text.get()));
        return new Texts<>(pick(LANGUAGES), texts);
    }

    private Classification classification() {
        return new Classification(
                set(() -> pick(List.of(Objective.values()))),
                set(() -> pick(List.of(Objective.values()))),
                set(() -> pick(List.of(Principle.values()))),
                set(() -> random.nextBoolean() ? Sdg.goal(1 + random.nextInt(17)) : Sdg.target("8.8")));
    }

    private Geography geography() {
        return new Geography(
                set(() -> pick(Country.all())),
                set(() -> pick(Region.all())),
                set(() -> pick(List.of(RegionalCommission.values()))),
                list(this::text),
                random.nextBoolean());
    }

    private OrganisationRef organisation() {
        return new OrganisationRef(
                text(), maybe(() -> new OrganisationId("organisation-" + random.nextInt(9))), maybe(this::text));
    }

    private PersonId person() {
        return new PersonId("person-" + random.nextInt(9));
    }

    private Link link() {
        return new Link(text(), text(), maybe(() -> pick(LANGUAGES)));
    }

    private Attachment attachment() {
        return new Attachment(
                text(),
                text(),
                random.nextLong() >>> 1,
                Sha256.of(new byte[] {(byte) random.nextInt()}),
                maybe(() -> pick(LANGUAGES)),
                text());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            text.append(pick(PIECES));
        }
        return text.toString();
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> list = new ArrayList<>();
        for (int size = random.nextInt(4); size > 0; size--) {
            list.add(element.get());
        }
        return list;
    }

    private <T extends Comparable<? super T>> SortedSet<T> set(Supplier<T> element) {
        return new TreeSet<>(list(element));
    }

    private <T> T pick(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
