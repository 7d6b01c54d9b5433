package org.migrationhub.core.content;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.Principle;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;
import org.migrationhub.core.vocabulary.Sdg;

/**
 * Every value that differs from a given one in a single place, found by reflection: a component that somebody adds to a
 * record tomorrow is changed too.
 */
final class SingleChanges {

    /** What can be put into a set of values that can't be changed themselves. */
    private static final List<Object> SPARE = List.of(
            Objective.REMITTANCES,
            Principle.WHOLE_OF_SOCIETY,
            Sdg.goal(1),
            Country.of("FRA"),
            Region.of("019"),
            RegionalCommission.ECLAC,
            new PersonId("somebody-else"));

    private SingleChanges() {}

    static <T extends Record> List<T> of(T value) {
        List<T> changed = new ArrayList<>();
        RecordComponent[] components = value.getClass().getRecordComponents();
        for (int at = 0; at < components.length; at++) {
            Object[] parts = parts(value);
            for (Object other : ofAny(parts[at], components[at])) {
                Object[] replaced = parts.clone();
                replaced[at] = other;
                changed.add(construct(value, replaced));
            }
        }
        return changed;
    }

    /** Names of components, at any depth, in which nothing is given. */
    static List<String> gaps(Record value) {
        return Arrays.stream(value.getClass().getRecordComponents())
                .flatMap(component -> gaps(component.getName(), part(value, component)))
                .toList();
    }

    private static Stream<String> gaps(String name, @Nullable Object value) {
        if (value == null || value.equals("") || value.equals(false) || value.equals(List.of())) {
            return Stream.of(name);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(element -> gaps(name, element));
        }
        if (value instanceof Collection<?> collection) {
            return collection.size() < 2
                    ? Stream.of(name)
                    : gaps(name, collection.iterator().next());
        }
        return value instanceof Record record ? gaps(record).stream().map(gap -> name + "." + gap) : Stream.empty();
    }

    private static List<Object> ofAny(@Nullable Object value, RecordComponent component) {
        if (value == null) {
            return List.of();
        }
        List<Object> others = new ArrayList<>(ofPresent(value));
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            others.add(null);
        }
        return others;
    }

    private static List<?> ofPresent(Object value) {
        if (value instanceof String text) {
            return List.of(text + "x");
        } else if (value instanceof Integer number) {
            return List.of(number + 1);
        } else if (value instanceof Long number) {
            return List.of(number + 1);
        } else if (value instanceof Boolean flag) {
            return List.of(!flag);
        } else if (value instanceof Language) {
            return List.of(new Language("pt"));
        } else if (value instanceof Sha256) {
            return List.of(Sha256.of(new byte[] {42}));
        } else if (value instanceof SortedMap<?, ?> map) {
            return ofMap(map);
        } else if (value instanceof SortedSet<?> set) {
            return ofSet(set);
        } else if (value instanceof List<?> list) {
            return ofList(list);
        } else if (value instanceof Record record) {
            return of(record);
        }
        throw new IllegalArgumentException("no way known to change " + value);
    }

    private static List<Object> ofMap(SortedMap<?, ?> map) {
        List<Object> changed = new ArrayList<>();
        map.forEach((key, value) -> {
            changed.add(mapWith(map, copy -> copy.remove(key)));
            changed.add(mapWith(map, copy -> copy.put(new Language("pt"), copy.remove(key))));
            ofPresent(value).forEach(other -> changed.add(mapWith(map, copy -> copy.put(key, other))));
        });
        return changed;
    }

    private static List<Object> ofSet(SortedSet<?> set) {
        List<Object> changed = new ArrayList<>();
        set.forEach(element -> changed.add(setWith(set, copy -> copy.remove(element))));
        SPARE.stream()
                .filter(sameTypeAs(set.first()))
                .forEach(element -> changed.add(setWith(set, copy -> copy.add(element))));
        return changed;
    }

    private static List<Object> ofList(List<?> list) {
        List<Object> changed = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            int index = at;
            changed.add(listWith(list, copy -> copy.remove(index)));
            changed.add(listWith(list, copy -> copy.add(index, copy.get(index))));
            changed.add(listWith(list, copy -> copy.add(copy.remove(index))));
            ofPresent(list.get(at)).forEach(other -> changed.add(listWith(list, copy -> copy.set(index, other))));
        }
        changed.removeIf(list::equals);
        return changed;
    }

    private static Predicate<Object> sameTypeAs(Object element) {
        return spare -> spare.getClass().equals(element.getClass());
    }

    private static Object mapWith(SortedMap<?, ?> map, Consumer<SortedMap<Object, Object>> change) {
        SortedMap<Object, Object> copy = new TreeMap<>((Map<?, ?>) map);
        change.accept(copy);
        return copy;
    }

    private static Object setWith(SortedSet<?> set, Consumer<SortedSet<Object>> change) {
        SortedSet<Object> copy = new TreeSet<>((Collection<?>) set);
        change.accept(copy);
        return copy;
    }

    private static Object listWith(List<?> list, Consumer<List<Object>> change) {
        List<Object> copy = new ArrayList<>(list);
        change.accept(copy);
        return copy;
    }

    private static Object[] parts(Record value) {
        return Arrays.stream(value.getClass().getRecordComponents())
                .map(component -> part(value, component))
                .toArray();
    }

    private static @Nullable Object part(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked") // the class is that of the value
    private static <T extends Record> T construct(T value, Object[] parts) {
        Class<?>[] types = Arrays.stream(value.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return (T) value.getClass().getDeclaredConstructor(types).newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
