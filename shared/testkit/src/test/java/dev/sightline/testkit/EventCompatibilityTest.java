package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.EventJson;
import dev.sightline.events.FeatureRecord;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Messages lie in queues, and records in S3, while readers and writers are replaced one by one. So a field once published stays, with
 * its type, and a new one must be optional. {@code published-fields.txt} lists what was published; a new optional field is added to it.
 */
class EventCompatibilityTest {

    @Test
    void fields_comparedWithThePublishedOnes_areOnlyAddedTo() {
        assertThat(fields()).containsAll(published());
    }

    @Test
    void fields_notYetPublished_areOptional() {
        Set<String> added = fields();
        added.removeAll(published());
        assertThat(added).noneMatch(field -> field.endsWith("required"));
    }

    @Test
    void read_fieldFromTheFuture_isIgnored() {
        String sample = EventsModule.sample("FeatureRecord");
        String future = sample.replaceFirst("\\{", "{\"addedLater\": {\"deep\": [1]},");
        EventSchemas.assertValid(future, FeatureRecord.class);
        assertThat(EventJson.read(future, FeatureRecord.class)).isEqualTo(EventJson.read(sample, FeatureRecord.class));
    }

    private static Set<String> published() {
        return new TreeSet<>(EventsModule.text("published-fields.txt").lines().toList());
    }

    /** Lines such as {@code Frame.width: integer, required}. */
    private static Set<String> fields() {
        Set<String> lines = new TreeSet<>();
        for (Class<?> record : EventsModule.recordsAndParts()) {
            JsonNode schema = EventsModule.schema(record.getSimpleName());
            schema.path("properties").properties().forEach(property -> {
                String need = isRequired(schema, property.getKey()) ? "required" : "optional";
                lines.add("%s.%s: %s, %s"
                        .formatted(record.getSimpleName(), property.getKey(), type(property.getValue()), need));
            });
        }
        return lines;
    }

    private static boolean isRequired(JsonNode schema, String property) {
        return schema.path("required")
                .valueStream()
                .anyMatch(name -> name.asText().equals(property));
    }

    private static String type(JsonNode property) {
        if (property.has("$ref")) {
            return property.path("$ref").asText().replaceFirst(".*/", "").replace(".json", "");
        }
        if (property.has("const")) {
            return "the text " + property.path("const").asText();
        }
        String type = property.path("type").asText();
        return type.equals("array") ? "list of " + type(property.path("items")) : type;
    }
}
