package org.migrationhub.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.OidcProvider;
import org.migrationhub.server.message.MessageSettings;
import org.migrationhub.server.site.page.Imprint;

/** Reads settings, and notes everything that can't be right. Not thread-safe. */
final class SettingsReader {

    private static final Pattern IN_TABLE = Pattern.compile("(token|organisation|oidc)\\.([a-z0-9-]+)\\.([a-z]+)");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,512}=*");
    private static final String HOST = "127.0.0.1";
    private static final String ROLES = "contributor, reviewer, moderator, editor, secretariat, administrator";
    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug");

    private final Flags flags;
    private final Given given;
    private final List<String> reasons;
    private final Set<String> secrets = new HashSet<>();

    /**
     * A reader.
     *
     * @param flags the command line
     * @param given every setting
     * @param reasons takes what is wrong with them
     */
    SettingsReader(Flags flags, Given given, List<String> reasons) {
        this.flags = flags;
        this.given = given;
        this.reasons = reasons;
    }

    /**
     * The settings.
     *
     * @param place the server's own directory, and its file
     * @throws StartRefusedException with everything that is wrong
     */
    Settings read(Place place) {
        Map<String, String> plain = new TreeMap<>();
        Map<String, Map<String, Map<String, String>>> tables = new TreeMap<>();
        given.values().forEach((key, value) -> {
            Matcher inTable = IN_TABLE.matcher(key);
            if (inTable.matches()) {
                tables.computeIfAbsent(inTable.group(1), table -> new TreeMap<>())
                        .computeIfAbsent(inTable.group(2), row -> new TreeMap<>())
                        .put(inTable.group(3), value);
            } else {
                plain.put(key, value);
            }
        });
        List<DeclaredOrganisation> organisations = new ArrayList<>();
        rows(tables, "organisation")
                .forEach((key, fields) -> organisation(key, fields).ifPresent(organisations::add));
        Set<String> known = rows(tables, "organisation").keySet();
        List<DeclaredUser> users = new ArrayList<>();
        rows(tables, "token").forEach((key, fields) -> users.add(user(key, fields, known)));
        List<OidcProvider> providers = new ArrayList<>();
        rows(tables, "oidc")
                .forEach((key, fields) -> new OidcReader(key, section("oidc." + key + ".", fields))
                        .read()
                        .ifPresent(providers::add));
        Settings settings = settings(place, section("", plain), organisations, users, providers);
        requireUsers(rows(tables, "token").isEmpty() && settings.accounts().administrator() == null, place);
        StartRefusedException.throwIfAny(reasons);
        return settings;
    }

    private static Map<String, Map<String, String>> rows(
            Map<String, Map<String, Map<String, String>>> tables, String table) {
        return tables.getOrDefault(table, Map.of());
    }

    private Settings settings(
            Place place,
            Section section,
            List<DeclaredOrganisation> organisations,
            List<DeclaredUser> users,
            List<OidcProvider> providers) {
        String host = section.optional("host");
        int port = section.number("port", 8080, 0, 65_535);
        String level = section.optional("log.level");
        if (!level.isEmpty() && !LEVELS.contains(level)) {
            section.refuse(
                    "log.level", "there is no level \"" + level + "\"; give one of " + String.join(", ", LEVELS));
        }
        ReviewPolicy policy = policy(section);
        Kept kept = new KeptReader(section, flags.inMemory, flags.command == null, reasons).read(place);
        String listens = host.isEmpty() ? HOST : host;
        AccountSettings accounts = new AccountReader(section).read(listens, flags.demo, providers);
        Operating operating = new OperatingReader(section).read(given.values(), accounts.isOfThisMachine(listens));
        MessageSettings messages = new MessageSettingsReader(section).read(accounts.site(), listens, port, flags.demo);
        Imprint imprint = new ImprintReader(section).read();
        section.end();
        return new Settings(
                listens,
                port,
                flags.demo,
                level.isEmpty() ? "info" : level,
                policy,
                accounts,
                kept,
                messages,
                imprint,
                organisations,
                users,
                operating);
    }

    private Section section(String prefix, Map<String, String> fields) {
        return new Section(prefix, fields, given::name, reasons);
    }

    private static ReviewPolicy policy(Section section) {
        String id = section.optional("policy");
        for (ReviewPolicy preset : List.of(ReviewPolicy.GCM_2022, ReviewPolicy.GCM_2020)) {
            if (preset.ref().id().equals(id)) {
                return preset;
            }
        }
        if (!id.isEmpty()) {
            section.refuse("policy", "there is no policy \"" + id + "\"; give gcm-2022 or gcm-2020");
        }
        return ReviewPolicy.GCM_2022;
    }

    private Optional<DeclaredOrganisation> organisation(String key, Map<String, String> fields) {
        Section section = section("organisation." + key + ".", fields);
        String name = section.required("name", "its name");
        Sector sector = section.code("sector", SettingsReader::sector, "un, non-un or undetermined");
        List<String> aliases = Section.parts(section.optional("aliases"), "|");
        section.end();
        return Optional.ofNullable(sector).map(known -> new DeclaredOrganisation(key, name, known, aliases));
    }

    private DeclaredUser user(String key, Map<String, String> fields, Set<String> organisations) {
        Section section = section("token." + key + ".", fields);
        String secret = section.required("secret", "the token, such as the output of: openssl rand -base64 32");
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(section.codes(
                "roles", section.required("roles", "one or more of " + ROLES), SettingsReader::role, ROLES));
        String name = section.required("name", "the person's full name");
        String email = section.optional("email");
        String organisation = section.optional("organisation");
        List<Language> languages = section.codes(
                "languages", section.optional("languages"), Language::find, "tags of languages such as en, fr");
        section.end();
        checkSecret(section, secret);
        checkOrganisation(section, organisation, organisations);
        checkRoster(section, roles, languages);
        return new DeclaredUser(key, secret, roles, name, email, none(organisation), languages);
    }

    private void checkSecret(Section section, String secret) {
        if (secret.isEmpty()) {
            return;
        }
        if (!TOKEN.matcher(secret).matches()) {
            section.refuse("secret", "a token has only letters, digits and . _ ~ + / - and = at its end; make another");
        } else if (!flags.demo && Tokens.couldBeGuessed(secret)) {
            section.refuse(
                    "secret",
                    "it has %d characters, %d of them different, and could be guessed; make one of %d or more with: openssl rand -base64 32"
                            .formatted(
                                    secret.length(), secret.chars().distinct().count(), Tokens.SHORTEST));
        }
        if (!secrets.add(secret)) {
            section.refuse("secret", "another user has the same; make another");
        }
    }

    private static void checkOrganisation(Section section, String organisation, Set<String> organisations) {
        if (!organisation.isEmpty() && !organisations.contains(organisation)) {
            section.refuse(
                    "organisation",
                    "there is no organisation.%1$s; add organisation.%1$s.name and .sector".formatted(organisation));
        }
    }

    private static void checkRoster(Section section, Set<Role> roles, List<Language> languages) {
        if (languages.isEmpty() == roles.contains(Role.REVIEWER)) {
            section.refuse("languages", "a reviewer has them, nobody else does; add or remove them");
        }
    }

    private void requireUsers(boolean none, Place place) {
        if (none && !flags.demo && flags.command == null && reasons.isEmpty()) {
            reasons.add("admin.email, token.*: there is none, so nobody could do anything; name an administrator in "
                    + place.file() + " (see the README), name another directory with --data, or start with --demo.");
        }
    }

    private static Optional<Sector> sector(String code) {
        return Arrays.stream(Sector.values())
                .filter(sector -> sector.code().equals(code))
                .findFirst();
    }

    private static Optional<Role> role(String code) {
        return Role.find(code).filter(role -> role != Role.VISITOR);
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }
}
