package dev.sightline.ranking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A ranker as a JSON document: the one way in and out. It follows the published schema, and its features mean what they mean here ({@link
 * RankingFeature#VERSION}): a document of other meanings is refused, since its weights would be of something else.
 */
public final class RankerDocument {

    /** What answers and logs say where no ranker ordered the results; no ranker has this name. */
    public static final String NO_RANKER = "none";

    private static final String SCHEMA = "/ranker/ranker.schema.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RankerDocument() {}

    /**
     * Reads a document.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST}, naming what is wrong, if it is no ranker for the features of this code
     */
    public static RankingModel read(String json) {
        JsonNode document = tree(json);
        RankerSchema.require(document);
        requireFeatureVersion(document.path(RankerFields.FEATURE_VERSION).asInt());
        try {
            return RankerReader.read(document);
        } catch (IllegalArgumentException e) {
            throw new SightlineException(ErrorCode.INVALID_REQUEST, "the ranker is not valid: " + e.getMessage(), e);
        }
    }

    /** Writes a document that {@link #read} makes the same ranker of. Always in the same form, so that texts can be compared by line. */
    public static String write(RankingModel model) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(RankerWriter.write(model)) + "\n";
        } catch (JsonProcessingException e) {
            throw new SightlineException(ErrorCode.DEFECT, "cannot write ranker " + model.version(), e);
        }
    }

    /** The JSON Schema (2020-12) of the document. */
    public static String schema() {
        try (InputStream resource = RankerDocument.class.getResourceAsStream(SCHEMA)) {
            if (resource == null) {
                throw new SightlineException(ErrorCode.DEFECT, "expected a resource %s, got none".formatted(SCHEMA));
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SightlineException(ErrorCode.DEFECT, "cannot read resource " + SCHEMA, e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST, "the ranker is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void requireFeatureVersion(int version) {
        if (version != RankingFeature.VERSION) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "the ranker was made for other features: expected feature version %d, got %d; train it again"
                            .formatted(RankingFeature.VERSION, version));
        }
    }
}
