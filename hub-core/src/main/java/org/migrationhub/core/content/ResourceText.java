package org.migrationhub.core.content;

import static java.util.Objects.requireNonNull;

/**
 * The text of a resource in one language. A field that is not given is the empty text; no field is
 * ever null. Several lines are allowed where it doesn't say "one line".
 *
 * @param title one line
 * @param atAGlance what it is, in short
 * @param whatItOffers what a reader gets out of it
 * @param furtherInformation where to go on from there
 */
public record ResourceText(String title, String atAGlance, String whatItOffers, String furtherInformation)
        implements ItemText {

    /** Nothing given yet. */
    public static final ResourceText EMPTY = new ResourceText("", "", "", "");

    /** Refuses null. */
    public ResourceText {
        requireNonNull(title, "title");
        requireNonNull(atAGlance, "atAGlance");
        requireNonNull(whatItOffers, "whatItOffers");
        requireNonNull(furtherInformation, "furtherInformation");
    }

    /** The two fields that every language variant needs; the others are not given. */
    public static ResourceText of(String title, String atAGlance) {
        return EMPTY.withTitle(title).withAtAGlance(atAGlance);
    }

    @Override
    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** The same text with another title. */
    public ResourceText withTitle(String title) {
        return new ResourceText(title, atAGlance, whatItOffers, furtherInformation);
    }

    /** The same text with another short description. */
    public ResourceText withAtAGlance(String atAGlance) {
        return new ResourceText(title, atAGlance, whatItOffers, furtherInformation);
    }

    /** The same text with another account of what it offers. */
    public ResourceText withWhatItOffers(String whatItOffers) {
        return new ResourceText(title, atAGlance, whatItOffers, furtherInformation);
    }

    /** The same text with another further information. */
    public ResourceText withFurtherInformation(String furtherInformation) {
        return new ResourceText(title, atAGlance, whatItOffers, furtherInformation);
    }
}
