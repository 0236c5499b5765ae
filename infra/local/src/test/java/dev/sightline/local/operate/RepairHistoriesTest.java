package dev.sightline.local.operate;

import static dev.sightline.local.operate.ComparedWorld.GENERATION;
import static dev.sightline.local.operate.ComparedWorld.MODEL_SET;
import static dev.sightline.local.operate.ComparedWorld.OLD;
import static dev.sightline.local.operate.ComparedWorld.bytes;
import static dev.sightline.local.operate.ComparedWorld.signature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;
import dev.sightline.local.operate.Reconciliation.Scope;
import dev.sightline.testkit.Fixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random histories of a bucket, with repairs in the middle of it all that nothing but the order of their notices protects. A failure
 * names the seed.
 */
class RepairHistoriesTest {

    private static final int HISTORIES = 300;
    private static final int STEPS = 30;
    private static final List<String> KEYS = List.of("a", "b", "c", "d");
    private static final List<String> CONTENTS = List.of("chair", "table", "lamp", "");

    /** The minimum age is off: nothing protects the repairs but the order of their notices. */
    private static final Scope ALL = new Scope("", Duration.ofDays(-1));

    /** Events are lost, documents and records damaged: a last repair, once all other events have arrived, makes all equal. */
    @Test
    void mend_ofRandomHistoriesWithLostEvents_endsEqualToTheBucket() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            new History(seed, true).run();
        }
    }

    /**
     * Events are late, repeated and out of order, but none is lost: all ends equal without a last repair, so that none of the repairs
     * has undone or outlived an event. One that spoke of the object as it was listed, before the source was read, fails here.
     */
    @Test
    void mend_inTheMiddleOfRandomHistoriesWithoutLoss_neverUndoesAnEvent() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            new History(seed, false).run();
        }
    }

    private static final class History {

        private final int seed;
        private final boolean lossy;
        private final Random random;
        private final ComparedWorld world = new ComparedWorld();
        private final Reconciliation reconciliation = world.reconciliation();
        private final List<Runnable> late = new ArrayList<>();

        private History(int seed, boolean lossy) {
            this.seed = seed;
            this.lossy = lossy;
            this.random = new Random(seed);
        }

        private void run() {
            world.afterListing(this::disturb);
            for (int i = 0; i < STEPS; i++) {
                step();
            }
            world.afterListing(() -> {});
            Collections.shuffle(late, random);
            late.forEach(Runnable::run);
            world.runPipeline(OLD);
            // A lost object may come to light only when its former one is settled.
            for (int round = 0; lossy && round < 3; round++) {
                world.pacer.pause(Duration.ofMillis(1));
                reconciliation.mend(ALL, now -> {});
                world.runPipeline(OLD);
            }
            assertThat(reconciliation.find(ALL, now -> {}).counts())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(world.documents()).as("seed %d", seed).isEqualTo(world.expectedDocuments());
        }

        private void step() {
            world.pacer.pause(Duration.ofMillis(1));
            switch (random.nextInt(lossy ? 9 : 7)) {
                case 0, 1 -> put();
                case 2 -> world.runPipeline(OLD);
                case 3 -> delete();
                case 4 -> deliverOne();
                case 5, 6 -> reconciliation.mend(ALL, now -> {});
                case 7 -> damageDocument();
                case 8 -> world.features.forget(MODEL_SET, signature(any(CONTENTS)));
                default -> throw new AssertionError("no such step");
            }
        }

        /** The bucket does not wait for a repair that is looking at it. */
        private void disturb() {
            switch (random.nextInt(8)) {
                case 0 -> put();
                case 1 -> delete();
                case 2 -> deliverOne();
                default -> {}
            }
        }

        private void put() {
            String key = any(KEYS);
            String content = any(CONTENTS);
            String etag = world.bucket.put(key, bytes(content));
            SourceVersion version = version(key);
            tell(() -> world.handleCreated(version, etag, content.length(), OLD));
        }

        private void delete() {
            String key = any(KEYS);
            if (world.bucket.etag(key).isPresent()) {
                world.bucket.remove(key);
                SourceVersion version = version(key);
                tell(() -> world.handleDeleted(version, OLD));
            }
        }

        /** At once, later in any order, twice, or never. */
        private void tell(Runnable event) {
            switch (random.nextInt(lossy ? 4 : 3)) {
                case 0 -> event.run();
                case 1 -> late.add(event);
                case 2 -> {
                    event.run();
                    late.add(event);
                }
                case 3 -> {}
                default -> throw new AssertionError("no such way");
            }
        }

        private void deliverOne() {
            if (!late.isEmpty()) {
                late.remove(random.nextInt(late.size())).run();
            }
        }

        private void damageDocument() {
            String content = any(CONTENTS.subList(0, 3));
            switch (random.nextInt(3)) {
                case 0 -> world.index.delete(Set.of(signature(content)));
                case 1 -> world.index.lose(GENERATION, signature(content));
                case 2 -> world.writeDocument(content, List.of("nowhere"));
                default -> throw new AssertionError("no such damage");
            }
        }

        private SourceVersion version(String key) {
            Sequencer next = world.next();
            return new SourceVersion(Fixtures.BUCKET, key, next);
        }

        private String any(List<String> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
