package dev.sightline.lab.features;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The features of one image in one file: per layer its name and its floats, then a checksum over all of it, big-endian.
 *
 * <p>A file appears complete or not at all; one that is broken all the same counts as missing.
 */
final class FeatureFile {

    private static final int MAGIC = 0x534C4631;

    private FeatureFile() {}

    static void write(Path file, Map<String, float[]> layers) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path partial = Files.createTempFile(file.toAbsolutePath().getParent(), ".partial", "");
            Files.write(partial, encoded(layers));
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("expected a writable file, got " + file, e);
        }
    }

    /** The layers by name, or empty if the file is missing or broken. */
    static Optional<Map<String, float[]>> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int length = bytes.length - Long.BYTES;
            if (length < 0 || ByteBuffer.wrap(bytes, length, Long.BYTES).getLong() != checksum(bytes, length)) {
                return Optional.empty();
            }
            return decoded(Arrays.copyOf(bytes, length));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("expected a readable file, got " + file, e);
        }
    }

    private static byte[] encoded(Map<String, float[]> layers) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(layers.size());
            for (Map.Entry<String, float[]> layer : layers.entrySet()) {
                out.writeUTF(layer.getKey());
                out.writeInt(layer.getValue().length);
                for (float value : layer.getValue()) {
                    out.writeFloat(value);
                }
            }
            byte[] content = bytes.toByteArray();
            out.writeLong(checksum(content, content.length));
        }
        return bytes.toByteArray();
    }

    private static Optional<Map<String, float[]>> decoded(byte[] content) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(content));
        if (in.readInt() != MAGIC) {
            return Optional.empty();
        }
        Map<String, float[]> layers = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            float[] values = new float[in.readInt()];
            for (int d = 0; d < values.length; d++) {
                values[d] = in.readFloat();
            }
            layers.put(name, values);
        }
        return Optional.of(layers);
    }

    private static long checksum(byte[] bytes, int length) {
        var checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }
}
