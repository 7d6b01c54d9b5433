package org.migrationhub.server.site.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.migrationhub.server.site.difference.Difference.Fate;
import org.migrationhub.server.site.difference.Difference.Piece;
import org.migrationhub.server.site.page.Said;

/**
 * Compares two texts: paragraph by paragraph, and word by word where a paragraph has changed. Not thread-safe, since all
 * texts of an item share one {@link Effort}.
 *
 * @param effort how much it may cost; what would cost more is told as removed and added as a whole
 */
record TextComparison(Effort effort) {

    private static final Pattern LINES = Pattern.compile(".*\\R|.+");

    private static final String WITHOUT_SPACES =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

    /** A word; in scripts that don't part words by spaces, each character is one. */
    private static final Pattern WORDS = Pattern.compile(
            "[%1$s]\\p{M}*|[\\p{L}\\p{N}\\p{M}_&&[^%1$s]]+|\\s+|.".formatted(WITHOUT_SPACES), Pattern.DOTALL);

    /** How many characters that didn't change are shown around what did. */
    private static final int AROUND = 160;

    List<Piece> pieces(String before, String after) {
        return abridged(joined(byLines(pieces(LINES, before), pieces(LINES, after))));
    }

    private static List<String> pieces(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private List<Run> byLines(List<String> before, List<String> after) {
        return runs(before, after, (removed, added) -> {
            List<String> wordsBefore = pieces(WORDS, removed);
            List<String> wordsAfter = pieces(WORDS, added);
            return runs(wordsBefore, wordsAfter, TextComparison::replaced);
        });
    }

    /** What is done with a stretch that became another. */
    private interface Replacing {
        List<Run> runs(String removed, String added);
    }

    private List<Run> runs(List<String> before, List<String> after, Replacing replacing) {
        if (!effort.spend(before.size(), after.size())) {
            return replaced(String.join("", before), String.join("", after));
        }
        List<Run> runs = new ArrayList<>();
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        int at = 0;
        for (Stretch stretch : stretches(before, after)) {
            int from = stretch.from();
            if (from > at) {
                runs.addAll(changed(removed, added, replacing));
                runs.add(new Run(Fate.KEPT, String.join("", before.subList(at, from))));
            }
            stretch.gone().forEach(removed::append);
            stretch.come().forEach(added::append);
            at = from + stretch.gone().size();
        }
        runs.addAll(changed(removed, added, replacing));
        runs.add(new Run(Fate.KEPT, String.join("", before.subList(at, before.size()))));
        return runs;
    }

    private static List<Stretch> stretches(List<String> before, List<String> after) {
        List<AbstractDelta<String>> deltas =
                DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas();
        List<Stretch> stretches = new ArrayList<>();
        int end = 0;
        for (int index = 0; index < deltas.size(); index++) {
            Stretch stretch = Stretch.of(deltas.get(index));
            int next = index + 1 < deltas.size()
                    ? deltas.get(index + 1).getSource().getPosition() - 1
                    : before.size();
            boolean isAlone = index == 0 || stretch.from() > end;
            end = stretch.end();
            stretches.add(isAlone && next > end ? stretch.later(before.subList(end, next)) : stretch);
        }
        return stretches;
    }

    /**
     * Pieces of which others took the place.
     *
     * @param from where they began
     * @param gone the pieces that were there
     * @param come those that are there now
     */
    private record Stretch(int from, List<String> gone, List<String> come) {

        static Stretch of(AbstractDelta<String> delta) {
            return new Stretch(
                    delta.getSource().getPosition(),
                    delta.getSource().getLines(),
                    delta.getTarget().getLines());
        }

        int end() {
            return from + gone.size();
        }

        /**
         * The same change, as late as it can begin: a sentence that came is told from its first word to its full stop, and
         * not from the full stop before it.
         */
        Stretch later(List<String> behind) {
            if (!gone.isEmpty() && !come.isEmpty()) {
                return this;
            }
            List<String> only = gone.isEmpty() ? come : gone;
            List<String> all = Stream.concat(only.stream(), behind.stream()).toList();
            int by = 0;
            while (by < behind.size() && behind.get(by).equals(all.get(by))) {
                by++;
            }
            List<String> moved = all.subList(by, by + only.size());
            return gone.isEmpty() ? new Stretch(from + by, gone, moved) : new Stretch(from + by, moved, come);
        }
    }

    /** What became of a stretch that ends here; another begins. */
    private static List<Run> changed(StringBuilder removed, StringBuilder added, Replacing replacing) {
        String had = removed.toString();
        String has = added.toString();
        removed.setLength(0);
        added.setLength(0);
        return had.isEmpty() || has.isEmpty() ? replaced(had, has) : replacing.runs(had, has);
    }

    private static List<Run> replaced(String removed, String added) {
        return List.of(new Run(Fate.REMOVED, removed), new Run(Fate.ADDED, added));
    }

    /** A stretch of text of one fate. */
    private record Run(Fate fate, String text) {

        /** Whether it only parts words from each other: between two changes it would tear one thing into many. */
        boolean isBetween() {
            return fate == Fate.KEPT && text.codePoints().noneMatch(Character::isLetterOrDigit) && !text.contains("\n");
        }
    }

    /** What was removed and added side by side, in that order, with what stands between two changes as part of both. */
    private static List<Run> joined(List<Run> runs) {
        List<Run> given = runs.stream().filter(run -> !run.text().isEmpty()).toList();
        List<Run> joined = new ArrayList<>();
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        for (int index = 0; index < given.size(); index++) {
            Run run = given.get(index);
            boolean changing = !removed.isEmpty() || !added.isEmpty();
            boolean goesOn = index + 1 < given.size() && given.get(index + 1).fate() != Fate.KEPT;
            if (run.fate() == Fate.KEPT && !(changing && goesOn && run.isBetween())) {
                close(joined, removed, added);
                keep(joined, run);
            } else {
                removed.append(run.fate() == Fate.ADDED ? "" : run.text());
                added.append(run.fate() == Fate.REMOVED ? "" : run.text());
            }
        }
        close(joined, removed, added);
        return joined;
    }

    private static void keep(List<Run> joined, Run run) {
        int last = joined.size() - 1;
        if (last >= 0 && joined.get(last).fate() == Fate.KEPT) {
            joined.set(last, new Run(Fate.KEPT, joined.get(last).text() + run.text()));
        } else {
            joined.add(run);
        }
    }

    private static void close(List<Run> joined, StringBuilder removed, StringBuilder added) {
        changed(removed, added, TextComparison::replaced).stream()
                .filter(run -> !run.text().isEmpty())
                .forEach(joined::add);
    }

    private static List<Piece> abridged(List<Run> runs) {
        List<Piece> pieces = new ArrayList<>();
        for (int index = 0; index < runs.size(); index++) {
            Run run = runs.get(index);
            if (run.fate() == Fate.KEPT) {
                keep(pieces, run.text(), index > 0, index < runs.size() - 1);
            } else {
                pieces.add(piece(run.fate(), run.text()));
            }
        }
        return pieces;
    }

    /** Adds what didn't change, or of something long what stands next to a change. */
    private static void keep(List<Piece> pieces, String text, boolean behindChange, boolean beforeChange) {
        int first = behindChange ? space(text, Math.min(AROUND, text.length()), 1) : 0;
        int last = beforeChange ? space(text, Math.max(0, text.length() - AROUND), -1) : text.length();
        if (last - first <= AROUND) {
            pieces.add(piece(Fate.KEPT, text));
            return;
        }
        if (first > 0) {
            pieces.add(piece(Fate.KEPT, text.substring(0, first)));
        }
        pieces.add(piece(Fate.LEFT_OUT, ""));
        if (last < text.length()) {
            pieces.add(piece(Fate.KEPT, text.substring(last)));
        }
    }

    /** The next place in a direction where a text can be cut. */
    private static int space(String text, int from, int step) {
        int at = from;
        while (at > 0 && at < text.length() && !canCut(text, at)) {
            at += step;
        }
        return at;
    }

    private static boolean canCut(String text, int at) {
        int next = text.codePointAt(at);
        return !Character.isLowSurrogate(text.charAt(at))
                && (Character.isWhitespace(next) || Character.isIdeographic(next));
    }

    private static Piece piece(Fate fate, String text) {
        return new Piece(fate, new Said(text, null, null));
    }
}
