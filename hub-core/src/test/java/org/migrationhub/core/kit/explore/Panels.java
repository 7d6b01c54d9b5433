package org.migrationhub.core.kit.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The panels that are tried: right and wrong sizes, good and bad members, the same person twice. */
final class Panels {

    /** Up to this size every combination of people is tried at first; beyond, no more than one bad member at a time. */
    private static final int SMALL = 3;

    private final Setting setting;
    private final StateKey key;
    private final int size;
    private final int mostBad;
    private final List<List<Persona>> found = new ArrayList<>();

    private Panels(Setting setting, StateKey key, int size, int mostBad) {
        this.setting = setting;
        this.key = key;
        this.size = size;
        this.mostBad = mostBad;
    }

    /** Every panel that differs from the others in more than the order or in which of several like people sit on it. */
    static List<List<Persona>> all(Setting setting, State state) {
        int seats = setting.promise().reviewers();
        StateKey key = state.key();
        boolean anything = seats <= SMALL && state.submission().rounds().isEmpty();
        List<List<Persona>> all = new ArrayList<>();
        all.add(List.of());
        all.addAll(of(setting, key, seats, anything ? seats : 1));
        all.addAll(of(setting, key, seats + 1, 0));
        if (seats > 1) {
            all.addAll(of(setting, key, seats - 1, 0));
        }
        return all;
    }

    /** Any panel of ordinary reviewers. */
    static List<Persona> some(Setting setting) {
        return of(setting.cast().all(), setting, persona -> persona.part().isOrdinary());
    }

    /** A panel of fresh reviewers. */
    static List<Persona> fresh(Setting setting) {
        return of(setting.cast().all(), setting, persona -> persona.part().isFresh());
    }

    private static List<Persona> of(List<Persona> all, Setting setting, Predicate<Persona> wanted) {
        List<Persona> un = all.stream()
                .filter(wanted)
                .filter(persona -> persona.part().side() == Part.UN.side())
                .limit(setting.promise().minimumUn())
                .toList();
        List<Persona> panel = new ArrayList<>(un);
        all.stream()
                .filter(wanted)
                .filter(persona -> persona.part().side() == Part.NON_UN.side())
                .limit(setting.promise().reviewers() - un.size())
                .forEach(panel::add);
        return panel;
    }

    private static List<List<Persona>> of(Setting setting, StateKey key, int size, int mostBad) {
        Panels panels = new Panels(setting, key, size, mostBad);
        panels.extend(new ArrayList<>(), 0, 0);
        return panels.found;
    }

    private void extend(List<Persona> panel, int from, int bad) {
        if (panel.size() == size) {
            found.add(List.copyOf(panel));
            return;
        }
        for (Persona next : setting.cast().all().subList(from, setting.cast().size())) {
            int worse = bad + (next.part().isOrdinary() && !panel.contains(next) ? 0 : 1);
            if (!next.part().isFresh() && worse <= mostBad && !skipsALikePerson(panel, next)) {
                panel.add(next);
                extend(panel, next.index(), worse);
                panel.remove(panel.size() - 1);
            }
        }
    }

    /** Whether somebody alike, who comes first, doesn't sit on the panel: then that panel is as good as this one. */
    private boolean skipsALikePerson(List<Persona> panel, Persona next) {
        return setting.cast().all().subList(0, next.index()).stream()
                .anyMatch(earlier -> key.interchangeable(earlier, next) && !panel.contains(earlier));
    }
}
