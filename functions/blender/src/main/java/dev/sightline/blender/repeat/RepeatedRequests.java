package dev.sightline.blender.repeat;

import dev.sightline.storage.KeptRequest;
import dev.sightline.storage.RequestStore;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Does a request with an idempotency key once: whoever comes first takes it up by a conditional write, and whoever comes later gets the same answer.
 *
 * <p>Kept for 24 hours. Only answers that say that something was created are kept; after a refusal or a failure the key is free again. A request
 * without an answer after {@link #ABANDONED_AFTER} is taken up by the next one: whoever worked on it has died, and may have created the thing.
 */
public final class RepeatedRequests {

    static final Duration KEPT_FOR = Duration.ofHours(24);

    /** Longer than the function may run. */
    static final Duration ABANDONED_AFTER = Duration.ofSeconds(60);

    private final RequestStore store;
    private final Clock clock;

    public RepeatedRequests(RequestStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Takes a request up, unless it was answered: then the answer.
     *
     * @throws SightlineException with {@link ErrorCode#REQUEST_IN_PROGRESS} while the first one is not answered, with {@link
     *     ErrorCode#IDEMPOTENCY_KEY_REUSED} if the key came with another body
     */
    public Optional<KeptRequest.Answer> begin(RequestKey key) {
        KeptRequest mine = KeptRequest.started(key.bodyHash(), clock.instant());
        if (store.create(key.id(), mine)) {
            return Optional.empty();
        }
        Versioned<KeptRequest> kept = store.find(key.id()).orElseThrow(() -> inProgress(key));
        if (isFree(kept.value())) {
            if (store.replace(key.id(), mine, kept.etag())) {
                return Optional.empty();
            }
            throw inProgress(key);
        }
        requireSameBody(key, kept.value());
        return Optional.of(kept.value().given().orElseThrow(() -> inProgress(key)));
    }

    /** Keeps the answer to a request that was taken up. */
    public void end(RequestKey key, KeptRequest.Answer answer) {
        replaceMine(key, new KeptRequest(key.bodyHash(), clock.instant(), answer));
    }

    /** Gives a request up that created nothing: the next one with its key is the first. */
    public void giveUp(RequestKey key) {
        replaceMine(key, KeptRequest.started(key.bodyHash(), clock.instant().minus(KEPT_FOR)));
    }

    /** Not if somebody else took it up meanwhile. */
    private void replaceMine(RequestKey key, KeptRequest result) {
        store.find(key.id())
                .filter(kept -> kept.value().given().isEmpty()
                        && kept.value().bodyHash().equals(key.bodyHash()))
                .ifPresent(kept -> store.replace(key.id(), result, kept.etag()));
    }

    private boolean isFree(KeptRequest kept) {
        Duration keep = kept.given().isEmpty() ? ABANDONED_AFTER : KEPT_FOR;
        return !kept.startedAt().plus(keep).isAfter(clock.instant());
    }

    private static void requireSameBody(RequestKey key, KeptRequest kept) {
        if (!kept.bodyHash().equals(key.bodyHash())) {
            throw new SightlineException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "expected the body that this Idempotency-Key came with first (SHA-256 %s), got another (%s)"
                            .formatted(kept.bodyHash(), key.bodyHash()));
        }
    }

    private static SightlineException inProgress(RequestKey key) {
        return new SightlineException(
                ErrorCode.REQUEST_IN_PROGRESS,
                "the first request of %s with this Idempotency-Key is not answered yet".formatted(key.operation()));
    }
}
