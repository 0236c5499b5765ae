package dev.sightline.local.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.local.terminal.LauncherException;

/** Reads the API's answers into records; fields that the launcher does not know are skipped. */
final class ApiJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ApiJson() {}

    static <T> T read(JsonNode answer, Class<T> type) {
        try {
            return MAPPER.treeToValue(answer, type);
        } catch (JsonProcessingException e) {
            throw new LauncherException(
                    "the API's answer does not have the documented form: " + e.getOriginalMessage(), e);
        }
    }
}
