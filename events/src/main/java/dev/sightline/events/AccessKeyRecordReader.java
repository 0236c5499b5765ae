package dev.sightline.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.sightline.visual.AccessRole;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads an {@link AccessKeyRecord}, of which collection, expiry and revocation may be absent. */
final class AccessKeyRecordReader extends StdDeserializer<AccessKeyRecord> {

    private static final long serialVersionUID = 1L;

    AccessKeyRecordReader() {
        super(AccessKeyRecord.class);
    }

    @Override
    public AccessKeyRecord deserialize(JsonParser in, DeserializationContext context) throws IOException {
        RecordFields key = RecordFields.read(AccessKeyRecord.class, in, context);
        try {
            return new AccessKeyRecord(
                    key.required("id", String.class),
                    key.required("name", String.class),
                    key.required("role", AccessRole.class),
                    optional(key, "collection", String.class),
                    key.required("secretHash", String.class),
                    key.required("createdAt", Instant.class),
                    optional(key, "expiresAt", Instant.class),
                    optional(key, "revokedAt", Instant.class));
        } catch (IllegalArgumentException e) {
            return context.reportInputMismatch(AccessKeyRecord.class, "%s", e.getMessage());
        }
    }

    private static <T> @Nullable T optional(RecordFields key, String field, Class<T> type) throws IOException {
        return key.has(field) ? key.required(field, type) : null;
    }
}
