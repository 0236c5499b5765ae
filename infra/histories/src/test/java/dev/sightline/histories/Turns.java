package dev.sightline.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs several courses of action in turns: at every moment one of them goes on, and each says itself where it may be stopped. */
final class Turns {

    private final List<Lane> lanes = new ArrayList<>();

    /** Adds a course; it calls what it is given wherever others may have their turn. */
    void add(Consumer<Runnable> course) {
        lanes.add(new Lane(course));
    }

    /** Runs all to their ends: by turns as long as there are some, then one after the other. */
    void run(List<Integer> turns) {
        for (int turn : turns) {
            List<Lane> open = lanes.stream().filter(lane -> !lane.over).toList();
            if (!open.isEmpty()) {
                open.get(turn % open.size()).proceed();
            }
        }
        lanes.forEach(Lane::proceedToTheEnd);
    }

    private static final class Lane {

        private final Semaphore go = new Semaphore(0);
        private final Semaphore back = new Semaphore(0);
        private final Thread thread;
        private volatile boolean over;
        private volatile @Nullable Throwable failure;

        Lane(Consumer<Runnable> course) {
            thread = Thread.ofVirtual().unstarted(() -> follow(course));
        }

        private void follow(Consumer<Runnable> course) {
            try {
                course.accept(this::pause);
            } catch (RuntimeException | Error e) {
                failure = e;
            } finally {
                over = true;
                back.release();
            }
        }

        private void pause() {
            back.release();
            go.acquireUninterruptibly();
        }

        void proceed() {
            if (thread.getState() == Thread.State.NEW) {
                thread.start();
            } else {
                go.release();
            }
            back.acquireUninterruptibly();
            if (failure != null) {
                throw new AssertionError("expected a course of action to keep its failures to itself", failure);
            }
        }

        void proceedToTheEnd() {
            while (!over) {
                proceed();
            }
        }
    }
}
