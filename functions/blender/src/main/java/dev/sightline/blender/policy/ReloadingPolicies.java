package dev.sightline.blender.policy;

import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.Policies;
import dev.sightline.policy.PolicyDocument;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.storage.PolicyStore;
import dev.sightline.storage.StoredPolicy;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The policy of the document in S3, or the standard one while there is none.
 *
 * <p>A request gets what is in force and never waits. The first one after {@code every} also has the document looked at in the
 * background, by its ETag; a function sleeps between requests, so a timer would do no better. A document that is not valid is refused
 * with its mistakes in the log, and so is another content under the version in force; the former policy stays. Safe for all threads.
 */
public final class ReloadingPolicies implements Policies {

    private static final Logger LOG = System.getLogger(ReloadingPolicies.class.getName());

    private final PolicyStore store;
    private final Duration every;
    private final Clock clock;
    private final Executor background;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile BlenderPolicy inForce;
    private volatile @Nullable String seenEtag;
    private volatile Instant lookedAt;

    /**
     * Reads the first policy.
     *
     * @param every how often the document is looked at, at most; &gt; 0
     * @param background runs a look at the document; must not run it in the calling thread
     * @throws SightlineException with {@code INVALID_REQUEST} if there is a document that is not valid, {@code STORAGE_UNAVAILABLE} if
     *     S3 does not answer: answers by another policy than the chosen one would be worse than none
     */
    public ReloadingPolicies(PolicyStore store, Duration every, Clock clock, Executor background) {
        this.store = store;
        this.every = every;
        this.clock = clock;
        this.background = background;
        Optional<StoredPolicy> first = store.current();
        inForce = first.map(ReloadingPolicies::read).orElseGet(StandardPolicy::policy);
        seenEtag = first.map(StoredPolicy::etag).orElse(null);
        lookedAt = clock.instant();
        LOG.log(Level.INFO, "policy {0} is in force", inForce.version());
    }

    @Override
    public BlenderPolicy current() {
        boolean isDue = !clock.instant().isBefore(lookedAt.plus(every));
        if (isDue && looking.compareAndSet(false, true)) {
            background.execute(this::look);
        }
        return inForce;
    }

    private void look() {
        try {
            reload();
        } catch (SightlineException e) {
            LOG.log(Level.WARNING, "policy %s stays in force: %s".formatted(inForce.version(), e.getMessage()));
        } finally {
            lookedAt = clock.instant();
            looking.set(false);
        }
    }

    private void reload() {
        String etag = store.etag().orElse(null);
        if (Objects.equals(etag, seenEtag)) {
            return;
        }
        Optional<StoredPolicy> stored = store.current();
        seenEtag = stored.map(StoredPolicy::etag).orElse(null);
        BlenderPolicy next = stored.map(ReloadingPolicies::read).orElseGet(StandardPolicy::policy);
        requireOwnVersion(next);
        LOG.log(Level.INFO, "policy {0} replaces {1}", next.version(), inForce.version());
        inForce = next;
    }

    private static BlenderPolicy read(StoredPolicy stored) {
        return PolicyDocument.read(stored.document());
    }

    /** An answer names a version, and two answers with one version must be comparable. */
    private void requireOwnVersion(BlenderPolicy next) {
        if (next.version().equals(inForce.version()) && !next.equals(inForce)) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected a new version for another content, got %s again".formatted(next.version()));
        }
    }
}
