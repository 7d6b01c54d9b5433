package org.migrationhub.core.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What kind of thing a resource of the library is. The list is open: an installation may use further codes of the same
 * form and name them in its own label files.
 *
 * @param code {@code resource-type-} and words of a to z and 0 to 9 joined by hyphens, at most 64 characters in all
 */
public record ResourceType(String code) implements Term, Comparable<ResourceType> {

    private static final Pattern FORM = Pattern.compile("(?=.{1,64}\\z)resource-type(-[a-z0-9]+)+");

    /** Guidance: how something should be done. */
    public static final ResourceType GUIDANCE = new ResourceType("resource-type-guidance");

    /** A tool to work with. */
    public static final ResourceType TOOL = new ResourceType("resource-type-tool");

    /** A publication, such as a report or a book. */
    public static final ResourceType PUBLICATION = new ResourceType("resource-type-publication");

    /** A policy brief. */
    public static final ResourceType POLICY_BRIEF = new ResourceType("resource-type-policy-brief");

    /** A course or training material. */
    public static final ResourceType TRAINING = new ResourceType("resource-type-training");

    /** A video. */
    public static final ResourceType VIDEO = new ResourceType("resource-type-video");

    /** A podcast. */
    public static final ResourceType PODCAST = new ResourceType("resource-type-podcast");

    private static final List<ResourceType> KNOWN =
            List.of(GUIDANCE, TOOL, PUBLICATION, POLICY_BRIEF, TRAINING, VIDEO, PODCAST);

    /** Refuses a code that is not of the form. */
    public ResourceType {
        if (!isWellFormed(code)) {
            throw new IllegalArgumentException("No code of a type of resource: " + code);
        }
    }

    /** The types that the Hub itself has, in the order to offer them. */
    public static List<ResourceType> known() {
        return KNOWN;
    }

    /** The type with this code, also when it is not one of the {@link #known()} ones; empty if it is not of the form. */
    public static Optional<ResourceType> find(String code) {
        return isWellFormed(code) ? Optional.of(new ResourceType(code)) : Optional.empty();
    }

    /** By code. */
    @Override
    public int compareTo(ResourceType other) {
        return code.compareTo(other.code);
    }

    private static boolean isWellFormed(String code) {
        return FORM.matcher(code).matches();
    }
}
