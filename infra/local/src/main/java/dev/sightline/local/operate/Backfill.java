package dev.sightline.local.operate;

import dev.sightline.events.Sequencer;
import dev.sightline.index.SourceRegistry;
import dev.sightline.local.upload.Pacer;
import dev.sightline.storage.BucketListing;
import dev.sightline.storage.BucketObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Sends a notice for each object that no source knows, or whose source is of other content: at a bounded rate, and only while the
 * worker keeps up. Safe to repeat from any key. Not thread-safe.
 */
public final class Backfill {

    private static final int PAGE = 1000;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final BucketListing bucket;
    private final SourceRegistry registry;
    private final BucketNotices notices;
    private final Backlog backlog;
    private final Pacer pacer;

    Backfill(BucketListing bucket, SourceRegistry registry, BucketNotices notices, Backlog backlog, Pacer pacer) {
        this.bucket = bucket;
        this.registry = registry;
        this.notices = notices;
        this.backlog = backlog;
        this.pacer = pacer;
    }

    /** Who is told how far it came. */
    public interface Watcher {

        /** All keys up to this one are done with; after each page and at the end. */
        void reached(BackfillProgress progress);

        /** Something for people; after each batch. */
        void show(BackfillProgress progress, String activity);
    }

    /**
     * Goes on from {@code from} to the last key, or until it is told to stop.
     *
     * @return how far it came
     */
    public BackfillProgress run(BackfillPlan plan, BackfillProgress from, BooleanSupplier stopped, Watcher watcher) {
        return new Run(plan, from, stopped, watcher).walk();
    }

    /** One run. */
    private final class Run {

        private final BackfillPlan plan;
        private final BooleanSupplier stopped;
        private final Watcher watcher;
        private final List<BucketNotice> batch = new ArrayList<>();
        private BackfillProgress progress;
        private Instant nextSend = pacer.now();

        private Run(BackfillPlan plan, BackfillProgress from, BooleanSupplier stopped, Watcher watcher) {
            this.plan = plan;
            this.progress = from;
            this.stopped = stopped;
            this.watcher = watcher;
        }

        private BackfillProgress walk() {
            KeyWalk walk = KeyWalk.over(bucket, registry, plan.prefix(), progress.afterKey());
            while (!stopped.getAsBoolean()) {
                Optional<KnownKey> next = walk.next();
                if (next.isEmpty()) {
                    reach(true);
                    return progress;
                }
                take(next.get());
            }
            reach(false);
            return progress;
        }

        private void take(KnownKey known) {
            BucketObject object = known.object();
            if (object == null) {
                return;
            }
            Optional<BucketNotice> notice = notice(known, object);
            notice.ifPresent(batch::add);
            progress = notice.isPresent() ? progress.afterSent(object.key()) : progress.afterKnown(object.key());
            if (batch.size() == BucketNotices.BATCH) {
                send();
            }
            if (progress.listed() % PAGE == 0) {
                reach(false);
            }
        }

        private Optional<BucketNotice> notice(KnownKey known, BucketObject object) {
            Optional<DifferenceKind> kind = KeyJudge.judge(known);
            if (kind.isEmpty()) {
                return Optional.empty();
            }
            return switch (kind.get()) {
                // Before every event of the key, so the listing may be as old as it likes.
                case UNKNOWN_OBJECT -> Optional.of(new BucketNotice.Created(object, Sequencer.ZERO));
                case OTHER_CONTENT, REMOVED_SOURCE -> new KeyRepair(bucket, pacer).notice(known.key(), known.source());
                // Known, and on its way or given up: the business of others.
                case LOST_OBJECT,
                        STUCK_PENDING,
                        FAILED_SOURCE,
                        MISSING_FEATURES,
                        MISSING_DOCUMENT,
                        ORPHAN_DOCUMENT,
                        OTHER_KEYS,
                        OTHER_PINS,
                        ORPHAN_OBJECTS -> Optional.empty();
            };
        }

        /** Notes the place, once everything before it is sent. */
        private void reach(boolean end) {
            send();
            progress = end ? progress.end() : progress;
            watcher.reached(progress);
        }

        private void send() {
            if (!batch.isEmpty() && plan.mode() == BackfillPlan.Mode.SEND) {
                awaitTurn();
                notices.send(List.copyOf(batch));
                nextSend = later(pacer.now(), nextSend)
                        .plus(Duration.ofSeconds(batch.size()).dividedBy(plan.maxPerSecond()));
            }
            batch.clear();
            watcher.show(progress, "");
        }

        /** Also a run that is told to stop sends what it has counted: at most ten, without waiting for the worker. */
        private void awaitTurn() {
            while (!stopped.getAsBoolean() && backlog.messages() > plan.maxBacklog()) {
                watcher.show(progress, "waiting for the worker");
                pacer.pause(LOOK_AGAIN);
            }
            Duration early = Duration.between(pacer.now(), nextSend);
            if (early.isPositive()) {
                pacer.pause(early);
            }
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
