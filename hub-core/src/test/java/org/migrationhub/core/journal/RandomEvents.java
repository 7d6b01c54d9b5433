package org.migrationhub.core.journal;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.OrganisationEvent;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.PersonEvent.RolesChanged;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.vocabulary.Language;

/**
 * Random events of every class that there is, made component by component from what the record declares: an event that is
 * added later is made as well, without a word here. Not thread-safe.
 */
final class RandomEvents {

    private static final List<String> TEXTS = List.of(
            "International Organization for Migration", "МОМ", "منظمة", "国际移民组织", "é", "\"\\ \n", "𝔘𝔫", "a/b", "x");
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::code).toList();
    private static final List<String> CODES =
            List.of("declared", "same-organisation", "named.in-item", "gcm-2022", "x1");
    private static final Map<Class<?>, Function<Random, Object>> LEAVES = Map.of(
            int.class, random -> random.nextInt(4) == 0 ? Integer.MAX_VALUE - random.nextInt(9) : 1 + random.nextInt(9),
            Integer.class, random -> 1 + random.nextInt(9),
            long.class, random -> random.nextLong() >>> (1 + random.nextInt(63)),
            boolean.class, Random::nextBoolean,
            Instant.class, random -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L),
            PersonId.class, random -> new PersonId("p" + random.nextInt(9)),
            OrganisationId.class, random -> new OrganisationId("O.-_" + random.nextInt(9)),
            Sha256.class, random -> SampleJournal.sha("" + random.nextLong()),
            ContentDigest.class, random -> SampleJournal.digest("" + random.nextLong()),
            Language.class, random -> Language.official().get(random.nextInt(6)));

    private final Random random;
    private final boolean isFull;

    private RandomEvents(Random random, boolean isFull) {
        this.random = random;
        this.isFull = isFull;
    }

    /** Of nullable components about half are null. */
    static RandomEvents seeded(long seed) {
        return new RandomEvents(new Random(seed), false);
    }

    /** No component is null. */
    static RandomEvents full(long seed) {
        return new RandomEvents(new Random(seed), true);
    }

    /** The classes of all events, found by asking the sealed interfaces. */
    static List<Class<?>> classes() {
        return Stream.concat(
                        Stream.of(SubmissionEvent.class, PersonEvent.class, OrganisationEvent.class)
                                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses())),
                        Stream.of(Checkpoint.class))
                .toList();
    }

    HubEvent event(Class<?> type) {
        return type == Checkpoint.class ? new Checkpoint(random.nextInt(1 << 20), heads()) : (HubEvent) record(type);
    }

    /** The chain into which the event belongs. */
    static ChainId chain(HubEvent event) {
        if (event instanceof OrganisationEvent.Recorded recorded) {
            return ChainId.of(recorded.organisation().id());
        }
        return event instanceof Checkpoint
                ? ChainId.CHECKPOINTS
                : new ChainId((event instanceof PersonEvent ? "person/" : "submission/") + "x");
    }

    private SortedMap<ChainId, ChainHead> heads() {
        SortedMap<ChainId, ChainHead> heads = new TreeMap<>();
        for (int size = random.nextInt(4); size > 0; size--) {
            ChainId chain = SampleJournal.person(size);
            heads.put(chain, new ChainHead(chain, 1 + random.nextInt(99), SampleJournal.sha("" + size)));
        }
        return heads;
    }

    /** Until the record accepts what was made up: some have rules of their own, such as until not before from. */
    private Object record(Class<?> type) {
        while (true) {
            try {
                Object[] values = Arrays.stream(type.getRecordComponents())
                        .map(component -> component(type, component))
                        .toArray();
                Class<?>[] types = Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
                return type.getDeclaredConstructor(types).newInstance(values);
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof IllegalArgumentException)) {
                    throw new IllegalStateException(e);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("No event of " + type, e);
            }
        }
    }

    private @Nullable Object component(Class<?> owner, RecordComponent component) {
        AnnotatedType annotated = component.getAnnotatedType();
        if (annotated.isAnnotationPresent(Nullable.class) && !isFull && random.nextBoolean()) {
            return null;
        }
        return value(owner, component.getGenericType());
    }

    private Object value(Class<?> owner, Type type) {
        if (type instanceof ParameterizedType of) {
            return collection(owner, of);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return pick(owner == Organisation.class ? TEXTS : owner == RolesChanged.class ? ROLES : CODES);
        }
        if (LEAVES.containsKey(plain)) {
            return LEAVES.get(plain).apply(random);
        }
        return plain.isEnum() ? pick(Arrays.asList(plain.getEnumConstants())) : record(plain);
    }

    private Object collection(Class<?> owner, ParameterizedType type) {
        if (type.getRawType() == SortedMap.class) {
            return map(owner, type);
        }
        List<Object> elements = IntStream.range(0, random.nextInt(5))
                .mapToObj(at -> value(owner, type.getActualTypeArguments()[0]))
                .toList();
        if (type.getRawType() == SortedSet.class) {
            return new TreeSet<>(elements);
        }
        if (type.getRawType() == List.class) {
            return elements;
        }
        throw new IllegalStateException("No random value of " + type);
    }

    private Object map(Class<?> owner, ParameterizedType type) {
        SortedMap<Object, Object> map = new TreeMap<>();
        for (int size = random.nextInt(5); size > 0; size--) {
            map.put(value(owner, type.getActualTypeArguments()[0]), value(owner, type.getActualTypeArguments()[1]));
        }
        return map;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
