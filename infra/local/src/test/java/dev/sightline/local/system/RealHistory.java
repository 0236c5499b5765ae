package dev.sightline.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.OutputNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * One history of a few keys under a prefix of their own, told by a seed: uploads, deletions, and notices on the upload queue that the
 * bucket has not sent, or sent long ago. Runs in one thread.
 */
final class RealHistory {

    /** Older than whatever the bucket tells. */
    private static final String OLD_SEQUENCER = "000001";

    private static final List<String> NAMES =
            List.of("with space.png", "plus+%2B&.png", "椅子 é.png", "colon:2026-01-02T03:04.png", "folder/");
    private static final int LONGEST_PAUSE_MILLIS = 1_500;

    private final SystemUnderTest system;
    private final SqsClient sqs;
    private final String prefix;
    private final List<byte[]> contents;
    private final Random random;
    private final Map<String, byte[]> bucket = new TreeMap<>();
    private final List<String> steps = new ArrayList<>();

    RealHistory(SystemUnderTest system, SqsClient sqs, String prefix, List<byte[]> contents, long seed) {
        this.system = system;
        this.sqs = sqs;
        this.prefix = prefix;
        this.contents = contents;
        random = new Random(seed);
    }

    /** Lets so many things happen, with pauses of any length between them. */
    void run(int count) {
        for (int i = 0; i < count; i++) {
            step(prefix + NAMES.get(random.nextInt(NAMES.size())));
            Readiness.sleep(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)));
        }
    }

    /** What lies in the bucket, by key. */
    Map<String, byte[]> bucket() {
        return bucket;
    }

    @Override
    public String toString() {
        return String.join(System.lineSeparator() + "  ", steps);
    }

    private void step(String key) {
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> put(key, random.nextInt(contents.size()));
            case 4 -> {
                steps.add("delete " + key);
                bucket.remove(key);
                system.delete(key);
            }
            case 5 -> tellAgain(key);
            case 6 ->
                tell(
                        "Object Created",
                        notice(key, OLD_SEQUENCER).put("etag", "gone").put("size", 1));
            default -> tell("Object Deleted", notice(key, OLD_SEQUENCER));
        }
    }

    private void put(String key, int content) {
        steps.add("put %s: content %d".formatted(key, content));
        bucket.put(key, contents.get(content));
        system.put(key, contents.get(content));
    }

    /** The notice of the version that the sources know, three times. */
    private void tellAgain(String key) {
        JsonNode hits = system.documents("sightline-sources", "{\"term\":{\"key\":\"%s\"}}".formatted(key));
        for (JsonNode hit : hits) {
            JsonNode source = hit.path("_source");
            ObjectNode object = notice(key, source.path("sequencer").asText());
            boolean removed = source.path("state").asText().equals("REMOVED");
            for (int i = 0; i < 3 && !(removed || source.path("etag").asText().isEmpty()); i++) {
                tell(
                        "Object Created",
                        object.put("etag", source.path("etag").asText()).put("size", 1));
            }
        }
    }

    private static ObjectNode notice(String key, String sequencer) {
        return JsonNodeFactory.instance.objectNode().put("key", key).put("sequencer", sequencer);
    }

    private void tell(String type, ObjectNode object) {
        steps.add("%s told by hand: %s".formatted(type, object));
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("source", "aws.s3")
                .put("detail-type", type);
        ObjectNode detail = event.putObject("detail").put("version", "0");
        detail.putObject("bucket").put("name", system.running().output(OutputNames.IMAGES_BUCKET));
        detail.set("object", object);
        sqs.sendMessage(message -> message.queueUrl(system.running().output(OutputNames.UPLOAD_QUEUE_URL))
                .messageBody(event.toString()));
    }
}
