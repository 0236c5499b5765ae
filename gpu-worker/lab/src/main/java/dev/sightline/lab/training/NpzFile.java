package dev.sightline.lab.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's archive of arrays: a ZIP with one {@code .npy} file of format 1.0 per array, here little-endian float32 in C order. The same
 * arrays give the same bytes.
 */
final class NpzFile {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int LENGTH_BYTES = 2;

    private NpzFile() {}

    /** Writes {@code weight} [outputs, inputs] and {@code bias} [outputs]. */
    static void write(LinearHead head, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "weight", "(%d, %d)".formatted(head.outputs(), head.inputs()), head.weight());
            entry(zip, "bias", "(%d,)".formatted(head.outputs()), new float[][] {head.bias()});
        }
    }

    private static void entry(ZipOutputStream zip, String name, String shape, float[][] rows) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        header(zip, "{'descr': '<f4', 'fortran_order': False, 'shape': %s, }".formatted(shape));
        for (float[] row : rows) {
            ByteBuffer bytes = ByteBuffer.allocate(row.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(row);
            zip.write(bytes.array());
        }
        zip.closeEntry();
    }

    /** Padded with spaces and ended by a line feed, so that the values start at a multiple of {@value #ALIGNMENT} bytes. */
    private static void header(OutputStream out, String description) throws IOException {
        int unpadded = MAGIC.length + LENGTH_BYTES + description.length() + 1;
        String padded = description + " ".repeat(Math.floorMod(-unpadded, ALIGNMENT)) + "\n";
        out.write(MAGIC);
        out.write(padded.length() & 0xFF);
        out.write(padded.length() >> Byte.SIZE);
        out.write(padded.getBytes(StandardCharsets.US_ASCII));
    }
}
