package dev.sightline.local.keys;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.storage.AccessKeyStore;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.AccessKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Issues, lists, rotates and revokes keys of the API. Instances of the function believe for up to 30 s what they read of a key, so that a
 * revocation holds that much later.
 */
public final class KeyDesk {

    private final AccessKeyStore store;
    private final Clock clock;
    private final RandomGenerator random;

    /** @param random one that nobody can predict */
    public KeyDesk(AccessKeyStore store, Clock clock, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a key.
     *
     * @throws LauncherException if it cannot be as it is wanted; the message says why
     */
    public IssuedKey issue(WantedKey wanted) {
        Instant now = now();
        Instant end = Optional.ofNullable(wanted.lifetime()).map(now::plus).orElse(null);
        AccessKey key = AccessKey.random(random);
        try {
            AccessKeyRecord kept = AccessKeyRecord.of(key, wanted.name(), wanted.role(), wanted.collection(), now)
                    .expiringAt(end);
            return kept(key, kept);
        } catch (IllegalArgumentException e) {
            throw new LauncherException(String.valueOf(e.getMessage()), e);
        }
    }

    /** All keys, by id; also those that open nothing any more. */
    public List<AccessKeyRecord> list() {
        return store.list();
    }

    /**
     * Makes a key like another one, which opens for a while yet, so that its holder can change over without a pause.
     *
     * @throws LauncherException if there is no such key, or it opens nothing any more
     */
    public IssuedKey rotate(String id, Duration grace) {
        AccessKeyRecord old = require(id).value();
        Instant now = now();
        if (!old.isUsableAt(now)) {
            throw new LauncherException("expected a key that is in force, got %s; issue a new one".formatted(id));
        }
        AccessKey key = AccessKey.random(random);
        Instant end = Optional.ofNullable(old.expiresAt())
                .map(expiry -> now.plus(Duration.between(old.createdAt(), expiry)))
                .orElse(null);
        IssuedKey issued = kept(
                key,
                AccessKeyRecord.of(key, old.name(), old.role(), old.collection(), now)
                        .expiringAt(end));
        change(id, kept -> kept.expiringAt(earlier(kept, now.plus(grace))));
        return issued;
    }

    /**
     * Takes a key back for ever; again is no error.
     *
     * @throws LauncherException if there is no such key
     */
    public AccessKeyRecord revoke(String id) {
        Instant now = now();
        return change(id, kept -> kept.revokedAt() == null ? kept.revokedAt(now) : kept);
    }

    private static Instant earlier(AccessKeyRecord kept, Instant moment) {
        return Optional.ofNullable(kept.expiresAt()).filter(moment::isAfter).orElse(moment);
    }

    private IssuedKey kept(AccessKey key, AccessKeyRecord record) {
        if (!store.create(record)) {
            throw new LauncherException("the id %s is taken; try again".formatted(key.id()));
        }
        return new IssuedKey(key, record);
    }

    private AccessKeyRecord change(String id, UnaryOperator<AccessKeyRecord> change) {
        while (true) {
            Versioned<AccessKeyRecord> kept = require(id);
            AccessKeyRecord changed = change.apply(kept.value());
            if (changed.equals(kept.value()) || store.replace(changed, kept.etag())) {
                return changed;
            }
        }
    }

    private Versioned<AccessKeyRecord> require(String id) {
        return store.find(id)
                .orElseThrow(() ->
                        new LauncherException("no key has the id '%s'; ./sightline keys list shows all".formatted(id)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
