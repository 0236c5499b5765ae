package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.OutputNames;
import dev.sightline.local.operate.QueuedStage;
import dev.sightline.local.operate.Redrive;
import dev.sightline.local.operate.RedriveMode;
import dev.sightline.local.site.Site;
import dev.sightline.local.system.FaultProxy.Fault;
import dev.sightline.local.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever fails on the way, the index ends equal to the bucket: processes are killed in the middle of their work, OpenSearch and S3
 * refuse or are slow, and messages that were given up on are moved back.
 *
 * <p>Each test prints {@code lost = 0, duplicated = 0, stuck = 0}, or fails; {@link IndexVerdict} says what these are.
 */
class FaultsIT {

    /** Of a received message whose receiver died; longer than the functions need for a batch. */
    private static final Duration COMES_AGAIN_AFTER = Duration.ofSeconds(20);

    private static final Duration CALM = Duration.ofMinutes(8);

    /** Waits as the worker's own settings do, but in seconds. */
    private static final Map<String, String> IMPATIENT =
            Map.of("SIGHTLINE_QUEUE_RETRY_DELAY", "2S", "SIGHTLINE_QUEUE_OUTAGE_PAUSE", "2S");

    /** Uses up the receives of its messages, which its own settings are there to prevent. */
    private static final Map<String, String> GIVES_UP_SOON = Map.of(
            "SIGHTLINE_QUEUE_RETRY_DELAY", "1S",
            "SIGHTLINE_QUEUE_RETRY_FACTOR", "1",
            "SIGHTLINE_QUEUE_OUTAGE_FAILURES", "1000000");

    private final SystemUnderTest system = new SystemUnderTest();
    private final Places places = Places.fromEnvironment(System.getenv());
    private final LocalSystem local = new LocalSystem(places, new Console(nowhere(), nowhere(), false));
    private final Kills kills = new Kills(places.state());
    private final FaultBucket bucket =
            new FaultBucket(system, new DrawnPictures(Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS"))));
    private final QueuesUnderTest queues = new QueuesUnderTest(system.running());

    @BeforeEach
    void shortenWaits() {
        queues.hideFor(COMES_AGAIN_AFTER);
    }

    /** Later tests compare whole buckets and indexes: what this one uploaded goes, and nothing of it may stay. */
    @AfterEach
    void giveBack() {
        try {
            bucket.clear();
            assertEqual(() -> "after all was deleted");
        } finally {
            queues.close();
        }
    }

    @Test
    void uploads_everyProcessKilledInTheMiddle_endEqualToTheBucket() {
        bucket.upload(0, 60);
        awaitSettled(10);
        assertThat(bucket.settled()).as("worker is killed in the middle").isLessThan(60);
        kills.part(WorkerProcess.NAME);
        bucket.upload(60, 90);
        awaitWorker();

        bucket.upload(90, 120);
        awaitSettled(60);
        assertThat(kills.functions()).as("ingest and indexer are killed").isGreaterThanOrEqualTo(2);
        bucket.upload(120, 150);

        awaitSettled(100);
        kills.part(SearchNode.NAME);
        bucket.upload(150, 180);
        startSearchAgain();
        bucket.upload(180, 200);

        assertEqual(() -> "200 uploads, worker, functions and OpenSearch killed");
    }

    @Test
    void uploads_openSearchBusyAndThenUnavailable_endEqualToTheBucket() throws IOException {
        SearchFaults faults = new SearchFaults();
        try (FaultProxy proxy = new FaultProxy(system.running().searchEndpoint());
                SearchAddress address = new SearchAddress(system.running())) {
            proxy.set(faults.busy());
            address.set(proxy.endpoint());
            bucket.upload(0, 40);
            awaitSettled(20);
            proxy.set(faults.unavailable());
            bucket.upload(40, 60);
            Readiness.sleep(Duration.ofSeconds(10));
            proxy.set(faults.busy());

            assertEqual(() -> "60 uploads, %d requests and %d items refused by OpenSearch"
                    .formatted(faults.refusedRequests(), faults.refusedItems()));
            assertThat(faults.refusedRequests()).isPositive();
            assertThat(faults.refusedItems()).isPositive();
        }
    }

    @Test
    void uploads_s3RefusingAndThenSlow_endEqualToTheBucket() throws IOException {
        StorageFaults faults = new StorageFaults();
        try (FaultProxy proxy = new FaultProxy(system.running().awsEndpoint());
                WorkerBehindProxy _ = workerBehind(proxy, IMPATIENT)) {
            proxy.set(faults.unavailable());
            bucket.upload(0, 20);
            Readiness.sleep(Duration.ofSeconds(20));
            proxy.set(faults.slow(Duration.ofSeconds(5)));
            bucket.upload(20, 40);
            Readiness.sleep(Duration.ofSeconds(20));
            proxy.set(Fault.NONE);

            assertEqual(() ->
                    "40 uploads, %d reads refused and %d delayed by S3".formatted(faults.refused(), faults.slow()));
            assertThat(faults.refused()).isPositive();
            assertThat(faults.slow()).isPositive();
        }
    }

    @Test
    void deadLetters_movedBackWhenTheCauseIsGone_endEqualToTheBucket() throws IOException {
        queues.hideFor(Duration.ofSeconds(1));
        StorageFaults storage = new StorageFaults();
        SearchFaults search = new SearchFaults();
        try (FaultProxy s3 = new FaultProxy(system.running().awsEndpoint());
                FaultProxy openSearch = new FaultProxy(system.running().searchEndpoint());
                WorkerBehindProxy _ = workerBehind(s3, GIVES_UP_SOON);
                SearchAddress address = new SearchAddress(system.running())) {
            address.set(openSearch.endpoint());
            s3.set(storage.unavailable());
            bucket.upload(0, 15);
            awaitDeadLetters(OutputNames.ANALYSIS_DEAD_LETTER_QUEUE_URL, 10);
            s3.set(Fault.NONE);

            openSearch.set(search.withoutBulks());
            bucket.upload(15, 30);
            awaitDeadLetters(OutputNames.INDEX_DEAD_LETTER_QUEUE_URL, 10);

            openSearch.set(search.unavailable());
            bucket.upload(30, 45);
            awaitDeadLetters(OutputNames.UPLOAD_DEAD_LETTER_QUEUE_URL, 15);
            openSearch.set(Fault.NONE);

            queues.hideFor(COMES_AGAIN_AFTER);
            long moved = redrive();
            assertEqual(() -> "45 uploads, %d dead letters moved back".formatted(moved));
        }
    }

    private WorkerBehindProxy workerBehind(FaultProxy proxy, Map<String, String> settings) {
        WorkerBehindProxy worker = new WorkerBehindProxy(places, local);
        worker.start(system.running(), proxy.endpoint(), settings);
        return worker;
    }

    private long redrive() {
        try (Site site = Site.local(system.running())) {
            Redrive redrive = new Redrive(site, RedriveMode.MOVE, reason -> true, Clock.systemUTC());
            return QueuedStage.all().stream()
                    .mapToLong(stage -> redrive.redrive(stage, progress -> {}).movedTotal())
                    .sum();
        }
    }

    private void awaitDeadLetters(String queue, int messages) {
        system.await(messages + " messages in " + queue, CALM, () -> queues.messages(queue) >= messages);
    }

    /** Waits until nothing is under way, and compares. */
    private void assertEqual(Supplier<String> description) {
        system.await("idle queues: " + description.get(), CALM, queues::areIdle);
        IndexVerdict verdict = bucket.verdict();
        String what = description.get();
        System.out.printf("[faults] %s: %s%n", what, verdict.counts());
        assertThat(verdict).as(what).matches(IndexVerdict::isClean);
    }

    private void awaitSettled(int keys) {
        system.await(keys + " keys settled", CALM, () -> bucket.settled() >= keys);
    }

    /** The node stays dead until the launcher starts it again. */
    private void startSearchAgain() {
        assertThat(local.deadParts()).containsExactly(SearchNode.NAME);
        assertThat(local.heal()).containsExactly(SearchNode.NAME);
    }

    /** The worker is started again by the script that keeps it running. */
    private void awaitWorker() {
        URI health = system.running().workerEndpoint().resolve("/q/health/ready");
        system.await("the worker is back", CALM, () -> new Readiness().answers(health));
    }

    private static PrintStream nowhere() {
        return new PrintStream(new ByteArrayOutputStream());
    }
}
