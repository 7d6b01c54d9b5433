package org.migrationhub.core.kit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.ItemBuilder;
import org.migrationhub.core.content.Link;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.content.ResourceText;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.core.vocabulary.Principle;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;
import org.migrationhub.core.vocabulary.ResourceType;
import org.migrationhub.core.vocabulary.Sdg;

/**
 * Practices and resources as a hub may publish them, made of invented words that follow Zipf's law: a few occur
 * everywhere, most nearly nowhere; so do the values of every facet. The same seed gives the same items. Not thread-safe.
 */
public final class RandomItems {

    /** The languages in which these items are written, the most frequent first: the official ones and two others. */
    public static final List<Language> LANGUAGES = List.of(
            Language.EN,
            Language.FR,
            Language.ES,
            Language.AR,
            Language.RU,
            Language.ZH,
            new Language("sw"),
            new Language("pt-BR"));

    private static final Instant FIRST_DAY = Instant.parse("2021-03-01T00:00:00Z");
    private static final int DAYS = 2_000;
    private static final List<Country> COUNTRIES = shuffled(Country.all());
    private static final List<Region> REGIONS = shuffled(Region.all());
    private static final List<OrganisationRef> ORGANISATIONS =
            IntStream.range(0, 40).mapToObj(RandomItems::organisation).toList();

    private final Random random;

    /** Items of this seed. */
    public RandomItems(long seed) {
        random = new Random(seed);
        random.nextInt(); // the first numbers of neighbouring seeds are alike
    }

    /** An item under an id, published some day since 2021. Some are published at the same instant. */
    public ItemDocument document(SubmissionId id) {
        Instant at = FIRST_DAY.plus(zipf(DAYS), ChronoUnit.DAYS);
        return new ItemDocument(id, item(), random.nextBoolean() ? at : at.plus(random.nextInt(), ChronoUnit.MICROS));
    }

    /** The same under any document's id: of a kind other than items it is something that says what an item may say. */
    public SearchDocument document(DocumentId id) {
        ItemDocument item = document(new SubmissionId(id.id()));
        return id.item().isPresent() ? item : new Renamed(id, item);
    }

    /** A practice, or more seldom a resource. */
    public ContentItem item() {
        return oneIn(3) ? resource() : practice();
    }

    /** A practice. It can be submitted, though it may raise warnings. */
    public Practice practice() {
        Practice.Builder builder = Practice.in(pick(LANGUAGES));
        languages(builder.build().language()).forEach(language -> builder.text(language, practiceText(language)));
        common(builder)
                .type(pick(PracticeType.known()))
                .period(null)
                .mainImplementers(list(1, 2, () -> pick(ORGANISATIONS)))
                .otherOrganisations(list(0, 1, () -> pick(ORGANISATIONS)))
                .focalPoint(person());
        int start = 2024 - zipf(20);
        return (oneIn(3) ? builder.since(start) : builder.years(start, start + zipf(8))).build();
    }

    /** A resource. It can be submitted, though it may raise warnings. */
    public Resource resource() {
        Resource.Builder builder = Resource.in(pick(LANGUAGES));
        languages(builder.build().language()).forEach(language -> builder.text(language, resourceText(language)));
        return common(builder)
                .type(pick(ResourceType.known()))
                .year(maybe(() -> 2025 - zipf(20)))
                .publishers(list(1, 2, () -> pick(ORGANISATIONS)))
                .build();
    }

    /** A word of a language, as somebody may write it: now and then with an accent, or with capitals. */
    public String word(Language language) {
        String word = pick(InventedWords.in(language));
        return switch (random.nextInt(12)) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            case 2 -> word.replace("o", "ó").replace("а", "а\u0301").replace("ا", "ا\u064E");
            default -> word;
        };
    }

    /** One of them, the first ones far more often than the last. */
    public <T> T pick(List<T> choice) {
        return choice.get(zipf(choice.size()));
    }

    /** A number from 0 on, below the limit: the larger, the more seldom. */
    public int zipf(int limit) {
        return (int) Math.pow(limit + 1.0, random.nextDouble()) - 1;
    }

    /** The numbers behind all this. */
    public Random random() {
        return random;
    }

    private <B extends ItemBuilder<?, B>> B common(B builder) {
        Set<Objective> objectives = new LinkedHashSet<>(list(1, 4, () -> pick(List.of(Objective.values()))));
        int primary = 1 + random.nextInt(objectives.size());
        objectives.stream().limit(primary).forEach(builder::objective);
        objectives.stream().skip(primary).forEach(builder::secondary);
        list(0, 3, () -> pick(List.of(Principle.values()))).forEach(builder::principle);
        list(0, 2, () -> pick(Sdg.all())).forEach(builder::sdg);
        list(0, 3, () -> pick(COUNTRIES)).forEach(builder::country);
        list(0, 1, () -> pick(REGIONS)).forEach(builder::region);
        list(0, 1, () -> pick(List.of(RegionalCommission.values()))).forEach(builder::commission);
        list(0, 1, () -> word(pick(LANGUAGES))).forEach(builder::place);
        list(0, 2, this::person).forEach(builder::contributor);
        list(0, 1, this::link).forEach(builder::link);
        list(0, 1, this::attachment).forEach(builder::attachment);
        return (oneIn(8) ? builder.worldwide() : builder)
                .partners(list(0, 2, () -> pick(ORGANISATIONS)))
                .contact(maybe(this::person));
    }

    private List<Language> languages(Language original) {
        List<Language> languages = list(0, 2, () -> pick(LANGUAGES));
        languages.add(original);
        return languages;
    }

    private PracticeText practiceText(Language language) {
        return PracticeText.of(words(language, 2, 4), words(language, 8, 20))
                .withBenefitAndImpact(words(language, 0, 6))
                .withKeyLessons(words(language, 0, 6))
                .withRecommendations(words(language, 0, 3))
                .withInnovation(words(language, 0, 3))
                .withOutcome(words(language, 0, 3))
                .withDisclaimer(words(language, 0, 2));
    }

    private ResourceText resourceText(Language language) {
        return new ResourceText(
                words(language, 2, 4), words(language, 5, 15), words(language, 0, 6), words(language, 0, 3));
    }

    private String words(Language language, int least, int more) {
        List<String> words = list(least, more, () -> word(language));
        return String.join(language.equals(Language.ZH) ? "" : " ", words) + (oneIn(2) ? "." : "");
    }

    private static OrganisationRef organisation(int number) {
        List<String> words = InventedWords.in(Language.EN);
        String name = words.get(number) + " " + words.get(words.size() - 1 - number / 2);
        return switch (number % 3) {
            case 0 -> OrganisationRef.named(name);
            case 1 -> OrganisationRef.of(new OrganisationId("body-" + number), name);
            default ->
                OrganisationRef.of(new OrganisationId("body-" + number), name)
                        .withOffice(InventedWords.in(Language.RU).get(number));
        };
    }

    private PersonId person() {
        return new PersonId("named-" + zipf(50));
    }

    private Link link() {
        return new Link("https://example.org/" + random.nextInt(1000), word(Language.FR), maybe(() -> pick(LANGUAGES)));
    }

    private Attachment attachment() {
        Sha256 sha256 = Sha256.of(new byte[] {(byte) random.nextInt()});
        return new Attachment(
                word(Language.EN) + ".pdf", "application/pdf", random.nextInt(25_000_000), sha256, pick(LANGUAGES), "");
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    /** The least number of elements and some more. */
    private <T> List<T> list(int least, int more, Supplier<T> element) {
        List<T> list = new ArrayList<>();
        for (int size = least + random.nextInt(more + 1); size > 0; size--) {
            list.add(element.get());
        }
        return list;
    }

    /** In an order of no meaning that is always the same: the first shall not all begin with A. */
    private static <T> List<T> shuffled(List<T> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(one -> Sha256.of(one.toString().getBytes(StandardCharsets.UTF_8))
                        .hashCode()))
                .toList();
    }
}
