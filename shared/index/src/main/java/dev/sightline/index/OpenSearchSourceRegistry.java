package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.SourceId;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link SourceRegistry} in OpenSearch: one document per source, changed only if its sequence number is still the one that was read.
 * Safe for all threads.
 */
public final class OpenSearchSourceRegistry implements SourceRegistry {

    private static final int PAGE = 1000;

    private final OpenSearchConnection connection;
    private final String index;
    private final SourceStatistics statistics;
    private final SourceLists lists;
    private final Tombstones tombstones;
    private final RetryDelays conflictDelays = RetryDelays.ofConflicts();
    private final AtomicBoolean complete = new AtomicBoolean();

    public OpenSearchSourceRegistry(OpenSearchConnection connection, IndexNames names) {
        this.connection = connection;
        this.index = names.sources();
        this.statistics = new SourceStatistics(this::search);
        this.lists = new SourceLists(this::search);
        this.tombstones = new Tombstones(connection, index);
    }

    @Override
    public Recording record(Source heard) {
        return compareAndSet(
                        heard.id(),
                        stored -> stored.map(source -> source.after(heard)).orElseGet(() -> Optional.of(heard)))
                .orElseThrow();
    }

    @Override
    public Optional<Source> find(SourceId id) {
        return read(id, () -> {}).map(Versioned::source);
    }

    @Override
    public Map<ImageSignature, List<Source>> liveSources(Set<ImageSignature> signatures) {
        Map<ImageSignature, List<Source>> live = new HashMap<>();
        if (!signatures.isEmpty() && refresh()) {
            readLive(signatures)
                    .forEach(source -> source.liveSignature()
                            .ifPresent(signature -> live.computeIfAbsent(signature, absent -> new ArrayList<>())
                                    .add(source)));
            live.values()
                    .forEach(sources -> sources.sort(
                            Comparator.comparing(source -> source.version().key())));
        }
        return live;
    }

    @Override
    public void settle(SourceId id, Set<Release> releases) {
        compareAndSet(id, stored -> stored.map(source -> source.settled(releases)));
    }

    @Override
    public Map<SourceState, Long> counts() {
        return statistics.counts();
    }

    @Override
    public List<Source> page(String afterKey, int limit) {
        if (afterKey.isEmpty() && !refresh()) {
            return List.of();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", limit);
        body.putArray("sort").addObject().put("key", "asc");
        if (!afterKey.isEmpty()) {
            body.putArray("search_after").add(afterKey);
        }
        List<Source> sources = new ArrayList<>();
        search(body).path("hits").path("hits").forEach(hit -> sources.add(SourceDocument.read(hit.path("_source"))));
        return sources;
    }

    @Override
    public int purge(Instant removedBefore, int limit) {
        return tombstones.purge(removedBefore, limit);
    }

    @Override
    public Map<SourceState, Map<ErrorCode, Long>> reasons() {
        return statistics.reasons();
    }

    @Override
    public Optional<Instant> oldestPending() {
        return statistics.oldestPending();
    }

    @Override
    public long settledSince(Instant moment) {
        return statistics.settledSince(moment);
    }

    @Override
    public List<Source> newest(Set<SourceState> states, @Nullable SourcePlace after, int limit, AccessScope scope) {
        return lists.newest(states, after, limit, scope);
    }

    @Override
    public List<Source> lastIndexed(int limit) {
        return lists.lastIndexed(limit);
    }

    /**
     * Replaces a source by what {@code change} makes of it; an empty change leaves it as it is.
     *
     * @return empty if the source neither exists nor shall
     */
    private Optional<Recording> compareAndSet(SourceId id, Function<Optional<Source>, Optional<Source>> change) {
        for (int attempt = 1; attempt <= conflictDelays.attempts(); attempt++) {
            Optional<Versioned> stored = read(id, this::createIndex);
            Optional<Source> before = stored.map(Versioned::source);
            Optional<Source> after = change.apply(before);
            if (after.isEmpty() || after.equals(before) || replace(id, stored, after.get())) {
                return after.or(() -> before).map(source -> new Recording(after.isPresent(), source));
            }
            conflictDelays.pauseAfter(attempt);
        }
        throw new SightlineException(
                ErrorCode.INDEX_UNAVAILABLE,
                "%s: overtaken by other writers %d times".formatted(id, conflictDelays.attempts()));
    }

    private Optional<Versioned> read(SourceId id, Runnable ifThereIsNoIndex) {
        OpenSearchRequest request = OpenSearchRequest.get("/%s/_doc/%s".formatted(index, id));
        OpenSearchReply reply = connection.ask(request);
        if (reply.lacksIndex()) {
            ifThereIsNoIndex.run();
        }
        if (reply.notFound()) {
            return Optional.empty();
        }
        if (!reply.succeeded()) {
            throw OpenSearchConnection.refused(request, reply);
        }
        return Optional.of(new Versioned(
                SourceDocument.read(reply.body().path("_source")),
                reply.body().path("_seq_no").asLong(),
                reply.body().path("_primary_term").asLong()));
    }

    private void createIndex() {
        connection.create(index, IndexMapping.sources());
    }

    /** Adds the fields that an index lacks because an older version made it, once in the life of a process: as {@link IndexFields}. */
    private void completeFields() {
        if (!complete.get()) {
            connection.require(OpenSearchRequest.put("/%s/_mapping".formatted(index), IndexMapping.sourceFields()));
            complete.set(true);
        }
    }

    /** Whether nobody was faster. */
    private boolean replace(SourceId id, Optional<Versioned> stored, Source next) {
        completeFields();
        OpenSearchRequest put = OpenSearchRequest.put("/%s/_doc/%s".formatted(index, id), SourceDocument.write(next));
        OpenSearchRequest request = stored.map(source ->
                        put.with("if_seq_no", source.sequenceNumber()).with("if_primary_term", source.primaryTerm()))
                .orElseGet(() -> put.with("op_type", "create"));
        OpenSearchReply reply = connection.ask(request);
        if (!reply.succeeded() && !reply.conflict()) {
            throw OpenSearchConnection.refused(request, reply);
        }
        return reply.succeeded();
    }

    /** Makes everything acknowledged so far visible to searches; false if there is no index. */
    private boolean refresh() {
        OpenSearchRequest request = OpenSearchRequest.post("/%s/_refresh".formatted(index));
        OpenSearchReply reply = connection.ask(request);
        if (!reply.succeeded() && !reply.lacksIndex()) {
            throw OpenSearchConnection.refused(request, reply);
        }
        JsonNode shards = reply.body().path("_shards");
        if (shards.path("failed").asInt() > 0) {
            throw new SightlineException(
                    ErrorCode.INDEX_UNAVAILABLE,
                    "%s: expected all shards to show what was written, got %s".formatted(index, shards));
        }
        return reply.succeeded();
    }

    private List<Source> readLive(Set<ImageSignature> signatures) {
        List<Source> sources = new ArrayList<>();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", PAGE);
        ArrayNode terms = body.putObject("query").putObject("terms").putArray("signature");
        signatures.forEach(signature -> terms.add(signature.hex()));
        body.putArray("sort").addObject().put("key", "asc");
        JsonNode hits;
        do {
            hits = search(body).path("hits").path("hits");
            for (JsonNode hit : hits) {
                sources.add(SourceDocument.read(hit.path("_source")));
                body.set("search_after", hit.path("sort"));
            }
        } while (hits.size() == PAGE);
        return sources;
    }

    /** Of all shards or not at all: what one of them did not tell would pass for sources that are gone. */
    private JsonNode search(ObjectNode body) {
        return connection.require(OpenSearchRequest.post("/%s/_search".formatted(index), body)
                .with("ignore_unavailable", true)
                .with("allow_partial_search_results", false));
    }

    private record Versioned(Source source, long sequenceNumber, long primaryTerm) {}
}
