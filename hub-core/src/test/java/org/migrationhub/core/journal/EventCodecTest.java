package org.migrationhub.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.people.Absence;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.vocabulary.Language;

class EventCodecTest {

    /** Types of which no value can hold what somebody wrote. */
    private static final Set<Class<?>> CODES = Set.of(
            int.class,
            Integer.class,
            long.class,
            boolean.class,
            Instant.class,
            PersonId.class,
            OrganisationId.class,
            ChainId.class,
            Sha256.class,
            ContentDigest.class,
            Language.class);

    private static final Set<Class<?>> COLLECTIONS = Set.of(List.class, SortedSet.class, SortedMap.class);

    static List<Class<?>> classes() {
        return RandomEvents.classes();
    }

    @Test
    void everyKindOfEventHasExactlyOneForm() {
        assertThat(EventCodec.forms().stream().<Class<?>>map(EventForm::event).toList())
                .containsExactlyInAnyOrderElementsOf(classes());
        assertThat(EventCodec.forms().stream().map(EventForm::type)).doesNotHaveDuplicates();
    }

    @Test
    void theCodesOfEventsNeverChange() {
        assertThat(EventCodec.forms().stream().map(EventForm::type))
                .containsExactly(
                        "submission-started",
                        "draft-saved",
                        "revision-submitted",
                        "returned",
                        "declined-at-screening",
                        "round-opened",
                        "seat-filled",
                        "seat-replaced",
                        "seat-accepted",
                        "seat-declined",
                        "seat-recused",
                        "reviewed",
                        "judged",
                        "withdrawn",
                        "featured",
                        "unfeatured",
                        "retracted",
                        "represented",
                        "person-registered",
                        "profile-changed",
                        "affiliation-recorded",
                        "affiliation-ended",
                        "roster-changed",
                        "roles-changed",
                        "person-erased",
                        "organisation-recorded",
                        "checkpoint");
    }

    @ParameterizedTest
    @MethodSource("classes")
    void whatIsWrittenIsReadAgain(Class<?> type) {
        RandomEvents random = RandomEvents.seeded(type.getName().hashCode());
        for (int round = 0; round < 200; round++) {
            HubEvent event = random.event(type);
            assertThat(read(write(event))).isEqualTo(event);
        }
    }

    @ParameterizedTest
    @MethodSource("classes")
    void aFieldThatIsMissingIsNamed(Class<?> type) {
        Map<String, Object> optional = Map.of("note", "", "entry", "");
        Map<String, Object> tree = write(RandomEvents.full(1).event(type));
        for (String field : tree.keySet()) {
            Map<String, Object> less = new LinkedHashMap<>(tree);
            less.remove(field);
            if (!optional.containsKey(field)) {
                assertThatThrownBy(() -> read(less))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(field + ": this field is missing");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("classes")
    void aFieldThatNobodyKnowsIsNamed(Class<?> type) {
        Map<String, Object> tree =
                new LinkedHashMap<>(write(RandomEvents.full(2).event(type)));
        tree.put("comment", "by somebody");
        assertThatThrownBy(() -> read(tree))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("comment: there is no such field");
    }

    @ParameterizedTest
    @MethodSource("classes")
    void aFieldOfAnotherTypeIsNamed(Class<?> type) {
        Map<String, Object> tree = write(RandomEvents.full(3).event(type));
        for (String field : tree.keySet()) {
            Map<String, Object> wrong = new LinkedHashMap<>(tree);
            wrong.put(field, List.of(Map.of()));
            assertThatThrownBy(() -> read(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .matches(field + "(\\.[a-z]+)?: .* (was expected|is missing)");
        }
    }

    @Test
    void anUnknownTypeIsNamed() {
        assertThatThrownBy(() -> read(Map.of("type", "published")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("type: this code is not known: \"published\"");
    }

    @Test
    void anEventOfAForeignClassIsRefused() {
        record Foreign() implements HubEvent {}
        assertThatThrownBy(() -> write(new Foreign()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The journal has no form for class ")
                .hasMessageEndingWith("Foreign");
    }

    /** Whoever lets a further text in has to say here why it can't name a person. */
    @Test
    void noEventHoldsATextThatCouldNameAPerson() {
        Set<String> texts = new TreeSet<>();
        classes().forEach(type -> collectTexts(type, texts));
        assertThat(texts)
                .containsExactlyInAnyOrder(
                        "Organisation.aliases", // of a body, which is nobody's personal data
                        "Organisation.name", // the same
                        "PolicyRef.id", // an identifier from the installation's configuration
                        "RolesChanged.roles", // codes of roles: the codec refuses all else
                        "SeatRecused.reasons"); // codes of rules: the same
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Amina Diallo", "Reviewer", "amina", "review", "reviewer "})
    void whatIsNoRoleIsNeitherWrittenNorRead(String code) {
        String refusal = "this is no code of a role: \"" + code + "\"";
        assertThatThrownBy(() -> write(new PersonEvent.RolesChanged(new TreeSet<>(Set.of("reviewer", code)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(refusal);
        Map<String, Object> tree = new LinkedHashMap<>(write(new PersonEvent.RolesChanged(new TreeSet<>())));
        tree.put("roles", List.of(code));
        assertThatThrownBy(() -> read(tree))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("roles: " + refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Amina Diallo", "amina diallo", "Declared", "declared.", "-", "a..b", "a\n", "é"})
    void aReasonThatIsNoCodeIsNeitherWrittenNorRead(String reason) {
        SubmissionEvent recused = new SubmissionEvent.SeatRecused(1, 2, List.of("same-organisation", reason), null);
        String refusal = "this is no code of a reason: \"" + reason + "\"";
        assertThatThrownBy(() -> write(recused))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(refusal);
        Map<String, Object> tree =
                new LinkedHashMap<>(write(new SubmissionEvent.SeatRecused(1, 2, List.of("declared"), null)));
        tree.put("reasons", List.of(reason));
        assertThatThrownBy(() -> read(tree))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reasons: " + refusal);
    }

    @Test
    void sentencesStandInTheOrderOfTheirLanguagesEachOnce() {
        SubmissionEvent featured = new SubmissionEvent.Featured(
                1, new TreeMap<>(Map.of(Language.EN, SampleJournal.sha("en"), Language.FR, SampleJournal.sha("fr"))));
        Map<String, Object> tree = new LinkedHashMap<>(write(featured));
        List<?> sentences = (List<?>) tree.get("sentences");
        for (List<?> wrong :
                List.of(List.of(sentences.get(1), sentences.get(0)), List.of(sentences.get(0), sentences.get(0)))) {
            tree.put("sentences", wrong);
            assertThatThrownBy(() -> read(tree))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("in order, each once");
        }
        assertThat(read(write(featured))).isEqualTo(featured);
    }

    @Test
    void aNumberBeyondWhatItCountsIsRefused() {
        Map<String, Object> tree = new LinkedHashMap<>(write(new SubmissionEvent.SeatAccepted(Integer.MAX_VALUE, 2)));
        assertThat(read(tree)).isEqualTo(new SubmissionEvent.SeatAccepted(Integer.MAX_VALUE, 2));
        tree.put("round", Integer.MAX_VALUE + 1L);
        assertThatThrownBy(() -> read(tree))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("round: this number is too large");
        tree.put("round", Integer.MIN_VALUE - 1L);
        assertThatThrownBy(() -> read(tree)).hasMessage("round: this number is too large");
    }

    @Test
    void integersOfAnySizeAreNumbers() {
        assertThat(read(Map.of("type", "seat-accepted", "round", 1, "seat", 2L)))
                .isEqualTo(new SubmissionEvent.SeatAccepted(1, 2));
    }

    @Test
    void whatTheEventItselfRefusesIsRefused() {
        Instant early = SampleJournal.BEGIN;
        Affiliation affiliation = new Affiliation(new OrganisationId("iom"), Sector.UN, early, early.plusSeconds(1));
        Map<String, Object> tree = new LinkedHashMap<>(write(new PersonEvent.AffiliationRecorded(affiliation, false)));
        Map<Object, Object> inner = new LinkedHashMap<>((Map<?, ?>) tree.get("affiliation"));
        inner.put("until", "2001-01-01T00:00:00.000000Z");
        tree.put("affiliation", inner);
        assertThatThrownBy(() -> read(tree))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("An affiliation can't end");
    }

    @Test
    void instantsWithinEventsAreAsWholeAsThoseOfEntries() {
        Absence absence = new Absence(SampleJournal.BEGIN, SampleJournal.BEGIN.plusNanos(1));
        HubEvent event =
                new PersonEvent.RosterChanged(RosterEntry.in(Language.EN).withAbsences(absence));
        assertThatThrownBy(() -> write(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whole microseconds");
    }

    private static void collectTexts(Class<?> type, Set<String> texts) {
        for (RecordComponent component : type.getRecordComponents()) {
            collectTexts(type.getSimpleName() + "." + component.getName(), component.getGenericType(), texts);
        }
    }

    private static void collectTexts(String name, Type type, Set<String> texts) {
        if (type instanceof ParameterizedType of) {
            assertThat(COLLECTIONS).as(name).contains((Class<?>) of.getRawType());
            Arrays.stream(of.getActualTypeArguments()).forEach(argument -> collectTexts(name, argument, texts));
        } else if (type == String.class) {
            texts.add(name);
        } else if (type instanceof Class<?> plain && plain.isRecord() && !CODES.contains(plain)) {
            collectTexts(plain, texts);
        } else {
            assertThat(type).as(name).isInstanceOf(Class.class).satisfies(EventCodecTest::assertCode);
        }
    }

    private static void assertCode(Type type) {
        Class<?> plain = (Class<?>) type;
        assertThat(CODES.contains(plain) || plain.isEnum()).as(plain.getName()).isTrue();
    }

    private static Map<String, Object> write(HubEvent event) {
        return FieldWriter.object(event, EventCodec::write);
    }

    private static HubEvent read(Map<String, Object> tree) {
        return FieldReader.object(tree, "", EventCodec::read);
    }
}
