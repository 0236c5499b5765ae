package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The JSON of a source in the index; its id is that of the source. Absent values are left out. */
final class SourceDocument {

    /** Absent in documents of a version before it was noted. */
    static final String RECEIVED_AT = "receivedAt";

    private SourceDocument() {}

    static ObjectNode write(Source source) {
        SourceVersion version = source.version();
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("bucket", version.bucket())
                .put("key", version.key())
                .put("sequencer", version.sequencer().value())
                .put("etag", source.etag())
                .put("state", source.state().name())
                .put("detail", source.detail())
                .put("changedAt", source.changedAt().toString())
                .put(RECEIVED_AT, source.receivedAt().toString());
        ArrayNode released = document.putArray("released");
        source.released()
                .forEach(release -> released.addObject()
                        .put("signature", release.signature().hex())
                        .put("sequencer", release.by().value())
                        .put("state", release.state().name()));
        putPresent(document, "signature", source.signature());
        putPresent(document, "reason", source.reason());
        putPresent(document, "modelSet", source.modelSet());
        return document;
    }

    static Source read(JsonNode document) {
        return new Source(
                new SourceVersion(
                        document.path("bucket").asText(),
                        document.path("key").asText(),
                        new Sequencer(document.path("sequencer").asText())),
                document.path("etag").asText(),
                SourceState.valueOf(document.path("state").asText()),
                present(document, "signature", ImageSignature::new),
                released(document.path("released")),
                present(document, "reason", ErrorCode::valueOf),
                document.path("detail").asText(),
                present(document, "modelSet", ModelSetId::new),
                Instant.parse(document.path("changedAt").asText()),
                document.has(RECEIVED_AT)
                        ? Instant.parse(document.path(RECEIVED_AT).asText())
                        : Instant.EPOCH);
    }

    private static void putPresent(ObjectNode document, String field, @Nullable Object value) {
        if (value != null) {
            document.put(field, value.toString());
        }
    }

    private static <T> @Nullable T present(JsonNode document, String field, Function<String, T> read) {
        JsonNode value = document.get(field);
        return value == null ? null : read.apply(value.asText());
    }

    private static Set<Release> released(JsonNode field) {
        Set<Release> released = new HashSet<>();
        field.forEach(release -> released.add(new Release(
                new ImageSignature(release.path("signature").asText()),
                new Sequencer(release.path("sequencer").asText()),
                SourceState.valueOf(release.path("state").asText()))));
        return released;
    }
}
