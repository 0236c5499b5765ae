package dev.sightline.blender;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Takes bodies as the API's document says: no number for a text, no text for a number, nothing else for true and false. */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final Map<LogicalType, List<CoercionInputShape>> REFUSED = Map.of(
            LogicalType.Textual,
            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean),
            LogicalType.Enum,
            List.of(CoercionInputShape.Integer),
            LogicalType.Integer,
            List.of(CoercionInputShape.String, CoercionInputShape.EmptyString, CoercionInputShape.Float),
            LogicalType.Float,
            List.of(CoercionInputShape.String, CoercionInputShape.EmptyString),
            LogicalType.Boolean,
            List.of(
                    CoercionInputShape.String,
                    CoercionInputShape.EmptyString,
                    CoercionInputShape.Integer,
                    CoercionInputShape.Float));

    @Override
    public void customize(ObjectMapper mapper) {
        REFUSED.forEach((type, shapes) ->
                shapes.forEach(shape -> mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail)));
    }
}
