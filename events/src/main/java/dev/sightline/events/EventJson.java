package dev.sightline.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.SightlineException;

/**
 * The one JSON form of every message and record: camelCase, instants in ISO 8601, signatures and sequencers as text, vectors as
 * base64 ({@link ValueTypes}), unknown fields ignored so that readers outlive additive changes.
 *
 * <p>An {@link IndexMessage} and an {@link EngagementMessage} carry their record name in {@code type}.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(ValueTypes.module())
            .addMixIn(IndexMessage.class, IndexMessageType.class)
            .addMixIn(EngagementMessage.class, EngagementMessageType.class)
            .addMixIn(ModelSet.class, WithoutNulls.class)
            .addMixIn(AccessKeyRecord.class, WithoutNulls.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private EventJson() {}

    /** The JSON of a message or record of this package. */
    public static String write(Object value) {
        try {
            return switch (value) {
                case IndexMessage message ->
                    MAPPER.writerFor(IndexMessage.class).writeValueAsString(message);
                case EngagementMessage message ->
                    MAPPER.writerFor(EngagementMessage.class).writeValueAsString(message);
                default -> MAPPER.writeValueAsString(value);
            };
        } catch (JsonProcessingException e) {
            throw new SightlineException(
                    ErrorCode.DEFECT, "cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    /**
     * Reads a message or record of this package.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if the text is not the JSON of such a value
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected the JSON of %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()),
                    e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ImageAnalyzed.class, name = "ImageAnalyzed"),
        @JsonSubTypes.Type(value = ImageRejected.class, name = "ImageRejected"),
        @JsonSubTypes.Type(value = AnalysisFailed.class, name = "AnalysisFailed"),
        @JsonSubTypes.Type(value = ImageRemoved.class, name = "ImageRemoved"),
        @JsonSubTypes.Type(value = CatalogueChanged.class, name = "CatalogueChanged"),
        @JsonSubTypes.Type(value = PurgeDue.class, name = "PurgeDue")
    })
    private interface IndexMessageType {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = EventsReported.class, name = "EventsReported"),
        @JsonSubTypes.Type(value = AnswerServed.class, name = "AnswerServed")
    })
    private interface EngagementMessageType {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface WithoutNulls {}
}
