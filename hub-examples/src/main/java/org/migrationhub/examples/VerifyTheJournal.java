package org.migrationhub.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.Fault;
import org.migrationhub.core.journal.JournalVerifier;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.vocabulary.Language;

/** A hub's journal is exported, and anybody can check it without the hub: an altered line is named. */
public final class VerifyTheJournal {

    private VerifyTheJournal() {}

    /** Runs it; takes no arguments. */
    public static void main(String[] args) {
        Hub hub = Hub.inMemory();
        var people = hub.as(Actor.secretariat(new PersonId("office"))).people();
        var agency = people.addOrganisation("Sample UN agency", Sector.UN);
        people.addReviewer("Sample reviewer", "", agency, RosterEntry.in(Language.EN));
        String journal = export(hub);

        System.out.println("as exported: " + verify(journal));
        System.out.println("with a side altered: " + verify(journal.replaceFirst("\"un\"", "\"non-un\"")));
    }

    private static String export(Hub hub) {
        var journal = hub.as(Actor.administrator(new PersonId("operator"))).journal();
        journal.checkpoint();
        StringBuilder lines = new StringBuilder();
        try {
            journal.export(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString();
    }

    private static String verify(String journal) {
        return new JournalVerifier()
                .verify(journal.lines())
                .fault()
                .map(Fault::toString)
                .orElse("intact");
    }
}
