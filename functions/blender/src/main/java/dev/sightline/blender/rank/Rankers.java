package dev.sightline.blender.rank;

import dev.sightline.policy.Variant;
import dev.sightline.ranking.RankerDocument;
import dev.sightline.ranking.RankingModel;
import dev.sightline.storage.RankerStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The rankers that variants name. Each is read once, since its name stands for one content for ever. One that cannot be had is asked for again
 * by the next request; until then answers keep the order of the mix, and say why. Safe for all threads.
 */
public final class Rankers {

    private static final Logger LOG = System.getLogger(Rankers.class.getName());

    private final RankerStore store;
    private final Duration patience;
    private final Map<String, FutureTask<RankingModel>> known = new ConcurrentHashMap<>();

    /** @param patience how long an answer waits for a ranker that is not read yet; the reading goes on for later ones */
    public Rankers(RankerStore store, Duration patience) {
        this.store = store;
        this.patience = patience;
    }

    /** A ranker, or why there is none; both null: none is wanted. */
    record Choice(@Nullable RankingModel model, @Nullable String problem) {

        Optional<RankingModel> ranker() {
            return Optional.ofNullable(model);
        }

        String version() {
            return ranker().map(RankingModel::version).orElse(RankerDocument.NO_RANKER);
        }
    }

    /** The ranker of a variant. */
    Choice of(Variant variant) {
        return variant.rankerVersion().map(this::of).orElse(new Choice(null, null));
    }

    private Choice of(String version) {
        FutureTask<RankingModel> reading = known.computeIfAbsent(version, this::begin);
        try {
            return new Choice(reading.get(patience.toNanos(), TimeUnit.NANOSECONDS), null);
        } catch (TimeoutException e) {
            return none(version, "expected it to be read within %d ms, it was not".formatted(patience.toMillis()));
        } catch (ExecutionException e) {
            known.remove(version, reading);
            LOG.log(Level.WARNING, "no ranker " + version, e.getCause());
            return none(version, reason(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return none(version, "the request was interrupted");
        }
    }

    private FutureTask<RankingModel> begin(String version) {
        FutureTask<RankingModel> reading = new FutureTask<>(() -> read(version));
        Thread.ofVirtual().name("read-ranker").start(reading);
        return reading;
    }

    private RankingModel read(String version) {
        String document = store.kept(version)
                .orElseThrow(() -> new SightlineException(ErrorCode.NOT_FOUND, "none of this name is kept"));
        RankingModel model = RankerDocument.read(document);
        if (!model.version().equals(version)) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected a document of version %s, got one of %s".formatted(version, model.version()));
        }
        return model;
    }

    private static Choice none(String version, String reason) {
        return new Choice(null, "no ranker %s: %s".formatted(version, reason));
    }

    private static String reason(@Nullable Throwable cause) {
        return cause instanceof SightlineException known && known.getMessage() != null
                ? known.getMessage()
                : "it could not be read";
    }
}
