package dev.sightline.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Places for the messages that the worker holds, by size class, so that large ones cannot take those of small ones.
 *
 * <p>Before messages are received their classes are unknown, so a place of each class is taken for each; afterwards the one that was not
 * needed is given back. So nothing is received for which there is no place, and nothing has to be handed back, which would cost it one of
 * its receives. The price: while as many large ones are held as may be, nothing is received. Safe for all threads.
 */
final class HeldPlaces {

    private final Semaphore small;
    private final Semaphore large;

    HeldPlaces(HandlerLimits limits) {
        small = new Semaphore(limits.capacity());
        large = new Semaphore(limits.largeHeld());
    }

    /** Takes 1 to {@code most} places of each class; none if there is no place within this time. */
    int reserve(int most, Duration wait) throws InterruptedException {
        if (!small.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            return 0;
        }
        if (!large.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            small.release();
            return 0;
        }
        int places = 1;
        while (places < most && reserveAnother()) {
            places++;
        }
        return places;
    }

    private boolean reserveAnother() {
        if (!small.tryAcquire()) {
            return false;
        }
        if (!large.tryAcquire()) {
            small.release();
            return false;
        }
        return true;
    }

    /** Reserved places for which no message came. */
    void cancel(int places) {
        small.release(places);
        large.release(places);
    }

    /** A message came for a reserved place: it keeps the one of its class. */
    void occupy(SizeClass size) {
        free(size == SizeClass.SMALL ? SizeClass.LARGE : SizeClass.SMALL);
    }

    /** The message is held no more. */
    void free(SizeClass size) {
        switch (size) {
            case SMALL -> small.release();
            case LARGE -> large.release();
        }
    }
}
