package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFileTest {

    private final LinearHead head = new LinearHead(new float[][] {{1, 2, 3}, {-4, 5.5f, 6}}, new float[] {7, -8});

    @TempDir
    private Path folder;

    @Test
    void write_ofAHead_hasAlignedHeadersAndLittleEndianValues() throws IOException {
        assertArray("weight.npy", "(2, 3)", 1, 2, 3, -4, 5.5f, 6);
        assertArray("bias.npy", "(2,)", 7, -8);
    }

    @Test
    void write_twice_givesTheSameBytes() throws IOException {
        assertThat(Files.readAllBytes(written("1.npz"))).isEqualTo(Files.readAllBytes(written("2.npz")));
    }

    private void assertArray(String name, String shape, float... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(entry(name)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[8];
        bytes.get(magic);
        assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
        byte[] header = new byte[bytes.getShort()];
        bytes.get(header);
        assertThat(bytes.position() % 64).isZero();
        assertThat(new String(header, StandardCharsets.US_ASCII))
                .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': %s, }".formatted(shape))
                .endsWith("\n");
        for (float value : values) {
            assertThat(bytes.getFloat()).isEqualTo(value);
        }
        assertThat(bytes.hasRemaining()).isFalse();
    }

    private byte[] entry(String name) throws IOException {
        try (ZipFile zip = new ZipFile(written("head.npz").toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }

    private Path written(String name) throws IOException {
        Path file = folder.resolve(name);
        NpzFile.write(head, file);
        return file;
    }
}
