package org.migrationhub.server.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.Comments;
import org.migrationhub.core.Desk;
import org.migrationhub.core.Hub;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Eligibility;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.vocabulary.Language;

/** Brings items to a stage by the acts that lead there, each by somebody who may do it. */
final class DemoActs {

    private static final Duration BETWEEN_ACTS = Duration.ofHours(8);

    private static final int FEATURED = 2;
    private static final SortedMap<Language, String> SENTENCE = new TreeMap<>(Map.of(
            Language.AR, "جملة نموذجية: ما الذي تحقق، في سطر واحد وبكلمات المحررين.",
            Language.ZH, "示例句：由编辑用一行文字说明取得了什么成果。",
            Language.EN, "Sample sentence: what came of it, in one line and in the words of an editor.",
            Language.FR, "Phrase d’exemple : ce qui en a résulté, en une ligne et selon la rédaction.",
            Language.RU, "Пример предложения: что получилось, одной строкой и словами редактора.",
            Language.ES, "Frase de muestra: lo que se logró, en una línea y en palabras de la redacción."));

    private final Hub hub;
    private final DemoClock clock;
    private final Desk secretariat;
    private final Map<PersonId, Integer> seatsGiven = new HashMap<>();
    private int featured;

    DemoActs(Hub hub, DemoClock clock) {
        this.hub = hub;
        this.clock = clock;
        this.secretariat = hub.as(DemoPeople.actor("demo-secretariat"));
    }

    /** Starts a submission and brings it to the stage. */
    void bring(SamplePractice sample, StageName stage, PersonId focalPoint) {
        Practice ofOwnBody = sample.item(null);
        Desk implementer = hub.as(DemoPeople.actor("demo-contributor"));
        boolean own = implementer.check(ofOwnBody).isAcceptable(); // or a focal point must be named
        Desk submitter = own ? implementer : hub.as(DemoPeople.actor("demo-contributor-2"));
        Practice item = withFiles(submitter, own ? ofOwnBody : sample.item(focalPoint), sample.pictures());
        if (stage == StageName.DRAFT) {
            submitter.saveDraft(item);
        } else {
            handedIn(submitter, submitter.submit(item).id(), stage);
        }
        later();
    }

    /** The item with its own text as a file, so that there is one to download, and with pictures. */
    private static Practice withFiles(Desk submitter, Practice item, List<Sample.Picture> pictures) {
        PracticeText text = item.texts().inOriginal().orElse(PracticeText.EMPTY);
        byte[] bytes = (text.title() + "\n\n" + text.summary() + "\n").getBytes(StandardCharsets.UTF_8);
        Practice.Builder whole = item.toBuilder();
        try {
            Attachment file = submitter.upload("sample.txt", "text/plain", new ByteArrayInputStream(bytes));
            whole.attachment(file.in(item.language()));
            for (Sample.Picture picture : pictures) {
                whole.attachment(uploaded(submitter, picture));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A file in memory can't be read", e);
        }
        return whole.build();
    }

    private static Attachment uploaded(Desk submitter, Sample.Picture picture) throws IOException {
        try (InputStream bytes = DemoFiles.picture(picture)) {
            return submitter.upload(picture.file(), "image/png", bytes).describedAs(picture.about());
        }
    }

    private void handedIn(Desk submitter, SubmissionId id, StageName stage) {
        later();
        switch (stage) {
            case WITHDRAWN -> submitter.withdraw(id, "Sample reason: it will be submitted together with others.");
            case IN_REVIEW -> review(id, seatPanel(id).subList(0, 1), ReviewOutcome.APPROVE);
            case CHANGES_REQUESTED -> {
                List<PersonId> panel = seatPanel(id);
                review(id, panel.subList(0, 2), ReviewOutcome.APPROVE);
                review(id, panel.subList(2, 3), ReviewOutcome.REQUEST_CHANGES);
            }
            case DECLINED -> review(id, seatPanel(id), ReviewOutcome.DECLINE);
            case SUBMITTED -> {}
            default -> {
                review(id, seatPanel(id), ReviewOutcome.APPROVE);
                published(submitter, id, stage);
            }
        }
    }

    private void published(Desk submitter, SubmissionId id, StageName stage) {
        switch (stage) {
            case PUBLISHED -> feature(id);
            case RETRACTED -> secretariat.retract(id, "Sample reason: the submitter asked for it.");
            case UPDATE_SUBMITTED -> revise(submitter, id);
            case UPDATE_IN_REVIEW -> {
                revise(submitter, id);
                seatPanel(id);
            }
            case UPDATE_CHANGES_REQUESTED -> {
                revise(submitter, id);
                secretariat.returnToSubmitter(id, "Sample request: say what has changed since the first revision.");
            }
            default -> {}
        }
    }

    /** Only the first ones, as a front page has room for. */
    private void feature(SubmissionId id) {
        if (featured < FEATURED) {
            featured++;
            secretariat.feature(id, SENTENCE);
        }
    }

    private void revise(Desk submitter, SubmissionId id) {
        Practice last = (Practice) submitter.content(id);
        PracticeText text = last.texts().inOriginal().orElse(PracticeText.EMPTY);
        String changed = SampleWords.in(last.language()).changed();
        submitter.revise(
                id,
                last.toBuilder()
                        .text(last.language(), text.withSummary(text.summary() + " " + changed))
                        .build());
        later();
    }

    /** Seats those of the eligible who have been asked least: one of the UN, two from outside it. */
    private List<PersonId> seatPanel(SubmissionId id) {
        List<Eligibility> eligible = secretariat.candidates(id, PersonQuery.roster()).stream()
                .filter(Eligibility::isEligible)
                .sorted(Comparator.comparing(candidate -> seatsGiven.getOrDefault(candidate.person(), 0)))
                .toList();
        List<PersonId> panel = new ArrayList<>(first(1, eligible, Sector.UN));
        panel.addAll(first(2, eligible, Sector.NON_UN));
        secretariat.seatPanel(id, panel);
        panel.forEach(person -> seatsGiven.merge(person, 1, Integer::sum));
        later();
        return panel;
    }

    private static List<PersonId> first(int some, List<Eligibility> eligible, Sector sector) {
        return eligible.stream()
                .filter(candidate -> candidate.sector() == sector)
                .limit(some)
                .map(Eligibility::person)
                .toList();
    }

    private void review(SubmissionId id, List<PersonId> reviewers, ReviewOutcome outcome) {
        for (PersonId reviewer : reviewers) {
            Desk desk = hub.as(Actor.reviewer(reviewer));
            SubmissionView accepted = desk.acceptSeat(id);
            ContentDigest read = Objects.requireNonNull(accepted.digest());
            desk.review(id, read, outcome, Comments.toSubmitter(comment(outcome)));
            later();
        }
    }

    private static String comment(ReviewOutcome outcome) {
        return switch (outcome) {
            case APPROVE -> "";
            case REQUEST_CHANGES -> "Sample comment: say for whom this has been of use, and how you know.";
            case DECLINE -> "Sample comment: this is outside what the demonstration publishes.";
        };
    }

    private void later() {
        clock.advance(BETWEEN_ACTS);
    }
}
