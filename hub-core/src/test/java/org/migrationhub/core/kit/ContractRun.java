package org.migrationhub.core.kit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Runs a contract without a test engine, so that a test can show that the contract fails where it should: a contract
 * that nothing can break says nothing. Stateless and thread-safe.
 */
public final class ContractRun {

    private ContractRun() {}

    /** The names of all tests of the contract. */
    public static Set<String> tests(Object contract) {
        Set<String> names = new TreeSet<>();
        groups(contract).forEach(group -> annotated(group, Test.class).forEach(test -> names.add(test.getName())));
        return names;
    }

    /**
     * Runs the tests of this name.
     *
     * @param contract an instance of a subclass of {@link StorageContract} or {@link SearchIndexContract}
     * @param name of a test, as in {@link #tests}
     * @return what a test threw; empty if it passes
     */
    public static Optional<Throwable> failure(Object contract, String name) {
        for (Class<?> group : groups(contract)) {
            for (Method test : annotated(group, Test.class)) {
                Optional<Throwable> failure =
                        test.getName().equals(name) ? failure(contract, group, test) : Optional.empty();
                if (failure.isPresent()) {
                    return failure;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Throwable> failure(Object contract, Class<?> group, Method test) {
        try {
            Object instance = instance(contract, group);
            invoke(instance, annotated(group, BeforeEach.class));
            try {
                test.invoke(instance);
            } finally {
                invoke(instance, annotated(group, AfterEach.class));
            }
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The contract can't be run: " + test, e);
        }
    }

    private static void invoke(Object instance, List<Method> methods) throws ReflectiveOperationException {
        for (Method method : methods) {
            method.invoke(instance);
        }
    }

    private static Object instance(Object contract, Class<?> group) throws ReflectiveOperationException {
        Constructor<?> constructor = group.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(contract);
    }

    private static List<Class<?>> groups(Object contract) {
        List<Class<?>> groups = new ArrayList<>();
        for (Class<?> type = contract.getClass(); type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredClasses())
                    .filter(inner -> inner.isAnnotationPresent(Nested.class))
                    .forEach(groups::add);
        }
        return groups;
    }

    private static List<Method> annotated(Class<?> group, Class<? extends Annotation> annotation) {
        List<Method> methods = new ArrayList<>();
        for (Class<?> type = group; type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(annotation))
                    .forEach(methods::add);
        }
        methods.forEach(method -> method.setAccessible(true));
        return methods;
    }
}
