package dev.sightline.blender.access;

import dev.sightline.visual.AccessKey;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets those in who have a usable key. Safe for all threads. */
public final class AccessGate {

    private final KnownKeys keys;
    private final Clock clock;

    public AccessGate(KnownKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The holder of a key.
     *
     * @param given what came in {@link AccessKey#HEADER}; null: nothing
     * @throws SightlineException with {@link ErrorCode#UNAUTHENTICATED} and one text, whether no key came or one that is unknown, wrong, expired
     *     or revoked: nobody learns which ids there are
     */
    public Caller admit(@Nullable String given) {
        return Optional.ofNullable(given)
                .flatMap(AccessKey::parse)
                .flatMap(key -> keys.find(key.id()).filter(kept -> key.hasHash(kept.secretHash())))
                .filter(kept -> kept.isUsableAt(clock.instant()))
                .map(Caller::new)
                .orElseThrow(() -> new SightlineException(
                        ErrorCode.UNAUTHENTICATED,
                        "expected a key that is in force in the header " + AccessKey.HEADER));
    }
}
