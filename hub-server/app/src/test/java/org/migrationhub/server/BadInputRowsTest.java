package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which tests hold which row of the table of bad input. A row whose test is gone is found here. */
class BadInputRowsTest {

    private static final Map<String, List<String>> ROWS = new LinkedHashMap<>();

    static {
        row(
                "no session, wrong role, not related to the item",
                "DeniedTest aVisitorIsAskedForATokenWhereOneIsNeeded",
                "DeniedTest theSubmitterActsForNobodyElse",
                "DeniedTest nobodyButTheSubmitterKnowsOfADraft",
                "MatrixTest everyCellIsAnsweredAsTheTablesSay");
        row(
                "an act that is not possible in this stage, a second review, a stale revision",
                "BadInputTest aReviewOfAnotherRevisionOrASecondOneIsAConflictThatNamesTheStage");
        row(
                "missing, stale or weak If-Match",
                "VersionTest whateverIsDescribedAsNeedingAVersionAsksForIt",
                "BadInputTest anActOnAStaleVersionIsRefusedAndChangesNothing");
        row(
                "malformed, empty, duplicate-key, over-deep JSON, wrong types, NaN, 1e999, trailing data",
                "BadInputTest whatIsNoJsonIsMalformed",
                "BadInputTest overDeepJsonIsMalformed",
                "NeverAFaultTest oddValuesOfEveryFieldOfEveryFormAreRefusedOrTaken");
        row(
                "an unknown field, one that a client may not set",
                "BadInputTest aBodyOfAnotherFormIsRefusedNamingTheField",
                "BadInputTest everythingThatIsWrongWithAFormIsToldAtOnce");
        row(
                "a wrong media type or charset",
                "BadInputTest anotherMediaTypeOrCharsetIsUnsupported",
                "BadInputTest aBodyWithoutATypeOrCompressedIsUnsupported");
        row(
                "blank, overlong, control characters, lone surrogates, invalid UTF-8, bidi overrides",
                "BadInputTest malformedTextsAreRefusedNamingTheField",
                "BadInputTest blankAndOverlongNamesAreRefused",
                "BadInputTest whatIsNoUtf8IsMalformed",
                "BadInputTest everyScriptComesBackUnchanged");
        row("a panel that can't be", "BadInputTest aPanelThatCannotBeIsRefusedWithEveryReason");
        row("changes or a decline without a comment", "BadInputTest aRefusalWithoutACommentIsRefused");
        row("ambiguous framing", "FramingTest anAmbiguousFrameIsRefusedAndTheConnectionClosed");
        row(
                "ids that are none, path tricks, method overrides, TRACE",
                "BadInputTest whatIsNoIdIsAnsweredAsAnUnknownOne",
                "FramingTest pathTricksLeadToNoOtherRoute",
                "BadInputTest aHeaderCannotChangeTheMethod",
                "BadInputTest anotherMethodIsNotAllowed");
        row(
                "names of files with paths, control or override characters, 300 characters",
                "AttachmentsTest anUnsafeNameIsRefused",
                "AttachmentsTest anOverlongNameIsRefused");
        row(
                "content that isn't what it says, types that can hold a script",
                "AttachmentsTest whatIsNotWhatItSaysIsRefused",
                "AttachmentsTest aFileIsGivenOutToBeKeptAndNotToBeShown");
        row(
                "0 bytes, over the limit, broken off, compressed",
                "AttachmentsTest anEmptyFileIsRefused",
                "AttachmentsTest aLargeFileComesBackAndAnotherByteIsTooMuch",
                "AttachmentsTest anUploadThatBreaksOffLeavesNothing",
                "AttachmentsTest aCompressedBodyIsUnsupported");
        row(
                "search text of any kind",
                "BadInputTest searchTextOfAnyKindIsAnswered",
                "BadInputTest anOverlongSearchIsRefused");
        row(
                "a tampered cursor, a page of 0 or too many",
                "BadInputTest aWrongParameterIsNamed",
                "BadInputTest aCursorOfAnotherSearchIsRefused");
        row(
                "too many tries",
                "DoorsTest whoeverAsksTooOftenIsToldWhenToAskAgainAndOthersAreNot",
                "DoorsTest uploadsHaveABudgetOfTheirOwn");
    }

    @Test
    void everyRowIsHeldByTestsThatAreThere() throws ClassNotFoundException {
        List<String> missing = new ArrayList<>();
        int tests = 0;
        for (Map.Entry<String, List<String>> row : ROWS.entrySet()) {
            for (String test : row.getValue()) {
                String[] parts = test.split(" ", 2);
                Class<?> there = Class.forName(getClass().getPackageName() + "." + parts[0]);
                tests++;
                if (Arrays.stream(there.getDeclaredMethods())
                        .noneMatch(method -> method.getName().equals(parts[1]))) {
                    missing.add(row.getKey() + ": " + test);
                }
            }
        }
        System.out.printf("Bad input: %d rows, held by %d tests%n", ROWS.size(), tests);
        assertThat(missing).isEmpty();
    }

    private static void row(String name, String... tests) {
        ROWS.put(name, List.of(tests));
    }
}
