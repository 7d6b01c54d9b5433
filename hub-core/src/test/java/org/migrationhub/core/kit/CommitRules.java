package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.SubmissionQuery;

/** A commit stores all of itself on exactly the head that it expects, or nothing. */
abstract class CommitRules extends StorageRules {

    private static final SubmissionId ID = new SubmissionId("s-1");

    @Test
    void anEmptyStorageHoldsNothing() {
        assertThat(storage().submission(ID)).isEmpty();
        assertThat(storage().person(Samples.ANA.id())).isEmpty();
        assertThat(storage().organisation(Samples.AGENCY.id())).isEmpty();
        assertThat(storage().content(ContentDigest.of(Samples.practice()))).isEmpty();
        assertThat(storage().submissions(SubmissionQuery.all())).isEmpty();
        assertThat(storage().people(PersonQuery.all())).isEmpty();
        assertThat(storage().organisations(OrganisationQuery.all())).isEmpty();
        assertThat(feed()).isEmpty();
        assertThat(chain(ChainId.of(ID))).isEmpty();
        assertThat(storage().head(ChainId.CHECKPOINTS)).isEqualTo(ChainHead.empty(ChainId.CHECKPOINTS));
    }

    @Test
    void whatWasCommittedIsReadAtOnce() {
        Commit.OfPerson person = Commits.first(Samples.UMA);
        Commit.OfOrganisation organisation = Commits.first(Samples.AGENCY);
        commit(person);
        commit(organisation);
        Journey journey = journey("s-1");
        journey.start(Samples.practice());

        assertThat(storage().person(Samples.UMA.id())).contains(new Stored<>(Samples.UMA, Commits.head(person)));
        assertThat(storage().organisation(Samples.AGENCY.id()))
                .contains(new Stored<>(Samples.AGENCY, Commits.head(organisation)));
        assertThat(storage().submission(ID).map(Stored::value)).contains(journey.now());
        assertThat(storage().content(ContentDigest.of(Samples.practice()))).contains(Samples.practice());
        assertThat(feed()).hasSize(4);
    }

    @Test
    void aSubmissionsCommitOnAStaleHeadIsRefusedAndLeavesNothing() {
        List<Commit.OfSubmission> told = commits(drafts("First", "Second", "Third"));
        commit(told.get(0));
        commit(told.get(1));
        Commit.OfSubmission late = told.get(1);
        Journey.Step rival = rival(told.get(0), "Rival");

        assertStale(refusal(late), ChainId.of(ID), 2, 3);
        assertStale(refusal(Commits.of(rival, Commits.head(told.get(0)))), ChainId.of(ID), 2, 3);

        assertUnchanged(told.get(1));
        rival.contents()
                .forEach(content -> assertThat(storage().content(ContentDigest.of(content)))
                        .as("content of a refused commit")
                        .isEmpty());
    }

    @Test
    void notesOfARefusedCommitAreNotStored() {
        List<Journey.Step> steps = drafts("First", "Second");
        List<Commit.OfSubmission> told = commits(steps);
        told.forEach(this::commit);
        List<Journey.Step> withdrawn = new ArrayList<>();
        Journey other = untold(ID, withdrawn);
        other.start(Samples.practice("First"));
        other.withdraw("Too late");
        Commit.OfSubmission late = commits(withdrawn).get(1);

        assertStale(refusal(late), ChainId.of(ID), 2, 3);
        assertThat(storage().note(late.notes().get(0).digest())).isEmpty();
        assertUnchanged(told.get(1));
    }

    @Test
    void aCommitOnAHeadThatIsYetToComeIsRefused() {
        List<Commit.OfSubmission> told = commits(drafts("First", "Second", "Third"));
        commit(told.get(0));

        assertStale(refusal(told.get(2)), ChainId.of(ID), 3, 2);
        assertUnchanged(told.get(0));
    }

    @Test
    void aCommitOnAnotherHeadOfTheSameLengthIsRefused() {
        List<Commit.OfSubmission> told = commits(drafts("First", "Second"));
        told.forEach(this::commit);
        List<Commit.OfSubmission> forged = commits(drafts("First", "Another second", "Third"));

        assertStale(refusal(forged.get(2)), ChainId.of(ID), 3, 3);
        assertUnchanged(told.get(1));
    }

    @Test
    void anAggregateIsMadeOnlyOnce() {
        Person namesake = Samples.UMA.with(new Profile("Somebody Else", "else@example.org"));
        Organisation copy = Samples.organisation(Samples.AGENCY.id().value(), "Another name", Samples.AGENCY.sector());
        commit(Commits.first(Samples.UMA));
        commit(Commits.first(Samples.AGENCY));

        assertStale(refusal(Commits.first(namesake)), ChainId.of(Samples.UMA.id()), 0, 1);
        assertStale(refusal(Commits.first(copy)), ChainId.of(Samples.AGENCY.id()), 0, 1);

        assertThat(storage().person(Samples.UMA.id()).map(Stored::value)).contains(Samples.UMA);
        assertThat(storage().organisation(Samples.AGENCY.id()).map(Stored::value))
                .contains(Samples.AGENCY);
        assertThat(feed()).hasSize(2);
    }

    @Test
    void aPersonsCommitOnAStaleHeadIsRefusedAndLeavesNothing() {
        ChainHead first = commit(Commits.first(Samples.UMA));
        Person renamed = Samples.UMA.with(new Profile("Uma Renamed", "uma@example.org"));
        Commit.OfPerson change = Commits.of(renamed, first, Samples.NOW, new PersonEvent.ProfileChanged());
        ChainHead head = commit(change);
        Commit.OfPerson erasure = Commits.of(Samples.UMA.erase(), first, Samples.NOW, new PersonEvent.Erased());

        assertStale(refusal(erasure), ChainId.of(Samples.UMA.id()), 1, 2);

        assertThat(storage().person(Samples.UMA.id())).contains(new Stored<>(renamed, head));
        assertThat(chain(head.chain())).hasSize(2);
    }

    @Test
    void aSecondCheckpointOnOneHeadIsRefused() {
        ChainHead empty = ChainHead.empty(ChainId.CHECKPOINTS);
        ChainHead person = commit(Commits.first(Samples.UMA));
        TreeMap<ChainId, ChainHead> heads = new TreeMap<>(Map.of(person.chain(), person));
        Commit.OfCheckpoint checkpoint = Commits.checkpoint(1, heads, empty, Samples.NOW);
        commit(checkpoint);

        assertStale(refusal(Commits.checkpoint(2, heads, empty, Samples.NOW)), ChainId.CHECKPOINTS, 0, 1);
        assertThat(chain(ChainId.CHECKPOINTS)).isEqualTo(checkpoint.entries());
        assertThat(storage().head(ChainId.CHECKPOINTS)).isEqualTo(Commits.head(checkpoint));
    }

    @Test
    void storingAContentAgainKeepsTheFirst() {
        ContentItem composed = Samples.practice("Caf\u00E9 for newcomers");
        ContentItem decomposed = Samples.practice("Cafe\u0301 for newcomers");
        assertThat(ContentDigest.of(decomposed)).isEqualTo(ContentDigest.of(composed));
        journey("s-1").start(decomposed);
        journey("s-2").start(composed);

        assertThat(storage().content(ContentDigest.of(composed))).contains(decomposed);
    }

    @Test
    void aggregatesOfDifferentKindsMayHaveTheSameId() {
        Person person = Samples.person("same", null);
        Organisation organisation = Samples.organisation("same", "Same", Samples.AGENCY.sector());
        commit(Commits.first(person));
        commit(Commits.first(organisation));
        Journey journey = journey("same");
        journey.start(Samples.practice());

        assertThat(storage().person(person.id()).map(Stored::value)).contains(person);
        assertThat(storage().organisation(organisation.id()).map(Stored::value)).contains(organisation);
        assertThat(storage().submission(new SubmissionId("same")).map(Stored::value))
                .contains(journey.now());
    }

    @Test
    void idsThatDifferInCaseOnlyAreDifferent() {
        Function<String, Person> named = id -> Samples.person(id, null);
        commit(Commits.first(named.apply("x-1")));
        commit(Commits.first(named.apply("X-1")));

        assertThat(storage().person(named.apply("X-1").id()).map(Stored::value)).contains(named.apply("X-1"));
        assertThat(storage().person(named.apply("x-1").id()).map(Stored::value)).contains(named.apply("x-1"));
    }

    private void assertUnchanged(Commit.OfSubmission last) {
        ChainHead head = Commits.head(last);
        assertThat(storage().submission(ID)).contains(new Stored<>(last.after(), head));
        assertThat(storage().head(head.chain())).isEqualTo(head);
        assertThat(chain(head.chain())).hasSize((int) head.sequence());
        assertThat(entriesOfFeed()).isEqualTo(chain(head.chain()));
        assertThat(storage().submissions(SubmissionQuery.all())).hasSize(1);
    }

    private static List<Journey.Step> drafts(String first, String... further) {
        List<Journey.Step> steps = new ArrayList<>();
        Journey journey = untold(ID, steps);
        journey.start(Samples.practice(first));
        for (String title : further) {
            journey.saveDraft(Samples.practice(title));
        }
        return steps;
    }

    private static Journey.Step rival(Commit.OfSubmission base, String title) {
        ContentItem draft = Samples.practice(title);
        return new Journey.Step(
                base.after().saveDraft(ContentDigest.of(draft), Samples.NOW.plusSeconds(9)),
                List.of(draft),
                List.of(),
                base.entries().get(0).actor());
    }
}
