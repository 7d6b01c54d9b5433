package org.migrationhub.core.content;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes items in their JSON form: the other half of {@link ItemReader}. */
final class ItemWriter {

    private ItemWriter() {}

    static Map<String, Object> write(ContentItem item) {
        return item instanceof Practice practice ? practice(practice) : resource((Resource) item);
    }

    static Map<String, Object> write(Attachment attachment) {
        JsonObject json = new JsonObject();
        attachment(json, attachment);
        return json.done();
    }

    private static Map<String, Object> practice(Practice practice) {
        JsonObject json = start(practice, practice.texts(), TextField.OF_PRACTICE)
                .term("type", practice.type())
                .object("geography", geography(practice.geography()))
                .object("period", period(practice.period()))
                .objects("mainImplementers", practice.mainImplementers(), ItemWriter::organisation)
                .objects("otherOrganisations", practice.otherOrganisations(), ItemWriter::organisation)
                .objects("partners", practice.partners(), ItemWriter::organisation)
                .list("contributors", codes(practice.contributors()))
                .code("contact", practice.contact())
                .code("focalPoint", practice.focalPoint());
        return end(json, practice);
    }

    private static Map<String, Object> resource(Resource resource) {
        JsonObject json = start(resource, resource.texts(), TextField.OF_RESOURCE)
                .term("type", resource.type())
                .object("geography", geography(resource.geography()))
                .number("year", resource.year())
                .objects("publishers", resource.publishers(), ItemWriter::organisation)
                .objects("partners", resource.partners(), ItemWriter::organisation)
                .list("contributors", codes(resource.contributors()))
                .code("contact", resource.contact());
        return end(json, resource);
    }

    private static <T extends ItemText> JsonObject start(ContentItem item, Texts<T> texts, List<TextField<T>> fields) {
        Classification classification = item.classification();
        return new JsonObject()
                .text("kind", item.kind().code())
                .language("language", texts.original())
                .object("texts", texts(texts, fields))
                .terms("primaryObjectives", classification.primary())
                .terms("secondaryObjectives", classification.secondary())
                .terms("principles", classification.principles())
                .terms("sdgs", classification.sdgs());
    }

    private static Map<String, Object> end(JsonObject json, ContentItem item) {
        return json.objects("links", item.links(), ItemWriter::link)
                .objects("attachments", item.attachments(), ItemWriter::attachment)
                .done();
    }

    private static <T extends ItemText> Map<String, Object> texts(Texts<T> texts, List<TextField<T>> fields) {
        JsonObject json = new JsonObject();
        texts.byLanguage().forEach((language, text) -> json.object(language.tag(), text(text, fields)));
        return json.done();
    }

    private static <T extends ItemText> Map<String, Object> text(T text, List<TextField<T>> fields) {
        JsonObject json = new JsonObject();
        fields.forEach(field -> json.text(field.name(), field.get().apply(text)));
        return json.done();
    }

    private static Map<String, Object> geography(Geography geography) {
        return new JsonObject()
                .terms("countries", geography.countries())
                .terms("regions", geography.regions())
                .terms("commissions", geography.commissions())
                .list("localPlaces", geography.localPlaces())
                .flag("global", geography.global())
                .done();
    }

    private static Map<String, Object> period(@Nullable Period period) {
        return period == null
                ? Map.of()
                : new JsonObject()
                        .number("startYear", period.startYear())
                        .number("endYear", period.endYear())
                        .done();
    }

    private static void organisation(JsonObject json, OrganisationRef organisation) {
        json.text("name", organisation.name()).code("id", organisation.id()).text("office", organisation.office());
    }

    private static void link(JsonObject json, Link link) {
        json.text("url", link.url()).text("label", link.label()).language("language", link.language());
    }

    private static void attachment(JsonObject json, Attachment attachment) {
        json.text("name", attachment.name())
                .text("mediaType", attachment.mediaType())
                .number("size", attachment.size())
                .code("sha256", attachment.sha256())
                .language("language", attachment.language())
                .text("description", attachment.description());
    }

    private static List<String> codes(Collection<PersonId> ids) {
        return ids.stream().map(PersonId::value).sorted().toList();
    }
}
