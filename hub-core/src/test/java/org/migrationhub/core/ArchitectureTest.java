package org.migrationhub.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.review.PanelVerdict;
import org.migrationhub.core.review.Publication;
import org.migrationhub.core.review.ReviewPolicy;

/**
 * What the architecture page promises of hub-core, held for every class of it. Rules are lists of what is allowed. Each
 * is tried on a class that breaks it, under {@code org.migrationhub.core.bad} or in {@code Forger}: a rule that can't
 * fail holds nothing.
 */
class ArchitectureTest {

    private static final String ROOT = "org.migrationhub.core";
    private static final String BAD = ROOT + ".bad";

    /** Each package may use only those before it. */
    private static final List<String> ORDER = List.of(
            "error",
            "vocabulary",
            "content",
            "people",
            "review",
            "access",
            "journal",
            "storage",
            "archive",
            "search",
            "notice",
            "");

    /** The packages that do no I/O and read no clock. */
    private static final List<String> DOMAIN = ORDER.subList(0, ORDER.indexOf("storage"));

    /** What the domain uses of the JDK: values, collections, time that is handed in, text, digests. */
    private static final Set<String> JDK = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.nio",
            "java.nio.charset",
            "java.security",
            "java.text",
            "java.time",
            "java.time.format",
            "java.time.temporal",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    /** Values that only happen to live in a package of I/O. */
    private static final Set<String> PURE = Set.of(
            "java.io.Serializable",
            "java.io.UncheckedIOException",
            "java.net.IDN",
            "java.net.URI",
            "java.net.URISyntaxException");

    /** Who may use more of the JDK, and why. */
    private static final Map<String, Set<String>> EXCEPTIONS = Map.of(
            // The vocabulary is data: class-path resources, and files by which an installation overrides labels.
            "vocabulary.DataFile", Set.of("java.io"),
            "vocabulary.LabelFiles", Set.of("java.io", "java.nio.file"),
            "vocabulary.Labels", Set.of("java.nio.file"),
            // An exported journal is read from a stream that the caller opened.
            "journal.JournalLines", Set.of("java.io"),
            "journal.JournalVerifier", Set.of("java.io"),
            // A program of its own, for whoever has a journal and no hub.
            "journal.VerifyJournal", Set.of("java.io", "java.nio.file"));

    /** What of the allowed packages reads a clock, rolls dice, or asks the platform; by class, "*" for all of it. */
    private static final Map<String, Set<String>> IMPURE = Map.ofEntries(
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.lang.ProcessBuilder", Set.of("*")),
            Map.entry("java.lang.Runtime", Set.of("*")),
            Map.entry(
                    "java.lang.System",
                    Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "exit", "in", "out", "err")),
            Map.entry("java.lang.Thread", Set.of("*")),
            Map.entry("java.nio.charset.Charset", Set.of("defaultCharset")),
            Map.entry("java.security.SecureRandom", Set.of("*")),
            Map.entry(
                    "java.time.Clock",
                    Set.of(
                            "systemUTC",
                            "systemDefaultZone",
                            "system",
                            "tick",
                            "tickMillis",
                            "tickSeconds",
                            "tickMinutes")),
            Map.entry("java.time.Instant", Set.of("now")),
            Map.entry("java.time.InstantSource", Set.of("system")),
            Map.entry("java.time.LocalDate", Set.of("now")),
            Map.entry("java.time.LocalDateTime", Set.of("now")),
            Map.entry("java.time.LocalTime", Set.of("now")),
            Map.entry("java.time.OffsetDateTime", Set.of("now")),
            Map.entry("java.time.Year", Set.of("now")),
            Map.entry("java.time.YearMonth", Set.of("now")),
            Map.entry("java.time.ZonedDateTime", Set.of("now")),
            Map.entry("java.time.ZoneId", Set.of("systemDefault")),
            Map.entry("java.util.Calendar", Set.of("*")),
            Map.entry("java.util.Collections", Set.of("shuffle")),
            Map.entry("java.util.Date", Set.of("*")),
            Map.entry("java.util.Locale", Set.of("getDefault")),
            Map.entry("java.util.Random", Set.of("*")),
            Map.entry("java.util.SplittableRandom", Set.of("*")),
            Map.entry("java.util.TimeZone", Set.of("*")),
            Map.entry("java.util.Timer", Set.of("*")),
            Map.entry("java.util.UUID", Set.of("randomUUID")));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .importUrl(ReviewPolicy.class.getProtectionDomain().getCodeSource().getLocation());
    private static final JavaClasses BAD_ONES = new ClassFileImporter().importPackages(BAD);
    private static final JavaClasses FORGERS = new ClassFileImporter().importPackages(ROOT + ".review");

    @Test
    void everyPackageUsesOnlyThoseBeforeIt() {
        packageOrder(ROOT).check(MAIN);
        assertBroken(packageOrder(BAD), BAD_ONES, "bad.vocabulary.UsesContent");
    }

    @Test
    void everyClassIsInAKnownPackage() {
        knownPackages(ROOT).check(MAIN);
        assertBroken(knownPackages(BAD), BAD_ONES, "bad.stray.Stray");
    }

    @Test
    void thereAreNoCyclesBetweenPackages() {
        noCycles(ROOT).check(MAIN);
        assertBroken(noCycles(BAD), BAD_ONES, "bad.one.First");
    }

    @Test
    void theCoreOwesNothingToAnyone() {
        fewDependencies().check(MAIN);
        assertBroken(fewDependencies(), BAD_ONES, "bad.content.UsesALibrary");
    }

    @Test
    void theDomainDoesNoInputOrOutput() {
        noInputOrOutput(ROOT).check(MAIN);
        assertBroken(noInputOrOutput(BAD), BAD_ONES, "bad.content.ReadsAFile");
    }

    @Test
    void everyExceptionIsStillNeeded() {
        for (String name : EXCEPTIONS.keySet()) {
            JavaClass exception = MAIN.get(ROOT + "." + name);
            assertThat(exception.getDirectDependenciesFromSelf())
                    .as(name)
                    .anyMatch(dependency -> EXCEPTIONS
                            .get(name)
                            .contains(dependency.getTargetClass().getPackageName()));
        }
    }

    @Test
    void theDomainReadsNoClockAndRollsNoDice() {
        noClock(ROOT).check(MAIN);
        assertBroken(noClock(BAD), BAD_ONES, "bad.content.ReadsTheClock");
        assertBroken(noClock(BAD), BAD_ONES, "bad.content.RollsDice");
        assertBroken(noClock(BAD), BAD_ONES, "bad.content.Prints");
        assertBroken(noClock(BAD), BAD_ONES, "bad.content.PassesTheClockOn");
    }

    @Test
    void onlyAReviewPolicyMakesAVerdict() {
        madeOnlyBy(PanelVerdict.class.getName(), "ReviewPolicy").check(MAIN);
        assertBroken(madeOnlyBy(PanelVerdict.class.getName(), "ReviewPolicy"), FORGERS, "review.Forger");
    }

    @Test
    void onlyTheFoldMakesAPublication() {
        madeOnlyBy(Publication.class.getName(), "Fold").check(MAIN);
        assertBroken(madeOnlyBy(Publication.class.getName(), "Fold"), FORGERS, "review.Forger");
    }

    @Test
    void noPolicyOfTheHubOverridesAnother() {
        noSubclassOfReviewPolicy().check(MAIN);
        assertBroken(noSubclassOfReviewPolicy(), FORGERS, "review.Forger$YesMan");
    }

    @Test
    void theGuardedConstructorsAreHidden() {
        hiddenConstructors().check(MAIN);
        assertThat(hiddenConstructors().evaluate(MAIN).hasViolation()).isFalse();
    }

    @Test
    void namesSayTheDifference() {
        noEmptyNames().check(MAIN);
        assertBroken(noEmptyNames(), BAD_ONES, "bad.content.TextHelper");
    }

    private static ArchRule packageOrder(String root) {
        List<ArchRule> rules = new ArrayList<>();
        for (int place = 0; place < ORDER.size(); place++) {
            Set<String> allowed = Set.copyOf(names(root, ORDER.subList(0, place + 1)));
            rules.add(classes()
                    .that(areIn(Set.of(name(root, ORDER.get(place)))))
                    .should()
                    .onlyDependOnClassesThat(describe(
                            "are in " + allowed,
                            used -> !isUnder(root, used) || allowed.contains(used.getPackageName())))
                    .allowEmptyShould(true));
        }
        return all(rules);
    }

    private static ArchRule knownPackages(String root) {
        return classes().should().resideInAnyPackage(names(root, ORDER).toArray(String[]::new));
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule fewDependencies() {
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.crypto..", "org.slf4j..", "org.jspecify.annotations", ROOT + "..");
    }

    private static ArchRule noInputOrOutput(String root) {
        return classes().that(areIn(Set.copyOf(names(root, DOMAIN)))).should(new ArchCondition<>("stay pure") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !isPure(user, dependency.getTargetClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(user, dependency.getDescription())));
            }
        });
    }

    private static ArchRule noClock(String root) {
        return noClasses()
                .that(areIn(Set.copyOf(names(root, DOMAIN))))
                .and(describe("are no programs", user -> !user.getSimpleName().equals("VerifyJournal")))
                .should(new ArchCondition<>("read a clock, roll dice or ask the platform") {
                    @Override
                    public void check(JavaClass user, ConditionEvents events) {
                        user.getAccessesFromSelf().forEach(access -> report(access.getTarget(), access, user, events));
                        user.getMethodReferencesFromSelf()
                                .forEach(access -> report(access.getTarget(), access, user, events));
                    }
                });
    }

    private static void report(AccessTarget target, JavaAccess<?> access, JavaClass user, ConditionEvents events) {
        Set<String> impure = IMPURE.getOrDefault(target.getOwner().getName(), Set.of());
        boolean found = impure.contains("*") || impure.contains(target.getName());
        events.add(new SimpleConditionEvent(user, found, access.getDescription()));
    }

    private static ArchRule madeOnlyBy(String made, String maker) {
        return noClasses()
                .that(describe("are not " + maker, user -> !outermost(user).equals(ROOT + ".review." + maker)))
                .should()
                .callConstructorWhere(describe(
                        "makes " + made, call -> call.getTargetOwner().getName().equals(made)));
    }

    private static ArchRule noSubclassOfReviewPolicy() {
        return noClasses()
                .that(describe("are not ReviewPolicy itself", user -> !user.isEquivalentTo(ReviewPolicy.class)))
                .should()
                .beAssignableTo(ReviewPolicy.class);
    }

    private static ArchRule hiddenConstructors() {
        DescribedPredicate<JavaConstructor> guarded = describe(
                "make a verdict, a publication or a panel",
                constructor -> Set.of("PanelVerdict", "Publication", "Panel")
                        .contains(constructor.getOwner().getSimpleName()));
        return constructors().that(guarded).should().bePackagePrivate();
    }

    private static ArchRule noEmptyNames() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Processor");
    }

    private static boolean isPure(JavaClass user, JavaClass used) {
        JavaClass type = used.getBaseComponentType();
        String home = type.getPackageName();
        String name = outermost(user).substring(ROOT.length() + 1);
        return type.isPrimitive()
                || !home.startsWith("java")
                || JDK.contains(home)
                || PURE.contains(type.getName())
                || EXCEPTIONS.getOrDefault(name, Set.of()).contains(home);
    }

    private static String outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getName();
    }

    private static DescribedPredicate<JavaClass> areIn(Set<String> packages) {
        return describe("are in " + packages, type -> packages.contains(type.getPackageName()));
    }

    private static boolean isUnder(String root, JavaClass type) {
        String home = type.getBaseComponentType().getPackageName();
        return home.equals(root) || home.startsWith(root + ".");
    }

    private static List<String> names(String root, List<String> packages) {
        return packages.stream().map(name -> name(root, name)).toList();
    }

    private static String name(String root, String name) {
        return name.isEmpty() ? root : root + "." + name;
    }

    private static ArchRule all(List<ArchRule> rules) {
        CompositeArchRule all = CompositeArchRule.of(rules.get(0));
        for (ArchRule rule : rules.subList(1, rules.size())) {
            all = all.and(rule);
        }
        return all;
    }

    private static void assertBroken(ArchRule rule, JavaClasses classes, String culprit) {
        assertThat(rule.evaluate(classes).getFailureReport().getDetails())
                .as("%s", rule.getDescription())
                .anyMatch(detail -> detail.contains(ROOT + "." + culprit));
    }
}
