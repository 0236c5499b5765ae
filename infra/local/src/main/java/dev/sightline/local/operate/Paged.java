package dev.sightline.local.operate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Elements that come in pages, one page in memory at a time. Not thread-safe: one walk goes over them once. */
final class Paged<T> {

    private final Function<@Nullable T, List<T>> pageAfter;
    private final Deque<T> page = new ArrayDeque<>();
    private @Nullable T last;
    private boolean ended;

    /** @param pageAfter the page that follows an element, the first page for null; an empty one is the end */
    Paged(Function<@Nullable T, List<T>> pageAfter) {
        this.pageAfter = pageAfter;
    }

    /** The next element without taking it, or null at the end. */
    @Nullable T peek() {
        if (page.isEmpty() && !ended) {
            page.addAll(pageAfter.apply(last));
            ended = page.isEmpty();
        }
        return page.peekFirst();
    }

    /** Takes the next element, or null at the end. */
    @Nullable T take() {
        T next = peek();
        if (next != null) {
            last = page.removeFirst();
        }
        return next;
    }

    /** Takes up to {@code limit} elements; fewer only at the end. */
    List<T> take(int limit) {
        List<T> taken = new java.util.ArrayList<>();
        for (T next = peek(); next != null && taken.size() < limit; next = peek()) {
            taken.add(next);
            take();
        }
        return List.copyOf(taken);
    }
}
