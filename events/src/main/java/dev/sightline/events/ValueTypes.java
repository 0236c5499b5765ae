package dev.sightline.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.sightline.visual.AccessRole;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.PinId;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;

/**
 * How value types look in JSON, all but model set and frame as text: signature, sequencer and source id as they print, error codes as slugs, a binary
 * embedding as base64 of its packed bytes, a dense one as base64 of its floats, little-endian.
 */
final class ValueTypes {

    private ValueTypes() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("sightline");
        register(module, ImageSignature.class, ImageSignature::hex, ImageSignature::new);
        register(module, Sequencer.class, Sequencer::value, Sequencer::new);
        register(module, SourceId.class, SourceId::value, SourceId::new);
        register(module, PinId.class, PinId::toString, PinId::parse);
        register(module, BoardId.class, BoardId::value, BoardId::new);
        register(module, EngagementKind.class, EngagementKind::slug, ValueTypes::engagementKind);
        register(module, ImageCollection.class, ImageCollection::name, ImageCollection::new);
        register(module, AccessRole.class, AccessRole::slug, AccessRole::ofSlug);
        register(module, ErrorCode.class, ErrorCode::slug, ValueTypes::errorCode);
        module.addDeserializer(ModelSet.class, new ModelSetReader());
        module.addDeserializer(AccessKeyRecord.class, new AccessKeyRecordReader());
        module.addDeserializer(BoardRecord.class, new BoardRecordReader());
        module.addDeserializer(Frame.class, new FrameReader());
        module.addDeserializer(AnalyzedObject.class, new AnalyzedObjectReader());
        module.addDeserializer(ImageAnalysis.class, new ImageAnalysisReader());
        register(module, BinaryEmbedding.class, ValueTypes::write, ValueTypes::binary);
        register(module, DenseEmbedding.class, ValueTypes::write, ValueTypes::dense);
        return module;
    }

    private static <T> void register(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new TextSerializer<>(type, write));
        module.addDeserializer(type, new TextDeserializer<>(type, read));
    }

    private static EngagementKind engagementKind(String slug) {
        return EngagementKind.ofSlug(slug)
                .orElseThrow(
                        () -> new IllegalArgumentException("expected a kind of engagement, got '%s'".formatted(slug)));
    }

    private static ErrorCode errorCode(String slug) {
        return ErrorCode.valueOf(slug.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static String write(BinaryEmbedding embedding) {
        return Base64.getEncoder().encodeToString(embedding.toPacked());
    }

    private static BinaryEmbedding binary(String base64) {
        return BinaryEmbedding.ofPacked(Base64.getDecoder().decode(base64));
    }

    private static String write(DenseEmbedding embedding) {
        ByteBuffer bytes =
                ByteBuffer.allocate(embedding.dimensions() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(embedding.toArray());
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static DenseEmbedding dense(String base64) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() % Float.BYTES != 0) {
            throw new IllegalArgumentException("expected whole floats, got %d bytes".formatted(bytes.remaining()));
        }
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return DenseEmbedding.ofUnit(values);
    }

    private static final class TextSerializer<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> write;

        TextSerializer(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(write.apply(value));
        }
    }

    private static final class TextDeserializer<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> read;

        TextDeserializer(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getText();
            try {
                return read.apply(text);
            } catch (IllegalArgumentException | SightlineException e) {
                throw context.weirdStringException(text, handledType(), String.valueOf(e.getMessage()));
            }
        }
    }
}
