package dev.sightline.local.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.local.system.FaultProxy.Fault;
import dev.sightline.local.system.FaultProxy.Reply;
import dev.sightline.local.system.FaultProxy.Request;
import dev.sightline.local.system.FaultProxy.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How OpenSearch refuses: whole requests, single items of a bulk, or everything; and how it is slow. Counts what met a fault. */
final class SearchFaults {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What is asked of these indexes alone; which generation is served is asked of images and objects together. */
    private static final String OBJECTS = "/sightline-objects-";

    private static final int REFUSED_BULK = 5;
    private static final int REFUSED_ITEM = 20;

    private final AtomicInteger bulks = new AtomicInteger();
    private final AtomicInteger items = new AtomicInteger();
    private final AtomicInteger refusedRequests = new AtomicInteger();
    private final AtomicInteger refusedItems = new AtomicInteger();
    private final AtomicInteger slowRequests = new AtomicInteger();

    /** A node with a full write queue: every fifth bulk is refused as a whole, and of the others every twentieth item. */
    Fault busy() {
        return (request, server) -> {
            if (!isBulk(request)) {
                return server.answer(request);
            }
            return bulks.incrementAndGet() % REFUSED_BULK == 0 ? refuse(429) : refuseSomeItems(request, server);
        };
    }

    /** Nobody can serve now. */
    Fault unavailable() {
        return (request, server) -> refuse(503);
    }

    /** Whatever is asked of the indexes of objects takes its time. */
    Fault slowObjects(Duration time) {
        return (request, server) -> {
            if (request.uri().getPath().startsWith(OBJECTS)) {
                slowRequests.incrementAndGet();
                Readiness.sleep(time);
            }
            return server.answer(request);
        };
    }

    /** Reads, and writes of single documents, succeed; bulks do not. */
    Fault withoutBulks() {
        return (request, server) -> isBulk(request) ? refuse(503) : server.answer(request);
    }

    int slowRequests() {
        return slowRequests.get();
    }

    int refusedRequests() {
        return refusedRequests.get();
    }

    int refusedItems() {
        return refusedItems.get();
    }

    private static boolean isBulk(Request request) {
        return request.uri().getPath().endsWith("/_bulk");
    }

    private Reply refuse(int status) {
        refusedRequests.incrementAndGet();
        return Reply.json(
                status,
                "{\"error\":{\"type\":\"rejected_execution_exception\",\"reason\":\"the queue is full\"},\"status\":%d}"
                        .formatted(status));
    }

    /** The refused items do not reach the server. */
    private Reply refuseSomeItems(Request request, Server server) {
        try {
            List<Item> asked = parse(request.text());
            List<Item> passed = asked.stream().filter(item -> !item.refused()).toList();
            refusedItems.addAndGet(asked.size() - passed.size());
            if (passed.isEmpty()) {
                return Reply.json(200, merged(asked, MAPPER.createArrayNode()));
            }
            Reply reply = server.answer(
                    request.withBody(passed.stream().map(Item::lines).reduce("", String::concat)));
            return reply.status() == 200
                    ? Reply.json(
                            200, merged(asked, MAPPER.readTree(reply.text()).path("items")))
                    : reply;
        } catch (IOException e) {
            throw new AssertionError("expected a bulk request and its answer", e);
        }
    }

    private List<Item> parse(String body) throws JsonProcessingException {
        List<Item> parsed = new ArrayList<>();
        Iterator<String> lines = body.lines().iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            String action = MAPPER.readTree(line).fieldNames().next();
            String document = action.equals("delete") ? "" : lines.next() + "\n";
            parsed.add(new Item(action, line + "\n" + document, items.incrementAndGet() % REFUSED_ITEM == 0));
        }
        return parsed;
    }

    private static String merged(List<Item> asked, JsonNode answers) {
        ObjectNode merged = MAPPER.createObjectNode().put("took", 1).put("errors", true);
        ArrayNode all = merged.putArray("items");
        Iterator<JsonNode> answered = answers.elements();
        asked.forEach(item -> all.add(item.refused() ? item.refusal() : answered.next()));
        return merged.toString();
    }

    /** One action of a bulk, with its document. */
    private record Item(String action, String lines, boolean refused) {

        JsonNode refusal() {
            ObjectNode refusal = MAPPER.createObjectNode();
            refusal.putObject(action)
                    .put("status", 429)
                    .putObject("error")
                    .put("type", "rejected_execution_exception")
                    .put("reason", "the queue is full");
            return refusal;
        }
    }
}
