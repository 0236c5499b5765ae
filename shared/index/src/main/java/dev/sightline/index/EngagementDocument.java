package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.engagement.Exposure;
import dev.sightline.engagement.PairCounts;
import dev.sightline.events.EngagementKind;
import dev.sightline.visual.ImageSignature;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The JSON of counts in the index; equal counts have the same text. */
final class EngagementDocument {

    static final String KIND = "kind";
    static final String PAIR = "pair";
    static final String IMAGE = "image";
    static final String QUERY = "query";
    static final String RESULT = "result";
    static final String SAVES = "saves";
    static final String CLICKS = "clicks";
    static final String DIGEST = "digest";

    private static final String COUNTS = "counts";
    private static final String RATES = "rates";
    private static final String PLATFORM = "platform";
    private static final String RANK = "rank";

    private EngagementDocument() {}

    static ObjectNode pair(PairCounts pair) {
        ObjectNode document = document(PAIR)
                .put(QUERY, pair.query().hex())
                .put(RESULT, pair.result().hex())
                .put(SAVES, count(pair.counts(), EngagementKind.SAVE))
                .put(CLICKS, count(pair.counts(), EngagementKind.CLICK));
        document.set(COUNTS, write(pair.counts()));
        return document;
    }

    static ObjectNode image(ImageSignature image, EngagementCounts counts) {
        ObjectNode document = document(IMAGE).put(RESULT, image.hex());
        document.set(COUNTS, write(counts));
        return document;
    }

    static ObjectNode rates(EngagementRates rates) {
        ObjectNode document = document(RATES);
        ArrayNode places = document.putArray(RATES);
        new TreeMap<>(rates.rates()).forEach((place, ofKind) -> {
            ObjectNode written = place(places.addObject(), place);
            sorted(ofKind).forEach((kind, rate) -> written.put(kind.slug(), rate));
        });
        return document;
    }

    static ObjectNode digest(String digest) {
        return document(DIGEST).put(DIGEST, digest);
    }

    private static ObjectNode document(String kind) {
        return JsonNodeFactory.instance.objectNode().put(KIND, kind);
    }

    private static long count(EngagementCounts counts, EngagementKind kind) {
        return counts.actions().getOrDefault(kind, 0L);
    }

    private static ObjectNode write(EngagementCounts counts) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        ArrayNode places = written.putArray(EngagementKind.IMPRESSION.slug());
        new TreeMap<>(counts.impressions())
                .forEach((place, count) -> place(places.addObject(), place).put(COUNTS, count));
        sorted(counts.actions()).forEach((kind, count) -> written.put(kind.slug(), count));
        return written;
    }

    private static <V> Map<EngagementKind, V> sorted(Map<EngagementKind, V> ofKind) {
        Map<EngagementKind, V> sorted = new EnumMap<>(EngagementKind.class);
        sorted.putAll(ofKind);
        return sorted;
    }

    private static ObjectNode place(ObjectNode written, Exposure place) {
        return written.put(PLATFORM, place.platform()).put(RANK, place.rank());
    }

    static PairCounts readPair(JsonNode document) {
        return new PairCounts(signature(document, QUERY), readResult(document), readCounts(document));
    }

    static ImageSignature readResult(JsonNode document) {
        return signature(document, RESULT);
    }

    static EngagementCounts readCounts(JsonNode document) {
        JsonNode counts = document.path(COUNTS);
        Map<Exposure, Long> impressions = new HashMap<>();
        for (JsonNode place : counts.path(EngagementKind.IMPRESSION.slug())) {
            impressions.put(readPlace(place), place.path(COUNTS).asLong());
        }
        Map<EngagementKind, Long> actions = new EnumMap<>(EngagementKind.class);
        for (EngagementKind kind : EngagementKind.values()) {
            if (counts.path(kind.slug()).isNumber()) {
                actions.put(kind, counts.path(kind.slug()).asLong());
            }
        }
        return new EngagementCounts(impressions, actions);
    }

    static EngagementRates readRates(JsonNode document) {
        Map<Exposure, Map<EngagementKind, Double>> rates = new HashMap<>();
        for (JsonNode place : document.path(RATES)) {
            Map<EngagementKind, Double> ofKind = new EnumMap<>(EngagementKind.class);
            for (EngagementKind kind : EngagementKind.values()) {
                if (place.path(kind.slug()).isNumber()) {
                    ofKind.put(kind, place.path(kind.slug()).asDouble());
                }
            }
            rates.put(readPlace(place), ofKind);
        }
        return new EngagementRates(rates);
    }

    private static Exposure readPlace(JsonNode place) {
        return new Exposure(place.path(PLATFORM).asText(), place.path(RANK).asInt());
    }

    private static ImageSignature signature(JsonNode document, String field) {
        return new ImageSignature(document.path(field).asText());
    }
}
