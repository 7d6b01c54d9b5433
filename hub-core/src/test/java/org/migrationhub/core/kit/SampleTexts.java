package org.migrationhub.core.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.ResourceText;
import org.migrationhub.core.vocabulary.Language;

/** The words of {@link Samples}, in the six official languages; each says that it is a sample. */
final class SampleTexts {

    private SampleTexts() {}

    static Map<Language, PracticeText> practice() {
        Map<Language, PracticeText> texts = new LinkedHashMap<>();
        texts.put(Language.EN, inEnglish());
        texts.put(Language.FR, inFrench());
        texts.put(Language.ES, inSpanish());
        texts.put(
                Language.AR,
                PracticeText.of(
                        "مثال: مكتب معلومات للعمال المهاجرين", repeat("هذا نص تجريبي ولا يصف أي مشروع حقيقي.")));
        texts.put(
                Language.RU,
                PracticeText.of(
                        "Пример: справочное бюро для трудящихся-мигрантов",
                        repeat("Это образец текста, он не описывает настоящего проекта.")));
        texts.put(Language.ZH, PracticeText.of("示例：移民工人信息服务台", repeat("这是示例文字，并不描述任何真实项目。")));
        return texts;
    }

    static Map<Language, ResourceText> resource() {
        Map<Language, ResourceText> texts = new LinkedHashMap<>();
        texts.put(
                Language.FR,
                new ResourceText(
                        "Exemple : guide des papiers d’identité",
                        "Ceci est un texte d’exemple : aucun guide réel n’est décrit.",
                        "Exemple : des listes à cocher pour chaque étape.",
                        "Exemple : écrire à guide@example.org."));
        texts.put(
                Language.EN,
                new ResourceText(
                        "Sample: a guide to identity papers",
                        "This is a sample text; it describes no real guide.",
                        "Sample: checklists for every step.",
                        "Sample: write to guide@example.org."));
        texts.put(
                Language.ES,
                ResourceText.of(
                        "Ejemplo: guía de documentos de identidad",
                        "Este es un texto de ejemplo; no describe ninguna guía real."));
        texts.put(Language.AR, ResourceText.of("مثال: دليل وثائق الهوية", "هذا نص تجريبي ولا يصف أي دليل حقيقي."));
        texts.put(
                Language.RU,
                ResourceText.of(
                        "Пример: справочник по удостоверениям личности",
                        "Это образец текста, он не описывает настоящего справочника."));
        texts.put(Language.ZH, ResourceText.of("示例：身份证件指南", "这是示例文字，并不描述任何真实指南。"));
        return texts;
    }

    /** An English summary long enough to raise no warning. */
    static String summary() {
        return repeat("This is a sample text; it describes no real project.");
    }

    private static PracticeText inEnglish() {
        return new PracticeText(
                "Sample: an information desk for migrant workers",
                summary(),
                "Sample: 1,200 invented workers found their way.",
                "Sample: begin with those who have made the journey.",
                "Sample: open the desk where people already go.",
                "Sample: advice is given by former migrants.",
                "Sample: workers know their rights before they leave.",
                "Sample text: these are nobody’s views.");
    }

    private static PracticeText inFrench() {
        return new PracticeText(
                "Exemple : un guichet d’information pour travailleurs migrants",
                repeat("Ceci est un texte d’exemple ; il ne décrit aucun projet réel."),
                "Exemple : 1 200 travailleurs inventés ont trouvé leur chemin.",
                "Exemple : commencer par ceux qui ont fait le voyage.",
                "Exemple : ouvrir le guichet là où les gens vont déjà.",
                "Exemple : d’anciens migrants conseillent.",
                "Exemple : les travailleurs connaissent leurs droits avant de partir.",
                "Texte d’exemple : il n’engage personne.");
    }

    private static PracticeText inSpanish() {
        return new PracticeText(
                "Ejemplo: una ventanilla de información para trabajadores migrantes",
                repeat("Este es un texto de ejemplo; no describe ningún proyecto real."),
                "Ejemplo: 1.200 trabajadores inventados encontraron su camino.",
                "Ejemplo: empezar por quienes han hecho el viaje.",
                "Ejemplo: abrir la ventanilla donde la gente ya acude.",
                "Ejemplo: aconsejan antiguos migrantes.",
                "Ejemplo: los trabajadores conocen sus derechos antes de partir.",
                "Texto de ejemplo: no compromete a nadie.");
    }

    private static String repeat(String sentence) {
        return (sentence + " ").repeat(300 / sentence.length() + 1).strip();
    }
}
