package org.migrationhub.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypesTest {

    @Test
    void theHubKnowsFourTypesOfPracticeAndSevenOfResource() {
        assertThat(PracticeType.known()).hasSize(4).endsWith(PracticeType.OTHER);
        assertThat(ResourceType.known()).hasSize(7).contains(ResourceType.POLICY_BRIEF);
    }

    @Test
    void anInstallationMayHaveTypesOfItsOwn() {
        assertThat(PracticeType.find("practice-type-law-2")).contains(new PracticeType("practice-type-law-2"));
        assertThat(ResourceType.find("resource-type-map")).contains(new ResourceType("resource-type-map"));
    }

    @Test
    void typesAreOrderedByCode() {
        assertThat(PracticeType.PARTNERSHIP).isLessThan(PracticeType.PROJECT);
        assertThat(ResourceType.GUIDANCE).isLessThan(ResourceType.VIDEO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "law",
                "-type",
                "-type-",
                "-type-Law",
                "-type-law-",
                "-type--law",
                "-type-a b",
                "-type-law\n",
                "-type-more-than-sixty-four-characters-in-all-which-is-far-too-long-for-a-code"
            })
    void aCodeOfAnotherFormIsRefused(String rest) {
        String practice = rest.startsWith("-") ? "practice" + rest : rest;
        String resource = rest.startsWith("-") ? "resource" + rest : rest;
        assertThat(PracticeType.find(practice)).isEmpty();
        assertThat(ResourceType.find(resource)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new PracticeType(practice));
        assertThatIllegalArgumentException().isThrownBy(() -> new ResourceType(resource));
    }
}
