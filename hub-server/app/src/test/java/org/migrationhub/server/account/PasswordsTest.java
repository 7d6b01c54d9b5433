package org.migrationhub.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.error.Violation;

class PasswordsTest {

    private static final EmailAddress ANA =
            EmailAddress.find("ana.sample@example.org").orElseThrow();

    private static final Place SOMEBODY = Place.ofAccount("somebody");

    private final Passwords passwords = new Passwords();

    @Test
    void aPasswordMatchesWhatWasKeptOfItAndNoOtherDoes() {
        String kept = passwords.hash("gulls over the harbour", SOMEBODY);
        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("gulls over the harbour", SOMEBODY)).isNotEqualTo(kept);
        assertThat(passwords.matches("gulls over the harbour", kept, SOMEBODY)).isTrue();
        assertThat(passwords.matches("gulls over the Harbour", kept, SOMEBODY)).isFalse();
        assertThat(passwords.matches("gulls over the harbour", null, SOMEBODY)).isFalse();
    }

    @Test
    void whatAnotherImplementationMadeIsUnderstood() {
        // By the reference implementation of Argon2: echo -n password | argon2 somesalt -id -t 2 -k 256 -p 1
        assertThat(passwords.matches(
                        "password",
                        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                        SOMEBODY))
                .isTrue();
    }

    @Test
    void theSamePasswordFromTwoKeyboardsIsTheSame() {
        String kept = passwords.hash("caf\u00e9 au port de nuit", SOMEBODY);
        assertThat(passwords.matches("cafe\u0301 au port de nuit", kept, SOMEBODY))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gulls over the harbour",
                "            x y z w v",
                "пароль для маяка",
                "密码密码一二三四五六七八九十",
                "🙂🙃🙂🙃😀😁😂😃😄😅😆😇"
            })
    void anyScriptWillDo(String password) {
        assertThat(violations(password)).isEmpty();
    }

    @Test
    void onlySoManyWaitForOthersAndWhoeverComesAfterIsRefusedAtOnce() {
        String kept = passwords.hash("gulls over the harbour", SOMEBODY);
        List<Place> first = places("first", 4);
        first.forEach(passwords::begin);
        List<CompletableFuture<Boolean>> waiting = Stream.concat(places("then", 12).stream(), known(4).stream())
                .map(place -> CompletableFuture.supplyAsync(
                        () -> passwords.matches("gulls over the harbour", kept, place),
                        work -> new Thread(work).start()))
                .toList();
        while (passwords.waiting() < 16) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(() -> passwords.matches("gulls over the harbour", kept, SOMEBODY))
                .isInstanceOf(Passwords.BusyException.class);

        first.forEach(passwords::end);
        assertThat(waiting).allMatch(CompletableFuture::join);
        assertThat(passwords.matches("gulls over the harbour", kept, SOMEBODY)).isTrue();
    }

    @Test
    void strangersLeavePlacesForThoseWhoWereHereBefore() {
        Places places = new Places(20, 16);
        assertThat(places("stranger", 40).stream().filter(places::take)).hasSize(16);
        assertThat(known(40).stream().filter(places::take)).hasSize(4);
        places.leave(Place.ofAccount("known 0"));
        assertThat(places.take(Place.ofStranger("one more"))).isFalse();
        assertThat(places.take(SOMEBODY)).isTrue();
    }

    @Test
    void noRegionTakesAllPlacesOfStrangersAndNoAccountThoseOfTheKnown() {
        Places places = new Places(20, 16);
        assertThat(IntStream.range(0, 16).filter(one -> places.take(Place.ofStranger("region"))))
                .hasSize(10);
        assertThat(IntStream.range(0, 16).filter(one -> places.take(SOMEBODY))).hasSize(2);
        assertThat(places.take(Place.ofStranger("another region"))).isTrue();
        places.leave(SOMEBODY);
        assertThat(places.take(SOMEBODY)).isTrue();
    }

    private static List<Place> places(String region, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Place.ofStranger(region + " " + number))
                .toList();
    }

    private static List<Place> known(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Place.ofAccount("known " + number))
                .toList();
    }

    @Test
    void lengthIsCountedInCharactersAndHasBounds() {
        assertThat(violations("🙂🙃😀😁😂😃😄😅😆😇😈")).containsExactly("password.too-short"); // 11 of 22 chars
        assertThat(violations("abcdefgh ".repeat(15).substring(0, 128))).isEmpty();
        assertThat(violations("abcdefgh ".repeat(15).substring(0, 129))).containsExactly("password.too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1234",
                "MigrationHub",
                "aaaaaaaaaaaa",
                "121212121212",
                "ana.sample123",
                "ana.sample@example.org",
                "my ana.sample@example.org"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThat(violations(password)).contains("password.obvious");
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThat(violations("gulls\u0000over the harbour")).containsExactly("password.characters");
        assertThat(violations("gulls over \ud800 the harbour")).containsExactly("password.characters");
    }

    private static List<String> violations(String password) {
        return PasswordRules.violations("/password", password, ANA).stream()
                .map(Violation::code)
                .toList();
    }
}
