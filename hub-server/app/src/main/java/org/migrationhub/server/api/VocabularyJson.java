package org.migrationhub.server.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Label;
import org.migrationhub.core.vocabulary.Labels;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.core.vocabulary.Principle;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;
import org.migrationhub.core.vocabulary.ResourceType;
import org.migrationhub.core.vocabulary.Sdg;
import org.migrationhub.core.vocabulary.Term;
import org.migrationhub.server.json.Tree;

/** Renders every term with the text to show for it. Immutable and thread-safe. */
final class VocabularyJson {

    private final Labels labels;
    private final List<Language> preferred;

    VocabularyJson(Labels labels, List<Language> preferred) {
        this.labels = labels;
        this.preferred = preferred;
    }

    Map<String, Object> all() {
        return new Tree()
                .list("objectives", List.of(Objective.values()), this::objective)
                .list("principles", List.of(Principle.values()), this::term)
                .list("sdgs", Sdg.all(), this::term)
                .list("countries", Country.all(), this::country)
                .list("regions", Region.all(), this::region)
                .list("commissions", List.of(RegionalCommission.values()), this::term)
                .list("practiceTypes", PracticeType.known(), this::term)
                .list("resourceTypes", ResourceType.known(), this::term)
                .list("languages", Language.official(), this::language)
                .done();
    }

    /** {@code ltr} or {@code rtl}. */
    static String direction(Language language) {
        return language.direction().name().toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> term(Term term) {
        return described(term).done();
    }

    private Map<String, Object> objective(Objective objective) {
        Integer number = objective.number().isPresent() ? objective.number().getAsInt() : null;
        return described(objective)
                .put("number", number)
                .put("title", label(labels.title(objective, preferred)))
                .put("brief", label(labels.brief(objective, preferred)))
                .done();
    }

    private Map<String, Object> country(Country country) {
        return described(country)
                .put("m49", country.m49())
                .list("regions", country.regions(), Region::code)
                .list("commissions", country.commissions(), RegionalCommission::code)
                .done();
    }

    private Map<String, Object> region(Region region) {
        Optional<Region> parent = region.parent();
        return described(region)
                .put("parent", parent.map(Region::code).orElse(null))
                .done();
    }

    private Map<String, Object> language(Language language) {
        return new Tree()
                .put("code", language.tag())
                .put("direction", direction(language))
                .put("label", label(labels.languageName(language, preferred)))
                .done();
    }

    private Tree described(Term term) {
        return new Tree().put("code", term.code()).put("label", label(labels.label(term, preferred)));
    }

    private static Map<String, Object> label(Label label) {
        return new Tree()
                .put("text", label.text())
                .text("lang", label.language())
                .put("dir", direction(label.language()))
                .put("official", label.official())
                .done();
    }
}
