package org.migrationhub.core.vocabulary;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts to show for terms, per language.
 *
 * <p>A text is looked for in the preferred languages in their order (in {@code fr-CA}, then in {@code fr}), and then in
 * English; the {@link Label} tells in which language it was found and whether it is official. Asked for no language, the
 * answer is English.
 *
 * <p>The texts come from property files in the jar, and an installation can put its own in their place. Keys are the code
 * of a term with {@code .label} or, for the official title of an objective, {@code .title}, or, for what explains it in
 * the Hub's own words, {@code .brief}. A file in the directory {@code confirmed} holds only texts that were seen in a
 * United Nations source, and therefore no {@code .brief}; all others stand in {@code unconfirmed}.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Labels {

    /** The language of a code that is shown because there is no text (BCP 47: no linguistic content). */
    private static final Language NO_LANGUAGE = new Language("zxx");

    private final Map<Language, LabelSheet> sheets;

    private Labels(Map<Language, LabelSheet> sheets) {
        this.sheets = new TreeMap<>(sheets);
    }

    /** The texts that come with the Hub, read from the jar when they are first asked for. */
    public static Labels standard() {
        return Standard.LABELS;
    }

    /**
     * These texts with an installation's own in place of those that it has too. An own text may also be in a further
     * language, or for a type of practice or resource that the Hub doesn't know.
     *
     * @param directory holds {@code confirmed} or {@code unconfirmed} or both, each with files such as
     *     {@code fr.properties} in UTF-8; which of the two a text stands in decides whether it is shown as official
     * @throws IllegalArgumentException if anything in them can't be used; the message names every such file and key
     * @throws java.io.UncheckedIOException if they can't be read
     */
    public Labels overriddenBy(Path directory) {
        Map<Language, LabelSheet> merged = new HashMap<>(sheets);
        LabelFiles.in(directory).forEach((language, own) -> merged.merge(language, own, LabelSheet::overriddenBy));
        return new Labels(merged);
    }

    /**
     * The short label of a term. A target of a Goal without a text of its own gets its number and the label of the Goal. A
     * type that has no text in the preferred languages or English is shown in another language, or else by its code.
     */
    public Label label(Term term, List<Language> preferred) {
        return find(LabelSheet::labels, term, preferred).orElseGet(() -> makeshift(term, preferred));
    }

    /**
     * The official long title of an objective: in a preferred language if it is confirmed there, otherwise in English.
     * {@link Objective#GENERAL} has none and gets its label.
     */
    public Label title(Objective objective, List<Language> preferred) {
        return find(LabelSheet::titles, objective, preferred).orElseGet(() -> label(objective, preferred));
    }

    /**
     * What an objective is about and which practices serve it, in two or three plain sentences. These are words of the Hub
     * or of an installation and never official: whoever shows them says so.
     */
    public Label brief(Objective objective, List<Language> preferred) {
        return find(LabelSheet::briefs, objective, preferred).orElseThrow();
    }

    /** What a language is called; never official, since the names come from the JDK. Unknown ones are shown by their tag. */
    public Label languageName(Language language, List<Language> preferred) {
        return preferred.stream()
                .flatMap(in -> LanguageNames.name(language, in).stream())
                .findFirst()
                .or(() -> LanguageNames.name(language, Language.EN))
                .orElseGet(() -> new Label(language.tag(), NO_LANGUAGE, false));
    }

    private Optional<Label> find(Page page, Term term, List<Language> preferred) {
        for (Language language : preferred) {
            Label label = inOrWider(page, term.code(), language);
            if (label != null) {
                return Optional.of(label);
            }
        }
        return Optional.ofNullable(inOrWider(page, term.code(), Language.EN));
    }

    private @Nullable Label inOrWider(Page page, String code, Language language) {
        Label label =
                page.apply(sheets.getOrDefault(language, LabelSheet.EMPTY)).get(code);
        if (label != null) {
            return label;
        }
        Language wider = language.wider().orElse(null);
        return wider == null ? null : inOrWider(page, code, wider);
    }

    private Label makeshift(Term term, List<Language> preferred) {
        if (term instanceof Sdg target && !target.isGoal()) {
            Label goal = label(target.goal(), preferred);
            return new Label(target.number() + " " + goal.text(), goal.language(), false);
        }
        return inAnyLanguage(term).orElseGet(() -> new Label(term.code(), NO_LANGUAGE, false));
    }

    private Optional<Label> inAnyLanguage(Term term) {
        return sheets.values().stream()
                .map(sheet -> sheet.labels().get(term.code()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Which of the texts of a sheet to look in. */
    private interface Page extends Function<LabelSheet, Map<String, Label>> {}

    private static final class Standard {
        static final Labels LABELS = new Labels(LabelFiles.standard());
    }
}
