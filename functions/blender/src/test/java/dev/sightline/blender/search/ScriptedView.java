package dev.sightline.blender.search;

import dev.sightline.index.SearchView;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A view of which some questions fail, or are not answered until the asking thread is interrupted. Safe for all threads. */
final class ScriptedView {

    private final SearchView view;
    private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final CountDownLatch interrupted = new CountDownLatch(1);

    ScriptedView(SearchView view) {
        this.view = view;
    }

    /** From now on, the method of this name throws. */
    ScriptedView failing(String method, RuntimeException failure) {
        failures.put(method, failure);
        return this;
    }

    /** From now on, the method of this name does not return. */
    ScriptedView silent(String method) {
        silent.add(method);
        return this;
    }

    /** Counted down once a silent method was interrupted. */
    CountDownLatch interrupted() {
        return interrupted;
    }

    SearchView open() {
        return (SearchView) Proxy.newProxyInstance(
                SearchView.class.getClassLoader(), new Class<?>[] {SearchView.class}, (proxy, method, arguments) -> {
                    if (silent.contains(method.getName())) {
                        waitForInterrupt();
                    }
                    RuntimeException failure = failures.get(method.getName());
                    if (failure != null) {
                        throw failure;
                    }
                    try {
                        return method.invoke(view, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }

    private void waitForInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
