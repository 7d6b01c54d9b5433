package org.migrationhub.server.site.submit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Sdg;
import org.migrationhub.server.site.page.Reserved;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;
import org.migrationhub.server.site.read.FileSizes;

/**
 * Makes what the pages of the steps show.
 *
 * @param visit of the page
 * @param draft with what was typed since it was saved
 * @param step which is shown
 * @param typed what stands in its fields
 * @param notice what has to be known; may be empty
 */
record StepViews(Visit visit, Draft draft, Step step, Typed typed, String notice) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int SPARE_ROWS = 2;
    private static final int MOST_NAMES = 200;
    private static final Pattern TEXT = Pattern.compile("texts/([^/]+)/.*");

    private static final List<TextsView.Part> OF_PRACTICE = List.of(
            new TextsView.Part("title", 300, 1, true),
            new TextsView.Part("summary", 3_000, 9, true),
            new TextsView.Part("benefitAndImpact", 20_000, 7, false),
            new TextsView.Part("keyLessons", 20_000, 7, false),
            new TextsView.Part("recommendations", 20_000, 7, false),
            new TextsView.Part("innovation", 20_000, 7, false),
            new TextsView.Part("outcome", 500, 1, false),
            new TextsView.Part("disclaimer", 20_000, 3, false));

    private static final List<TextsView.Part> OF_RESOURCE = List.of(
            new TextsView.Part("title", 300, 1, true),
            new TextsView.Part("atAGlance", 20_000, 7, true),
            new TextsView.Part("whatItOffers", 20_000, 7, false),
            new TextsView.Part("furtherInformation", 20_000, 7, false));

    /** The number of whoever asks. */
    static String self(Visit visit) {
        return String.valueOf(visit.ask().actor().person());
    }

    /** The parts of the texts of a kind. */
    static List<TextsView.Part> parts(Kind kind) {
        return kind == Kind.PRACTICE ? OF_PRACTICE : OF_RESOURCE;
    }

    FormHead head() {
        return head(typed);
    }

    private FormHead head(Typed shown) {
        return new FormHead(
                visit.at().to(draft.path(step)),
                visit.at().to(SavingPages.path(draft, step)),
                draft.id() == null ? "" : String.valueOf(draft.version()),
                Meeting.seen(draft, step),
                draft.item().kind().code(),
                StepPages.title(visit, draft.item()),
                Arrays.stream(Step.values()).map(this::place).toList(),
                shown,
                draft.id() == null
                        ? null
                        : Behalf.banner(visit, visit.ask().desk().view(draft.id())),
                notice,
                visit.at().to(draft.path()),
                draft.id() == null ? Reserved.again(visit) : Typed.nothing(),
                unsaved());
    }

    private FormHead.@Nullable Unsaved unsaved() {
        Instant at = draft.keptAt();
        if (at == null) {
            return null;
        }
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        return new FormHead.Unsaved(
                voice().say("submit.unsaved", voice().date(time.toLocalDate()), CLOCK.format(time)),
                visit.at().to(SavingPages.discardPath(draft, step)));
    }

    private FormHead.Place place(Step one) {
        String address = draft.id() == null ? "" : visit.at().to(draft.path(one));
        return new FormHead.Place(one.code(), voice().say("submit.step." + one.code()), address, one == step);
    }

    AboutView about() {
        Named named = Named.of(visit, draft, Named.Newcomers.WRITTEN);
        Options options = Options.in(voice());
        List<AboutView.Rows> lists = draft.isPractice()
                ? List.of(rows("mainImplementers", true, true), rows("otherOrganisations", false, true))
                : List.of(rows("publishers", true, true));
        return new AboutView(
                head(),
                options.types(draft.item().kind()),
                options.officialLanguages(),
                options.otherLanguages(),
                Stream.concat(lists.stream(), Stream.of(rows("partners", false, false)))
                        .toList(),
                known(),
                voice().say(named.represents() ? "submit.focal-point.submitter" : "submit.focal-point.self"));
    }

    private AboutView.Rows rows(String field, boolean required, boolean offices) {
        return new AboutView.Rows(field, rows(field), required, offices);
    }

    private int rows(String list) {
        return SPARE_ROWS + count(list);
    }

    private int count(String list) {
        Pattern form = Pattern.compile(list + "/(\\d+)/.*");
        return (int) typed.values().keySet().stream()
                .map(form::matcher)
                .filter(found -> found.matches())
                .map(found -> found.group(1))
                .distinct()
                .count();
    }

    private List<String> known() {
        return visit.ask().people().organisations(OrganisationQuery.all().limit(MOST_NAMES)).stream()
                .map(Organisation::name)
                .sorted()
                .toList();
    }

    TextsView texts(List<Language> blank) {
        Options options = Options.in(voice());
        Set<Language> languages = new LinkedHashSet<>(List.of(draft.item().language()));
        typed.values().keySet().stream()
                .map(TEXT::matcher)
                .filter(found -> found.matches())
                .flatMap(found -> Language.find(found.group(1)).stream())
                .forEach(languages::add);
        languages.addAll(blank);
        Set<String> there = languages.stream().map(Language::tag).collect(Collectors.toSet());
        return new TextsView(
                head(),
                languages.stream().map(this::variant).toList(),
                parts(draft.item().kind()),
                without(options.officialLanguages(), there),
                without(options.otherLanguages(), there));
    }

    private TextsView.Variant variant(Language language) {
        return new TextsView.Variant(
                language, voice().name(language), language.equals(draft.item().language()));
    }

    private static List<Option> without(List<Option> options, Set<String> values) {
        return options.stream()
                .filter(option -> !values.contains(option.value()))
                .toList();
    }

    ScopeView scope() {
        Options options = Options.in(voice());
        String targets = typed.all("sdgs").stream()
                .filter(code -> Sdg.find(code).filter(Sdg::isGoal).isEmpty())
                .map(code -> code.replaceFirst("^sdg-", ""))
                .collect(Collectors.joining(", "));
        return new ScopeView(
                head(targets.isEmpty() ? typed : typed.moved("sdgs", "targets")),
                options.continents(),
                options.elsewhere(),
                options.commissions(),
                options.objectives(),
                options.principles(),
                options.goals(),
                targets);
    }

    FilesView files() {
        List<FilesView.File> files = new ArrayList<>();
        String named = visit.ask().query().one(FilesView.ATTACHED).orElse("");
        FilesView.File attached = null;
        for (Attachment file : draft.item().attachments()) {
            files.add(new FilesView.File(
                    files.size(),
                    Said.unknown(file.name()),
                    FileSizes.format(voice(), file),
                    "/api/v1/submissions/" + draft.id() + "/attachments/" + file.sha256(),
                    file.isImage()));
            attached = file.sha256().hex().equals(named) ? files.get(files.size() - 1) : attached;
        }
        return new FilesView(
                head(),
                files,
                rows("links"),
                Options.in(voice()).officialLanguages(),
                attached,
                files.size() >= Attachment.MOST_OF_AN_ITEM);
    }

    private Voice voice() {
        return visit.voice();
    }
}
