package dev.sightline.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.stream.Collectors;

/** Holds documents against the published schema. */
final class RankerSchema {

    private static final int SHOWN = 10;

    private RankerSchema() {}

    static void require(JsonNode document) {
        List<Error> errors = Compiled.SCHEMA.validate(document);
        if (!errors.isEmpty()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "the ranker is not valid:\n"
                            + errors.stream()
                                    .limit(SHOWN)
                                    .map(error -> "  %s: %s".formatted(error.getInstanceLocation(), error.getMessage()))
                                    .collect(Collectors.joining("\n")));
        }
    }

    /** Made when the first document is read. */
    private static final class Compiled {

        static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build()))
                .getSchema(RankerDocument.tree(RankerDocument.schema()));
    }
}
