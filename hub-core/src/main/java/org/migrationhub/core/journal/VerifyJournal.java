package org.migrationhub.core.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.review.Policies;

/**
 * Checks an exported journal from the command line:
 *
 * <pre>java -cp hub-core.jar org.migrationhub.core.journal.VerifyJournal FILE [--checkpoint HASH] [--replay]</pre>
 *
 * <p>Prints what {@link JournalVerifier} found. The exit code is 0 for a sound journal, 1 for a fault, 2 if the file can't
 * be read or the arguments make no sense. {@code --replay} knows the policies {@code gcm-2022} and {@code gcm-2020}; for
 * others, call {@link JournalVerifier#replaying(Policies)}.
 */
public final class VerifyJournal {

    private static final String USAGE = "Usage: VerifyJournal FILE [--checkpoint HASH] [--replay]";

    private @Nullable Path file;
    private JournalVerifier verifier = new JournalVerifier();

    private VerifyJournal() {}

    /** Checks the file that the arguments name, and ends the process with the exit code. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Verification found = parse(arguments).verify();
            print(found, out);
            return found.isSound() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
        } catch (IOException e) {
            err.println("The journal can't be read: " + e);
        }
        return 2;
    }

    private static VerifyJournal parse(List<String> arguments) {
        VerifyJournal parsed = new VerifyJournal();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            parsed.take(rest.remove(), rest);
        }
        return parsed;
    }

    private void take(String argument, Deque<String> rest) {
        switch (argument) {
            case "--replay" -> verifier = verifier.replaying(Policies.presets());
            case "--checkpoint" -> verifier = verifier.expecting(checkpoint(rest.poll()));
            default -> file = path(argument);
        }
    }

    private Path path(String argument) {
        if (argument.startsWith("-") || file != null) {
            throw new IllegalArgumentException("What is " + argument + "?");
        }
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("This is no file's name: " + argument, e);
        }
    }

    private static Sha256 checkpoint(@Nullable String hash) {
        if (hash == null) {
            throw new IllegalArgumentException("--checkpoint needs the hash that was kept.");
        }
        return new Sha256(hash);
    }

    private Verification verify() throws IOException {
        if (file == null) {
            throw new IllegalArgumentException("Which file?");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return verifier.verify(in);
        }
    }

    private static void print(Verification found, PrintStream out) {
        out.printf(
                "%d entries of %d chains, %d of them submissions; %d checkpoints, %d entries not pinned by one%n",
                found.entries(), found.chains(), found.submissions(), found.checkpoints(), found.unpinned());
        found.fault().ifPresentOrElse(fault -> print(fault, out), () -> printSound(found.checkpoint(), out));
    }

    private static void print(Fault fault, PrintStream out) {
        out.printf("FAULT %s in line %d: %s%n", fault.code().code(), fault.line(), fault.sentence());
    }

    private static void printSound(ChainHead checkpoint, PrintStream out) {
        out.println("Sound.");
        if (checkpoint.sequence() > 0) {
            out.println("Last checkpoint, to be kept elsewhere: " + checkpoint.hash());
        }
    }
}
