package org.migrationhub.server.site.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** What the Hub knows of whoever looks, and the way to what they can do about it. Stateless and thread-safe. */
final class OwnPages {

    private static final String PROFILE = "/account/profile";

    private OwnPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(Own.HOME, OwnPages::show).personal(),
                Route.post("/account/language", OwnPages::setLanguage).personal(),
                Route.of(PROFILE, OwnPages::showProfile).personal(),
                Route.post(PROFILE, OwnPages::setProfile).personal());
    }

    private static Answer show(Visit visit) {
        Own own = new Own(visit);
        Person person = own.record().value();
        OwnView view = new OwnView(facts(own, person), languages(own), entries(visit.voice(), person));
        return visit.own("account/own", own.frame("account.title"), view);
    }

    private static List<OwnView.Fact> facts(Own own, Person person) {
        Voice voice = own.visit().voice();
        List<OwnView.Fact> facts = new ArrayList<>();
        facts.add(fact(
                voice, "register.name", List.of(Said.unknown(person.profile().name()))));
        facts.add(fact(
                voice, "login.email", List.of(Said.unknown(own.account().email().text()))));
        List<Said> organisations = organisations(own, person);
        facts.add(fact(
                voice,
                "account.organisations",
                organisations.isEmpty() ? List.of(voice.plain("account.organisations.none")) : organisations));
        facts.add(fact(
                voice,
                "account.roles",
                own.visit().ask().actor().roles().stream()
                        .filter(role -> role != Role.VISITOR)
                        .map(role -> new Said(voice.terms().role(role), null, null))
                        .toList()));
        return facts;
    }

    private static OwnView.Fact fact(Voice voice, String key, List<Said> values) {
        return new OwnView.Fact(voice.say(key), values);
    }

    private static List<Said> organisations(Own own, Person person) {
        Instant now = own.visit().ask().now();
        return person.affiliations().history().stream()
                .filter(affiliation -> affiliation.holdsAt(now))
                .map(affiliation -> organisation(own, affiliation))
                .toList();
    }

    private static Said organisation(Own own, Affiliation affiliation) {
        String name = own.visit()
                .ask()
                .people()
                .organisation(affiliation.organisation())
                .value()
                .name();
        Voice voice = own.visit().voice();
        return voice.plain(
                "account.affiliation",
                "\u2068" + name + "\u2069",
                voice.terms().sector(affiliation.sector()),
                own.day(affiliation.from()));
    }

    private static List<OwnView.Choice> languages(Own own) {
        Language present = own.account().language();
        Voice voice = own.visit().voice();
        Language chosen = Language.official().contains(present) ? present : voice.language();
        return Language.official().stream()
                .map(language -> new OwnView.Choice(language.tag(), voice.ownName(language), language.equals(chosen)))
                .toList();
    }

    private static List<OwnView.Entry> entries(Voice voice, Person person) {
        List<OwnView.Entry> entries = new ArrayList<>();
        entries.add(entry(voice, PROFILE, "account.profile."));
        if (person.roster() != null) {
            entries.add(entry(voice, RosterPages.PATH, "account.roster."));
        }
        entries.add(entry(voice, CredentialPages.PASSWORD, "account.password."));
        entries.add(entry(voice, CredentialPages.ADDRESS, "account.address."));
        entries.add(entry(voice, SessionPages.PATH, "account.sessions."));
        entries.add(entry(voice, TokenPages.PATH, "account.tokens."));
        entries.add(entry(voice, DataPages.PATH, "account.data."));
        return entries;
    }

    private static OwnView.Entry entry(Voice voice, String path, String key) {
        return new OwnView.Entry(path, voice.say(key + "title"), voice.say(key + "text"));
    }

    private static Answer setLanguage(Visit visit) {
        Own own = new Own(visit);
        Optional<Language> language =
                Language.find(visit.typed().text("language")).filter(Language.official()::contains);
        language.ifPresent(one -> own.accounts().credentials().setLanguage(own.account(), one));
        return visit.leadTo(Own.HOME, language.isPresent() ? "account-language" : "account-nothing");
    }

    private static Answer showProfile(Visit visit) {
        return new Own(visit).opened(new ProfileForm(visit));
    }

    private static Answer setProfile(Visit visit) {
        return new Own(visit).changed(new ProfileForm(visit), visit.typed());
    }

    /** What they are called. The address is changed on another page, by a letter. */
    private record ProfileForm(Visit visit) implements Own.Form {

        @Override
        public Typed filled(Person person) {
            return Typed.of(Map.of("name", List.of(person.profile().name())));
        }

        @Override
        public Answer saved(long version, Typed typed) {
            Person person = new Own(visit).record().value();
            Profile changed = new Profile(typed.text("name"), person.profile().email());
            visit.ask().correct(person.id(), changed, version);
            return visit.leadTo(Own.HOME, "account-profile");
        }

        @Override
        public Typed.Meanwhile told(String field, Map<String, List<String>> values) {
            String there = String.join("", values.getOrDefault(field, List.of()));
            return new Typed.Meanwhile(field, visit.voice().plain("register.name"), Said.unknown(there));
        }

        @Override
        public Answer shown(int status, Seen seen, Typed typed) {
            Voice voice = visit.voice();
            Asking asking = new Asking(
                    typed,
                    PROFILE,
                    Map.of("version", seen.version(), "seen", seen.fields()),
                    voice.say("account.profile.note"),
                    List.of(Errand.Input.NAME.view(voice)),
                    voice.say("account.save"),
                    "");
            return visit.own(status, "account/asking", new Own(visit).frame("account.profile.title"), asking);
        }
    }
}
