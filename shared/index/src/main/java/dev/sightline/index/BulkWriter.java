package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Sends bulk requests, and again those of their items that were refused for now. */
final class BulkWriter {

    /** Well below the 10 MB that small AWS domains accept. */
    private static final int MAX_CHARACTERS = 4_000_000;

    /** Refused, and may be accepted later: too busy, or a shard is missing. */
    static final Set<Integer> REFUSED_FOR_NOW = Set.of(429, 503);

    private static final int NOT_FOUND = 404;

    private final Function<String, JsonNode> send;
    private final RetryDelays delays;

    /** @param send sends the lines of one bulk request and gives the answer, or throws as {@link OpenSearchConnection#require} */
    BulkWriter(Function<String, JsonNode> send, RetryDelays delays) {
        this.send = send;
        this.delays = delays;
    }

    /** Runs all items; gives the images for which one failed, with the reason. */
    Map<ImageSignature, SightlineException> run(List<BulkItem> items) {
        Map<ImageSignature, SightlineException> failures = new HashMap<>();
        List<Refusal> refused = attempt(items, failures);
        for (int attempt = 1; !refused.isEmpty() && attempt < delays.attempts(); attempt++) {
            delays.pauseAfter(attempt);
            refused = attempt(refused.stream().map(Refusal::item).toList(), failures);
        }
        refused.forEach(refusal -> failures.putIfAbsent(refusal.item().image(), refusal.reason()));
        return failures;
    }

    private List<Refusal> attempt(List<BulkItem> items, Map<ImageSignature, SightlineException> failures) {
        List<Refusal> refused = new ArrayList<>();
        List<BulkItem> batch = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (BulkItem item : items) {
            String lines = item.lines();
            if (!batch.isEmpty() && body.length() + lines.length() > MAX_CHARACTERS) {
                refused.addAll(send(batch, body.toString(), failures));
                batch.clear();
                body.setLength(0);
            }
            batch.add(item);
            body.append(lines);
        }
        if (!batch.isEmpty()) {
            refused.addAll(send(batch, body.toString(), failures));
        }
        return refused;
    }

    private List<Refusal> send(List<BulkItem> batch, String body, Map<ImageSignature, SightlineException> failures) {
        JsonNode results;
        try {
            results = send.apply(body).path("items");
        } catch (SightlineException e) {
            if (!e.code().retryable()) {
                throw e;
            }
            return batch.stream().map(item -> new Refusal(item, e)).toList();
        }
        List<Refusal> refused = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            check(batch.get(i), results.path(i), refused, failures);
        }
        return refused;
    }

    private static void check(
            BulkItem item, JsonNode answer, List<Refusal> refused, Map<ImageSignature, SightlineException> failures) {
        JsonNode result = answer.path(item.document() == null ? "delete" : "index");
        int status = result.path("status").asInt();
        boolean alreadyGone = item.document() == null && status == NOT_FOUND;
        if (REFUSED_FOR_NOW.contains(status)) {
            refused.add(new Refusal(item, failure(ErrorCode.INDEX_UNAVAILABLE, item, result)));
        } else if (status == NOT_FOUND && !alreadyGone) {
            // The index was dropped: who writes again looks again which there are.
            failures.putIfAbsent(item.image(), failure(ErrorCode.INDEX_UNAVAILABLE, item, result));
        } else if (!alreadyGone && (status < 200 || status >= 300)) {
            failures.putIfAbsent(item.image(), failure(ErrorCode.DEFECT, item, result));
        }
    }

    private static SightlineException failure(ErrorCode code, BulkItem item, JsonNode result) {
        return new SightlineException(
                code,
                "%s in %s: expected success, got status %d, %s"
                        .formatted(
                                item.id(),
                                item.index(),
                                result.path("status").asInt(),
                                result.path("error").path("reason").asText()));
    }

    private record Refusal(BulkItem item, SightlineException reason) {}
}
