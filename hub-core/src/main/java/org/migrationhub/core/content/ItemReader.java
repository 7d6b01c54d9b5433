package org.migrationhub.core.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.core.vocabulary.Principle;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;
import org.migrationhub.core.vocabulary.ResourceType;
import org.migrationhub.core.vocabulary.Sdg;

/** Reads one item from its JSON form: the other half of {@link ItemWriter}. */
final class ItemReader {

    private static final String LANGUAGE = "the tag of a language (BCP 47), such as en";
    private static final String PERSON = "the id of a person";
    private static final Sha256 NO_FILE = Sha256.of(new byte[0]);

    private final Findings findings = new Findings();
    private final JsonFields json;

    ItemReader(Map<?, ?> tree) {
        this.json = new JsonFields(tree, "", findings);
    }

    ContentItem read() {
        Kind kind = json.require("kind", "language").code("kind", Kind::find, "\"practice\" or \"resource\"");
        if (kind == null) {
            whatEveryItemHas();
            throw findings.refusal();
        }
        ContentItem item = kind == Kind.PRACTICE ? practice() : resource();
        json.refuseOthers();
        findings.orRefuse();
        return item;
    }

    /** Of an item of no known kind all that can be judged. */
    private void whatEveryItemHas() {
        json.code("language", Language::find, LANGUAGE);
        classification();
        geography();
        organisations("partners");
        contributors();
        json.code("contact", PersonId::find, PERSON);
        links();
        attachments();
    }

    private Practice practice() {
        return new Practice(
                texts(TextField.OF_PRACTICE, PracticeText.EMPTY),
                classification(),
                json.code("type", PracticeType::find, "the code of a type of practice"),
                geography(),
                json.object("period", this::period),
                organisations("mainImplementers"),
                organisations("otherOrganisations"),
                organisations("partners"),
                contributors(),
                json.code("contact", PersonId::find, PERSON),
                json.code("focalPoint", PersonId::find, PERSON),
                links(),
                attachments());
    }

    private Resource resource() {
        return new Resource(
                texts(TextField.OF_RESOURCE, ResourceText.EMPTY),
                classification(),
                json.code("type", ResourceType::find, "the code of a type of resource"),
                geography(),
                json.year("year"),
                organisations("publishers"),
                organisations("partners"),
                contributors(),
                json.code("contact", PersonId::find, PERSON),
                links(),
                attachments());
    }

    private <T extends ItemText> Texts<T> texts(List<TextField<T>> fields, T noText) {
        Language original = json.code("language", Language::find, LANGUAGE);
        SortedMap<Language, T> texts = json.object("texts", variants -> variants(variants, fields, noText));
        return new Texts<>(original == null ? Language.EN : original, texts == null ? new TreeMap<>() : texts);
    }

    private <T extends ItemText> SortedMap<Language, T> variants(
            JsonFields variants, List<TextField<T>> fields, T noText) {
        SortedMap<Language, T> texts = new TreeMap<>();
        for (String tag : variants.names()) {
            T text = variants.object(tag, variant -> text(variant, fields, noText));
            Optional<Language> language = Language.find(tag);
            if (language.isEmpty()) {
                variants.note(tag, "code.unknown", "This is not " + LANGUAGE + ".");
            } else if (text != null && texts.put(language.get(), text) != null) {
                variants.note(tag, "language.repeated", "There is another text in this language.");
            }
        }
        return texts;
    }

    private static <T extends ItemText> T text(JsonFields variant, List<TextField<T>> fields, T noText) {
        T text = noText;
        for (TextField<T> field : fields) {
            text = field.with().apply(text, variant.text(field.name()));
        }
        return text;
    }

    private Classification classification() {
        return new Classification(
                codes(json, "primaryObjectives", Objective::find, "the code of an objective"),
                codes(json, "secondaryObjectives", Objective::find, "the code of an objective"),
                codes(json, "principles", Principle::find, "the code of a guiding principle"),
                codes(json, "sdgs", Sdg::find, "the code of a Sustainable Development Goal or target"));
    }

    private Geography geography() {
        Geography geography = json.object(
                "geography",
                fields -> new Geography(
                        codes(fields, "countries", Country::find, "the three-letter code of a country"),
                        codes(fields, "regions", Region::find, "the code of a region of M49"),
                        codes(fields, "commissions", RegionalCommission::find, "the code of a Regional Commission"),
                        fields.texts("localPlaces"),
                        fields.flag("global")));
        return geography == null ? Geography.NOWHERE : geography;
    }

    private @Nullable Period period(JsonFields fields) {
        Integer start = fields.require("startYear").year("startYear");
        Integer end = fields.year("endYear");
        return start == null ? null : new Period(start, end);
    }

    private List<OrganisationRef> organisations(String name) {
        return json.objects(
                name,
                fields -> new OrganisationRef(
                        fields.text("name"),
                        fields.code("id", OrganisationId::find, "the id of an organisation"),
                        fields.text("office")));
    }

    private SortedSet<PersonId> contributors() {
        return codes(json, "contributors", PersonId::find, PERSON);
    }

    private List<Link> links() {
        return json.objects(
                "links",
                fields -> new Link(
                        fields.text("url"), fields.text("label"), fields.code("language", Language::find, LANGUAGE)));
    }

    private List<Attachment> attachments() {
        return json.objects("attachments", ItemReader::attachment);
    }

    private static Attachment attachment(JsonFields fields) {
        String name = fields.require("size", "sha256").text("name");
        String mediaType = fields.text("mediaType");
        Long size = fields.number("size", 0, Long.MAX_VALUE);
        Sha256 sha256 = fields.code("sha256", Sha256::find, "a SHA-256 in 64 lower-case hexadecimal digits");
        return new Attachment(
                name,
                mediaType,
                size == null ? 0 : size,
                sha256 == null ? NO_FILE : sha256,
                fields.code("language", Language::find, LANGUAGE),
                fields.text("description"));
    }

    private static <T extends Comparable<? super T>> SortedSet<T> codes(
            JsonFields fields, String name, Function<String, Optional<T>> find, String what) {
        return Sorted.copyOf(fields.codes(name, find, what));
    }
}
