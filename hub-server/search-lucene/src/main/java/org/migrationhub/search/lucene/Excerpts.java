package org.migrationhub.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.migrationhub.core.search.Excerpt;
import org.migrationhub.core.search.FoldedText;
import org.migrationhub.core.search.FoldedText.Placed;

/** Cuts an excerpt out of a text. Not thread-safe. */
final class Excerpts {

    private final String text;
    private final List<Span> found = new ArrayList<>();

    Excerpts(String text, Looked looked) {
        this.text = text;
        List<Placed> words = FoldedText.placed(text);
        for (int at = 0; at < words.size(); at++) {
            int together = looked.together(words, at);
            Placed word = words.get(at);
            if (together > 1) {
                at += together - 1;
                found.add(new Span(word.begin(), words.get(at).end()));
            } else if (FoldedText.isWithoutSpaces(word.word())) {
                addWithin(word, looked);
            } else if (together > 0 || looked.word().test(word.word())) {
                found.add(new Span(word.begin(), word.end()));
            }
        }
    }

    /**
     * What to mark.
     *
     * @param word whether a folded word is to be
     * @param pieces words of scripts without spaces that are to be
     * @param phrases words that are to be where they stand together, by the first of them, the longest first
     */
    record Looked(Predicate<String> word, List<String> pieces, Map<String, List<List<String>>> phrases) {

        /** Phrases with words of scripts without spaces are found by these as pieces alone. */
        static Looked of(Predicate<String> word, List<String> pieces, List<List<String>> phrases) {
            return new Looked(
                    word,
                    pieces,
                    phrases.stream()
                            .filter(phrase -> phrase.stream().noneMatch(FoldedText::isWithoutSpaces))
                            .sorted(Comparator.<List<String>>comparingInt(List::size)
                                    .reversed())
                            .collect(Collectors.groupingBy(phrase -> phrase.get(0))));
        }

        /** How many words from one on are a phrase; 0 if none begins there. */
        private int together(List<Placed> words, int at) {
            for (List<String> phrase : phrases.getOrDefault(words.get(at).word(), List.of())) {
                if (stands(phrase, words, at)) {
                    return phrase.size();
                }
            }
            return 0;
        }

        private static boolean stands(List<String> phrase, List<Placed> words, int at) {
            if (at + phrase.size() > words.size()) {
                return false;
            }
            for (int next = 0; next < phrase.size(); next++) {
                if (!phrase.get(next).equals(words.get(at + next).word())) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A place in the text. */
    private record Span(int begin, int end) {}

    Excerpt cut(int length) {
        boolean whole = length >= text.length();
        Span best = best(length);
        int begin = whole ? 0 : begin(best, length);
        int end = whole ? text.length() : end(Math.min(text.length(), begin + length), best, length);
        List<Excerpt.Piece> pieces = new ArrayList<>();
        int at = begin;
        for (Span span : found) {
            if (span.begin() >= at && span.end() <= end) {
                add(pieces, at, span.begin(), false);
                add(pieces, span.begin(), span.end(), true);
                at = span.end();
            }
        }
        add(pieces, at, end, false);
        return new Excerpt(pieces, begin > 0, end < text.length());
    }

    /** The found word from which on most other ones are within reach; where nothing was found, the text's beginning. */
    private Span best(int length) {
        Span best = new Span(0, 0);
        int most = 0;
        int last = 0; // the first span that is not within reach
        for (int first = 0; first < found.size(); first++) {
            Span span = found.get(first);
            while (last < found.size() && found.get(last).end() <= span.begin() + length * 3 / 4) {
                last++;
            }
            int within = Math.max(1, last - first); // itself, however long it is
            if (within > most) {
                most = within;
                best = span;
            }
        }
        return best;
    }

    /** A little before the best span, and so that it is within reach if it can be. */
    private int begin(Span best, int length) {
        if (best.begin() <= length / 2 && best.end() <= length) {
            return 0;
        }
        int little = Math.max(0, Math.min(best.begin() - length / 4, text.length() - length));
        int before = Math.max(little, Math.min(best.begin(), best.end() - length));
        return before == 0 ? 0 : wordBreak(before, best.begin());
    }

    /** Behind the first white space, so that no word is cut; where there is none, where it was, but not within a character. */
    private int wordBreak(int from, int most) {
        for (int at = from; at < most; at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    /** Where a word ends, if one ends shortly before; never before the end of what was found. */
    private int end(int from, Span best, int length) {
        if (from == text.length()) {
            return from;
        }
        for (int at = from; at > from - length / 8 && at >= best.end(); at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    }

    /** Characters of a script without spaces are each a part of the text as long as folding left them as they were. */
    private void addWithin(Placed word, Looked looked) {
        String written = text.substring(word.begin(), word.end());
        if (!written.equals(word.word())) {
            if (looked.pieces().stream().anyMatch(word.word()::contains)) {
                found.add(new Span(word.begin(), word.end()));
            }
            return;
        }
        boolean[] marked = new boolean[written.length() + 1];
        for (String piece : looked.pieces()) {
            for (int at = written.indexOf(piece); at >= 0; at = written.indexOf(piece, at + 1)) {
                Arrays.fill(marked, at, at + piece.length(), true);
            }
        }
        for (int at = 0; at < written.length(); at++) {
            int begin = at;
            while (marked[at]) {
                at++;
            }
            if (at > begin) {
                found.add(new Span(word.begin() + begin, word.begin() + at));
            }
        }
    }

    private void add(List<Excerpt.Piece> pieces, int begin, int end, boolean marked) {
        if (end > begin) {
            pieces.add(new Excerpt.Piece(text.substring(begin, end), marked));
        }
    }
}
