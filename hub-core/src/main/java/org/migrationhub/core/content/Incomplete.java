package org.migrationhub.core.content;

import java.util.List;
import java.util.Map;

/** What a submission must have and this item lacks. */
final class Incomplete {

    private static final Map<String, String> CODES =
            Map.of("title", "title", "summary", "summary", "atAGlance", "at-a-glance");
    private static final Map<String, String> WORDS =
            Map.of("title", "the title", "summary", "the summary", "atAGlance", "what it is at a glance");

    private final Findings findings;

    private Incomplete(Findings findings) {
        this.findings = findings;
    }

    static void check(ContentItem item, Submitting submitting, Findings findings) {
        Incomplete form = new Incomplete(findings);
        if (item instanceof Practice practice) {
            form.practice(practice, submitting);
        } else {
            form.resource((Resource) item);
        }
        form.named(item.partners(), "/partners");
        form.links(item.links());
    }

    private void practice(Practice practice, Submitting submitting) {
        texts(practice.texts(), PracticeText.EMPTY, TextField.OF_PRACTICE.subList(0, 2));
        require(
                !practice.classification().primary().isEmpty(),
                "/primaryObjectives",
                "objectives.required",
                "Choose at least one primary objective.");
        require(practice.type() != null, "/type", "type.required", "Say what type of practice it is.");
        require(
                !practice.geography().isEmpty(),
                "/geography",
                "geography.required",
                "Say where it took place: at least one country, region or place, or that it is global.");
        require(
                practice.period() != null,
                "/period",
                "period.required",
                "Say in which year it began, and in which it ended unless it goes on.");
        require(
                !practice.mainImplementers().isEmpty(),
                "/mainImplementers",
                "implementers.required",
                "Name at least one main implementer.");
        named(practice.mainImplementers(), "/mainImplementers");
        named(practice.otherOrganisations(), "/otherOrganisations");
        require(
                practice.focalPoint() != null || isOwn(practice, submitting),
                "/focalPoint",
                "focal-point.required",
                "You submit for another organisation: name the focal point of the main implementer.");
    }

    private void resource(Resource resource) {
        texts(resource.texts(), ResourceText.EMPTY, TextField.OF_RESOURCE.subList(0, 2));
        require(
                !resource.classification().objectives().isEmpty(),
                "/primaryObjectives",
                "objectives.required",
                "Choose at least one objective.");
        require(resource.type() != null, "/type", "type.required", "Say what type of resource it is.");
        require(!resource.publishers().isEmpty(), "/publishers", "publishers.required", "Name at least one publisher.");
        named(resource.publishers(), "/publishers");
    }

    /** Whether a main implementer is the submitter's own body; with none named there is nothing to compare yet. */
    private static boolean isOwn(Practice practice, Submitting submitting) {
        return practice.mainImplementers().isEmpty()
                || practice.mainImplementers().stream()
                        .anyMatch(implementer ->
                                implementer.matches(submitting.organisation(), submitting.organisationNames()));
    }

    private <T extends ItemText> void texts(Texts<T> texts, T noText, List<TextField<T>> required) {
        text(texts.original().tag(), texts.inOriginal().orElse(noText), required);
        texts.byLanguage().forEach((language, text) -> {
            if (!language.equals(texts.original())) {
                text(language.tag(), text, required);
            }
        });
    }

    private <T extends ItemText> void text(String tag, T text, List<TextField<T>> required) {
        for (TextField<T> field : required) {
            require(
                    Wording.isVisible(field.get().apply(text)),
                    Pointer.below("/texts", tag, field.name()),
                    CODES.get(field.name()) + ".required",
                    "Write %s in the language %s.".formatted(WORDS.get(field.name()), tag));
        }
    }

    private void named(List<OrganisationRef> organisations, String path) {
        int index = 0;
        for (OrganisationRef organisation : organisations) {
            require(
                    Wording.isVisible(organisation.name()),
                    Pointer.below(path, index++, "name"),
                    "organisation.name-required",
                    "Give the name of this organisation.");
        }
    }

    private void links(List<Link> links) {
        int index = 0;
        for (Link link : links) {
            require(
                    Wording.isVisible(link.url()),
                    Pointer.below("/links", index++, "url"),
                    "link.url-required",
                    "Give the address of this link.");
        }
    }

    private void require(boolean given, String path, String code, String message) {
        findings.addIf(!given, path, code, message);
    }
}
