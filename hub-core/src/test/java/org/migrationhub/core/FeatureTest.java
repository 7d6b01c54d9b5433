package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.SAM;
import static org.migrationhub.core.kit.Samples.UMA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.FeaturedPlace;
import org.migrationhub.core.vocabulary.Language;

class FeatureTest {

    private final World world = World.standard();
    private final Desk editor = world.hub().as(Actor.of(new PersonId("edda"), Role.EDITOR));
    private final SubmissionId id = world.publish(Samples.practice("Worth showing"));

    @Test
    void whatIsFeaturedIsShownToEverybodyWithTheSentence() {
        editor.feature(id, World.SENTENCE);

        assertThat(world.visitor().featured(null, 10)).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo(id);
            assertThat(item.featured().sentences()).isEqualTo(World.SENTENCE);
        });
        assertThat(world.readPublic(id).featured().sentences()).isEqualTo(World.SENTENCE);
    }

    @Test
    void whatWasFeaturedLastComesFirstAndEachPageAfterTheOneBefore() {
        SubmissionId other = world.publish(Samples.practice("Worth it, too"));
        world.sam().feature(other, World.SENTENCE);
        world.clock().advance(Duration.ofHours(1));
        world.sam().feature(id, World.SENTENCE);

        assertThat(world.visitor().featured(null, 10))
                .extracting(PublicRecord::id)
                .containsExactly(id, other);
        PublicRecord.Published first = world.visitor().featured(null, 1).get(0);
        FeaturedPlace place = new FeaturedPlace(first.featured().since(), first.id());
        assertThat(world.visitor().featured(place, 1))
                .extracting(PublicRecord::id)
                .containsExactly(other);
    }

    @Test
    void itIsWordedAnewAndTakenBack() {
        editor.feature(id, World.SENTENCE);
        SubmissionView reworded = world.sam().feature(id, new TreeMap<>(Map.of(Language.ES, "Otra frase.")));

        assertThat(reworded.featured().sentences()).isEqualTo(Map.of(Language.ES, "Otra frase."));
        assertThat(reworded.possible()).contains(Act.FEATURE, Act.UNFEATURE);
        SubmissionView plain = editor.unfeature(id);
        assertThat(plain.featured()).isNull();
        assertThat(plain.possible()).containsExactly(Act.FEATURE);
        assertThat(world.visitor().featured(null, 10)).isEmpty();
        assertThat(Refusals.reasons(() -> editor.unfeature(id))).containsExactly(" feature.missing");
    }

    @Test
    void everythingThatIsWrongWithTheSentencesIsToldAtOnce() {
        Map<Language, String> sentences = Map.of(
                Language.AR,
                "تم ذلك؟ نعم تم.",
                Language.EN,
                "A thousand people found work. Others follow.",
                Language.ES,
                "   ",
                Language.FR,
                "x".repeat(301),
                Language.RU,
                "Две\nстроки",
                Language.ZH,
                "很多人找到了工作。其他人随后。",
                new Language("de"),
                "Ein Satz.");

        assertThat(Refusals.reasons(() -> editor.feature(id, new TreeMap<>(sentences))))
                .containsExactly(
                        "/sentences/ar sentence.several",
                        "/sentences/de sentence.language",
                        "/sentences/en sentence.several",
                        "/sentences/es sentence.required",
                        "/sentences/fr text.too-long",
                        "/sentences/ru text.line-break",
                        "/sentences/zh sentence.several");
        assertThat(Refusals.reasons(() -> editor.feature(id, new TreeMap<>())))
                .containsExactly("/sentences sentence.required");
        assertThat(world.visitor().featured(null, 10)).isEmpty();
    }

    @Test
    void anAbbreviationIsNoEndOfASentence() {
        for (String sentence : new String[] {
            "Approx. 300 people took part, incl. 20 with Dr. Sample of the U.S. Agency.",
            "约 300 人参加了培训。",
            "شارك نحو 300 شخص.",
            "Sent “Why not?” to 5,000 people; 40% answered!"
        }) {
            assertThat(Refusals.told(() -> editor.feature(id, new TreeMap<>(Map.of(Language.EN, sentence)))))
                    .isEqualTo("done");
        }
    }

    @Test
    void onlyWhatIsPublicIsFeatured() {
        SubmissionId submitted = world.ana().submit(Samples.practice()).id();

        assertThat(catchThrowable(() -> world.sam().feature(submitted, World.SENTENCE)))
                .isInstanceOf(WrongStageException.class);
        assertThat(catchThrowable(() -> editor.feature(submitted, World.SENTENCE)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void nobodyFeaturesWhatTheyAreCloseTo() {
        assertThat(catchThrowable(() -> world.hub()
                        .as(Actor.of(ANA.id(), Role.EDITOR, Role.CONTRIBUTOR))
                        .feature(id, World.SENTENCE)))
                .isInstanceOf(ForbiddenException.class);
        assertThat(catchThrowable(
                        () -> world.hub().as(Actor.of(ANA.id(), Role.EDITOR)).feature(id, World.SENTENCE)))
                .isInstanceOf(NotFoundException.class);
        assertThat(catchThrowable(
                        () -> world.hub().as(Actor.secretariat(UMA.id())).feature(id, World.SENTENCE)))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void anEditorLearnsNothingOfAnUpdateUnderReview() {
        SubmissionView before = editor.view(id);
        world.ana().revise(id, Samples.practice("Not for everybody yet"));
        world.seat(id, UMA, NOEL, NINA);

        SubmissionView view = editor.view(id);

        assertThat(view.title()).isEqualTo(Samples.practice("Worth showing").title());
        assertThat(view.toString())
                .doesNotContain(
                        "Not for everybody yet", ANA.id().value(), UMA.id().value());
        assertThat(view.rounds()).isEmpty();
        assertThat(view.stage()).isEqualTo(StageName.PUBLISHED);
        assertThat(view.revision()).isEqualTo(before.revision()).isEqualTo(view.publicRevision());
        assertThat(view.possible()).isEqualTo(before.possible());
        assertThat(catchThrowable(() -> editor.content(id))).isInstanceOf(ForbiddenException.class);
        assertThat(catchThrowable(() -> editor.disclosure(id))).isInstanceOf(ForbiddenException.class);
        assertThat(Refusals.told(() -> editor.feature(id, World.SENTENCE))).isEqualTo("done");
    }

    @Test
    void aNewRevisionIsNotFeaturedUntilSomebodySaysThatTheSentenceHolds() {
        editor.feature(id, World.SENTENCE);
        world.ana().revise(id, Samples.practice("A second edition"));
        assertThat(world.visitor().featured(null, 10)).hasSize(1);
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        world.approve(id, UMA, NOEL, NINA);

        assertThat(world.visitor().featured(null, 10)).isEmpty();
        assertThat(world.readPublic(id).featured()).isNull();
        FeatureView before = editor.view(id).featured();
        assertThat(before.current()).isFalse();
        assertThat(before.revision()).isEqualTo(1);

        assertThat(editor.feature(id, before.sentences()).featured().revision()).isEqualTo(2);
        assertThat(world.visitor().featured(null, 10)).hasSize(1);
    }

    @Test
    void whatIsRetractedIsFeaturedNoLonger() {
        editor.feature(id, World.SENTENCE);
        world.sam().retract(id, "Wrong.");

        assertThat(world.visitor().featured(null, 10)).isEmpty();
    }

    @Test
    void theSentenceGoesWithItsAuthorAndWithTheLastOneThePlaceInTheList() {
        SubmissionId other = world.publish(Samples.practice("Worth it, too"));
        editor.feature(other, World.SENTENCE);
        world.clock().advance(Duration.ofHours(1));
        world.sam().feature(id, World.SENTENCE);

        world.keeper().erase(SAM.id());

        assertThat(world.readPublic(id).featured()).isNull();
        for (int most : List.of(1, 2, 10)) {
            assertThat(world.visitor().featured(null, most))
                    .extracting(PublicRecord::id)
                    .containsExactly(other);
        }
        assertThat(editor.view(id).possible()).contains(Act.FEATURE, Act.UNFEATURE);
    }

    @Test
    void whoeverHasReadAnEarlierStateIsTold() {
        long version = editor.view(id).version();
        world.sam().feature(id, World.SENTENCE);

        assertThat(catchThrowable(() -> editor.ifVersion(version).unfeature(id)))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void theVersionTellsWhoeverSeesOnlyWhatIsPublicNothingOfANextRevision() {
        SubmissionView before = editor.view(id);

        world.ana().revise(id, Samples.practice("Worth even more"));
        world.sam().returnToSubmitter(id, "Say how many.");
        assertThat(editor.view(id)).isEqualTo(before);
        editor.ifVersion(before.version()).feature(id, World.SENTENCE);
        long featured = editor.view(id).version();
        assertThat(featured).isGreaterThan(before.version());

        world.ana().withdraw(id, "Not now.");
        assertThat(editor.view(id).version()).isEqualTo(featured);
    }

    @Test
    void theVersionOfWhatBecamePublicAnewIsAnother() {
        SubmissionView before = editor.view(id);

        world.ana().revise(id, Samples.practice("Worth even more"));
        world.seat(id, Samples.UMA, Samples.NOEL, Samples.NINA);
        world.accept(id, Samples.UMA, Samples.NOEL, Samples.NINA);
        world.approve(id, Samples.UMA, Samples.NOEL, Samples.NINA);

        assertThat(editor.view(id).version()).isGreaterThan(before.version());
        assertThat(catchThrowable(() -> editor.ifVersion(before.version()).feature(id, World.SENTENCE)))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void onlyWhoeverFeaturesReadsInTheSubmissionHowItIsFeatured() {
        world.sam().feature(id, World.SENTENCE);

        assertThat(world.sam().view(id).featured()).isNotNull();
        assertThat(world.ana().view(id).featured()).isNull();
    }
}
