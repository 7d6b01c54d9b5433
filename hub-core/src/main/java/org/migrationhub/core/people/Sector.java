package org.migrationhub.core.people;

/**
 * On which side of the review rule a person stands: the rule asks for at least one reviewer from the UN and one from
 * outside it. Three-valued, since a person whose side isn't known, or who stands on both, may fill no seat.
 */
public enum Sector {
    /** An entity of the United Nations system. */
    UN("un"),
    /** Anybody else: a State, a city, civil society, academia, the private sector. */
    NON_UN("non-un"),
    /** Not known, or on both sides at once. */
    UNDETERMINED("undetermined");

    private final String code;

    Sector(String code) {
        this.code = code;
    }

    /** The stable code, as it stands in the journal and on the API. */
    public String code() {
        return code;
    }
}
