package org.migrationhub.storage.jdbi;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.Comments;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;
import org.migrationhub.core.vocabulary.Language;

/** Ways from a draft to publication, made once by a hub in memory, to be stored elsewhere any number of times. */
final class Paths {

    private final List<Commit> recorded = new ArrayList<>();
    private final Hub hub = Hub.builder()
            .storage(recording(new InMemoryStorage()))
            .checkpointEvery(Integer.MAX_VALUE)
            .build();
    private final PersonId office = new PersonId("office");
    private final PersonId ana = hub.as(Actor.secretariat(office)).people().register("Ana Sample", "ana@example.org");
    private final List<PersonId> panel;

    Paths() {
        var people = hub.as(Actor.secretariat(office)).people();
        var agency = people.addOrganisation("Sample UN agency", Sector.UN);
        var city = people.addOrganisation("Sample city", Sector.NON_UN);
        var ministry = people.addOrganisation("Sample ministry of labour", Sector.NON_UN);
        RosterEntry entry = RosterEntry.in(Language.EN, Language.FR).withCapacity(1_000_000);
        panel = List.of(
                people.addReviewer("Sample reviewer one", "", agency, entry),
                people.addReviewer("Sample reviewer two", "", city, entry),
                people.addReviewer("Sample reviewer three", "", ministry, entry));
    }

    /** What must be stored before any path. */
    List<Commit> people() {
        return List.copyOf(recorded.subList(0, 7));
    }

    /** The commits of one practice from its draft to its publication. */
    List<Commit.OfSubmission> next(int number) {
        recorded.clear();
        Practice practice = Samples.practice("Sample practice number " + number).toBuilder()
                .mainImplementers(List.of(OrganisationRef.named("Sample port authority")))
                .focalPoint(ana)
                .build();
        SubmissionId id = hub.as(Actor.contributor(ana)).saveDraft(practice).id();
        hub.as(Actor.contributor(ana)).submitDraft(id);
        hub.as(Actor.secretariat(office)).seatPanel(id, panel);
        panel.forEach(reviewer -> hub.as(Actor.reviewer(reviewer)).acceptSeat(id));
        ContentDigest digest = ContentDigest.of(practice);
        panel.forEach(
                reviewer -> hub.as(Actor.reviewer(reviewer)).review(id, digest, ReviewOutcome.APPROVE, Comments.NONE));
        return recorded.stream().map(Commit.OfSubmission.class::cast).toList();
    }

    private HubStorage recording(HubStorage storage) {
        return (HubStorage) Proxy.newProxyInstance(
                Paths.class.getClassLoader(), new Class<?>[] {HubStorage.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        recorded.add((Commit) arguments[0]);
                    }
                    try {
                        return method.invoke(storage, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
