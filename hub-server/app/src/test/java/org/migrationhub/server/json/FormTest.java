package org.migrationhub.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.review.Criterion;

class FormTest {

    @Test
    void whatIsThereIsRead() {
        Form form = form(
                "{\"a\":\"x\",\"b\":true,\"c\":3,\"d\":[\"y\"],\"e\":{\"quality\":\"good\"},\"f\":\"2030-01-01T00:00:00Z\"}");
        Field<String> text = form.text("a").required();
        Field<Boolean> flag = form.flag("b");
        Field<Integer> number = form.number("c", 1, 3);
        Field<List<String>> texts = form.texts("d");
        var remarks = form.textsBy("e", Criterion::find, "a criterion");
        var instant = form.instant("f");
        Field<String> missing = form.text("g");
        form.end();
        assertThat(text.get()).isEqualTo("x");
        assertThat(flag.or(false)).isTrue();
        assertThat(number.get()).isEqualTo(3);
        assertThat(texts.get()).containsExactly("y");
        assertThat(remarks.get()).containsEntry(Criterion.QUALITY, "good");
        assertThat(instant.get()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(missing.or("other")).isEqualTo("other");
    }

    @Test
    void everythingWrongIsNotedOnce() {
        Form form = form(
                "{\"a\":1,\"b\":\"x\",\"c\":4,\"d\":[\"y\",null,2],\"e\":{\"beauty\":\"\",\"quality\":1},\"f\":\"now\",\"z\":0}");
        form.text("a").required();
        form.flag("b");
        form.number("c", 1, 3);
        form.texts("d");
        form.textsBy("e", Criterion::find, "a criterion");
        form.instant("f");
        form.text("g").required();
        assertThat(violations(form))
                .containsExactly(
                        "/a field.type",
                        "/b field.type",
                        "/c number.range",
                        "/d/1 field.null",
                        "/d/2 field.type",
                        "/e/beauty field.unknown",
                        "/e/quality field.type",
                        "/f instant.invalid",
                        "/g field.required",
                        "/z field.unknown");
    }

    @Test
    void aNumberBeyondAllBoundsIsOfAnotherType() {
        Form form = form("{\"c\":99999999999999999999,\"d\":1e999}");
        form.number("c", 1, 3);
        form.number("d", 1, 3);
        assertThat(violations(form)).containsExactly("/c field.type", "/d field.type");
    }

    @Test
    void somebodyWhoSendsThousandsOfMistakesIsToldSomeOfThem() {
        Form form = form("{\"d\":[" + "1,".repeat(100_000) + "1]}");
        form.texts("d");
        assertThat(violations(form)).hasSize(500);
    }

    private static Form form(String json) {
        return Form.of(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> violations(Form form) {
        InvalidBodyException refusal = catchThrowableOfType(InvalidBodyException.class, form::end);
        return refusal.violations().stream().map(FormTest::shown).toList();
    }

    private static String shown(Violation violation) {
        return violation.path() + " " + violation.code();
    }
}
