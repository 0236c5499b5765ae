package dev.sightline.local.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.EventJson;
import dev.sightline.events.OutputNames;
import dev.sightline.events.PurgeDue;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** Dead letters in real queues, and the sources that tell why they died in the real index. */
class RedriveIT {

    private static final String UNREADABLE = "no message at all";

    private final TemporaryQueues queues = new TemporaryQueues();
    private final SourceRegistry registry = queues.site().registry();
    private final String prefix = "redrive-" + UUID.randomUUID() + "/";
    private final String outage = request("outage");
    private final String defect = request("defect");

    @BeforeEach
    void fail() {
        registry.record(Source.failed(version("outage"), ErrorCode.STORAGE_UNAVAILABLE, "S3 is down", Fixtures.NOW));
        registry.record(Source.failed(version("defect"), ErrorCode.DEFECT, "a bug", Fixtures.NOW));
        send(OutputNames.ANALYSIS_DEAD_LETTER_QUEUE_URL, outage);
        send(OutputNames.ANALYSIS_DEAD_LETTER_QUEUE_URL, defect);
        send(OutputNames.ANALYSIS_DEAD_LETTER_QUEUE_URL, UNREADABLE);
    }

    /** As tombstones, of which no other test takes notice. */
    @AfterEach
    void forget() {
        for (String name : List.of("outage", "defect")) {
            SourceVersion version = version(name);
            registry.record(Source.removed(
                    new SourceVersion(
                            version.bucket(), version.key(), version.sequencer().successor()),
                    Fixtures.NOW));
        }
        queues.close();
    }

    @Test
    void peek_countsByReasonAndLeavesTheLetters() {
        Map<String, Long> expected = Map.of("storage-unavailable", 1L, "defect", 1L, "unreadable", 1L);
        DeadLetterPeek peek = new DeadLetterPeek(queues.site());

        assertThat(peek.reasons(QueuedStage.ANALYSIS)).isEqualTo(expected);
        assertThat(peek.reasons(QueuedStage.ANALYSIS)).isEqualTo(expected);
        assertThat(peek.reasons(QueuedStage.INGEST)).isEmpty();
    }

    @Test
    void redrive_dry_movesNothing() {
        RedriveReport report = redrive(RedriveMode.DRY_RUN, QueuedStage.ANALYSIS);

        assertThat(report.moved()).isEqualTo(Map.of("storage-unavailable", 1L, "defect", 1L));
        assertThat(report.useless()).singleElement().asString().startsWith("unreadable: message ");
        assertThat(bodies(OutputNames.ANALYSIS_QUEUE_URL)).isEmpty();
        assertThat(bodies(OutputNames.ANALYSIS_DEAD_LETTER_QUEUE_URL)).containsExactly(UNREADABLE, defect, outage);
    }

    @Test
    void redrive_ofOneReason_movesThatAndLeavesTheOthers() {
        RedriveReport report = new Redrive(
                        queues.site(), RedriveMode.MOVE, "storage-unavailable"::equals, Clock.systemUTC())
                .redrive(QueuedStage.ANALYSIS, progress -> {});

        assertThat(report.moved()).isEqualTo(Map.of("storage-unavailable", 1L));
        assertThat(report.passedBy()).isEqualTo(Map.of("defect", 1L));
        assertThat(bodies(OutputNames.ANALYSIS_QUEUE_URL)).containsExactly(outage);
        assertThat(bodies(OutputNames.ANALYSIS_DEAD_LETTER_QUEUE_URL)).containsExactly(UNREADABLE, defect);
    }

    @Test
    void redrive_ofAll_movesWhatCanBeReadAndASecondOneFindsNothing() {
        assertThat(redrive(RedriveMode.MOVE, QueuedStage.ANALYSIS).movedTotal()).isEqualTo(2);
        assertThat(redrive(RedriveMode.MOVE, QueuedStage.ANALYSIS).movedTotal()).isZero();

        assertThat(bodies(OutputNames.ANALYSIS_QUEUE_URL)).containsExactly(defect, outage);
        assertThat(bodies(OutputNames.ANALYSIS_DEAD_LETTER_QUEUE_URL)).containsExactly(UNREADABLE);
    }

    @Test
    void redrive_withDiscard_deletesWhatNobodyCanRead() {
        RedriveReport report = redrive(RedriveMode.MOVE_AND_DISCARD_USELESS, QueuedStage.ANALYSIS);

        assertThat(report.discarded()).isEqualTo(1);
        assertThat(bodies(OutputNames.ANALYSIS_DEAD_LETTER_QUEUE_URL)).isEmpty();
    }

    @Test
    void redrive_ofMoreThanABatch_movesAllOfThem() {
        Set<String> sent = new TreeSet<>();
        for (int i = 0; i < 23; i++) {
            String body = EventJson.write(
                    Fixtures.anIndexEvent().withSource(version("removed " + i)).removed());
            sent.add(body);
            send(OutputNames.INDEX_DEAD_LETTER_QUEUE_URL, body);
        }
        send(OutputNames.INDEX_DEAD_LETTER_QUEUE_URL, EventJson.write(new PurgeDue()));
        String forgotten = EventJson.write(
                Fixtures.anIndexEvent().withSource(version("purged")).analyzed());
        send(OutputNames.INDEX_DEAD_LETTER_QUEUE_URL, forgotten);

        RedriveReport report = redrive(RedriveMode.MOVE, QueuedStage.INDEX);

        assertThat(report.moved()).isEqualTo(Map.of("unrecorded", 23L, "purge", 1L));
        assertThat(report.useless()).containsExactly("forgotten: " + prefix + "purged");
        sent.add(EventJson.write(new PurgeDue()));
        assertThat(bodies(OutputNames.INDEX_QUEUE_URL)).containsExactlyElementsOf(sent);
        assertThat(bodies(OutputNames.INDEX_DEAD_LETTER_QUEUE_URL)).containsExactly(forgotten);
    }

    private RedriveReport redrive(RedriveMode mode, QueuedStage stage) {
        return new Redrive(queues.site(), mode, reason -> true, Clock.systemUTC()).redrive(stage, progress -> {});
    }

    private String request(String name) {
        return EventJson.write(
                Fixtures.anAnalysisRequested().withSource(version(name)).build());
    }

    private SourceVersion version(String name) {
        return Fixtures.aSourceVersion()
                .withKey(prefix + name)
                .withSequencer("0B")
                .build();
    }

    private void send(String queue, String body) {
        queues.site()
                .sqs()
                .sendMessage(
                        request -> request.queueUrl(queues.site().output(queue)).messageBody(body));
    }

    /** What can be received now, sorted; it is taken away. */
    private Set<String> bodies(String queue) {
        OperatedQueue taken =
                new OperatedQueue(queues.site().sqs(), queues.site().output(queue));
        Set<String> bodies = new TreeSet<>();
        List<Message> messages = taken.take(Duration.ofMinutes(1));
        while (!messages.isEmpty()) {
            messages.forEach(message -> bodies.add(message.body()));
            messages = taken.take(Duration.ofMinutes(1));
        }
        return bodies;
    }
}
