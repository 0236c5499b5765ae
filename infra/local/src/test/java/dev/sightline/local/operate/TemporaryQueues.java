package dev.sightline.local.operate;

import dev.sightline.events.OutputNames;
import dev.sightline.local.site.Site;
import dev.sightline.local.system.RunningSystem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The running system, and the same with queues of which nobody takes; closing deletes them. */
final class TemporaryQueues implements AutoCloseable {

    private static final List<String> QUEUES = List.of(
            OutputNames.UPLOAD_QUEUE_URL,
            OutputNames.ANALYSIS_QUEUE_URL,
            OutputNames.INDEX_QUEUE_URL,
            OutputNames.UPLOAD_DEAD_LETTER_QUEUE_URL,
            OutputNames.ANALYSIS_DEAD_LETTER_QUEUE_URL,
            OutputNames.INDEX_DEAD_LETTER_QUEUE_URL);

    private final Site site;

    TemporaryQueues() {
        RunningSystem system = running();
        Map<String, String> outputs = new HashMap<>(system.outputs());
        try (Site real = Site.local(system)) {
            QUEUES.forEach(queue -> outputs.put(queue, create(real.sqs())));
        }
        site = Site.local(new RunningSystem(system.ports(), system.models(), outputs, system.deployed()));
    }

    /** The system that the tests are given. */
    static RunningSystem running() {
        String state = Optional.ofNullable(System.getenv("SIGHTLINE_STATE"))
                .orElseThrow(() -> new AssertionError("SIGHTLINE_STATE is not set; run ./sightline test"));
        return RunningSystem.read(Path.of(state))
                .orElseThrow(() -> new AssertionError("no system is up in SIGHTLINE_STATE; run ./sightline test"));
    }

    private static String create(SqsClient sqs) {
        return sqs.createQueue(request -> request.queueName("it-" + UUID.randomUUID()))
                .queueUrl();
    }

    Site site() {
        return site;
    }

    @Override
    public void close() {
        QUEUES.forEach(queue -> site.sqs().deleteQueue(request -> request.queueUrl(site.output(queue))));
        site.close();
    }
}
