package dev.sightline.blender.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all schemas: patterns are for the whole text; a property that is never null is required; a body has no other properties than
 * its own, and one that is not required may also be null.
 */
final class SchemaRules {

    private static final String BODY = "Body";

    private final Map<String, List<String>> required;

    SchemaRules(Map<String, List<String>> required) {
        this.required = required;
    }

    void applyTo(OpenAPI document) {
        document.getComponents().getSchemas().forEach(this::complete);
        SchemaWalk.of(document).forEach(SchemaRules::anchor);
    }

    private void complete(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        TreeSet<String> always = new TreeSet<>(required.getOrDefault(name, List.of()));
        always.retainAll(schema.getProperties().keySet());
        if (schema.getRequired() != null) {
            always.addAll(schema.getRequired());
        }
        schema.setRequired(always.isEmpty() ? null : new ArrayList<>(always));
        if (name.endsWith(BODY)) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        }
    }

    private static void anchor(Schema schema) {
        @Nullable String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern("^(" + pattern + ")$");
        }
    }
}
