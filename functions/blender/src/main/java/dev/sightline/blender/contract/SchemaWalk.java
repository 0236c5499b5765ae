package dev.sightline.blender.contract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** All schemas of a document that are its own: of its components and of parameters, with their properties and items. */
final class SchemaWalk {

    private SchemaWalk() {}

    static List<Schema> of(OpenAPI document) {
        Stream<Schema> components = document.getComponents().getSchemas().values().stream();
        Stream<Parameter> shared = values(document.getComponents().getParameters());
        Stream<Parameter> own = operations(document).flatMap(operation -> elements(operation.getParameters()));
        Stream<Schema> ofParameters = Stream.concat(shared, own).map(Parameter::getSchema);
        return Stream.concat(components, ofParameters)
                .filter(Objects::nonNull)
                .flatMap(SchemaWalk::withParts)
                .toList();
    }

    static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    private static Stream<Schema> withParts(Schema schema) {
        Stream<Schema> properties = values(schema.getProperties());
        Stream<Schema> items = Stream.ofNullable(schema.getItems());
        return Stream.concat(Stream.of(schema), Stream.concat(properties, items).flatMap(SchemaWalk::withParts));
    }

    private static <T> Stream<T> values(@Nullable Map<String, T> map) {
        return map == null ? Stream.empty() : map.values().stream();
    }

    private static <T> Stream<T> elements(@Nullable Collection<T> elements) {
        return elements == null ? Stream.empty() : elements.stream();
    }
}
