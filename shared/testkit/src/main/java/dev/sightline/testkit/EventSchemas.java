package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.sightline.events.EventJson;

/** Checks what code writes against the published JSON Schemas of {@code dev.sightline.events}. */
public final class EventSchemas {

    private static final String PUBLISHED = "https://sightline.dev/schemas/";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaIdResolvers(ids -> ids.mapPrefix(PUBLISHED, "classpath:schemas/"))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private EventSchemas() {}

    /**
     * Fails unless the text is valid by the schema of a message or record; for {@code IndexMessage.class}, by that of the event it is.
     */
    public static void assertValid(String json, Class<?> type) {
        Class<?> record = type.isInterface() ? EventJson.read(json, type).getClass() : type;
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(PUBLISHED + record.getSimpleName() + ".json"));
        assertThat(schema.validate(json, InputFormat.JSON))
                .as("errors by the schema of %s in %s", record.getSimpleName(), json)
                .isEmpty();
    }
}
