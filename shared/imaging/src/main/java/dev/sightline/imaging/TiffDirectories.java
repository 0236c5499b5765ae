package dev.sightline.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The chain of directories of a TIFF file or an EXIF block, without copying what they point to: metadata libraries copy every value
 * of every entry, and a small file may point to its largest part thousands of times.
 */
final class TiffDirectories {

    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int MAX_TEXT = 64;

    /** Bytes of a value of each type, from 0; types that are not known have none, as readers skip them. */
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private final ByteBuffer file;
    private final List<Integer> offsets = new ArrayList<>();

    private TiffDirectories(byte[] tiff) throws IOException {
        file = ByteBuffer.wrap(tiff);
        if (tiff.length < HEADER) {
            throw new IOException("expected a TIFF header of %d bytes, got %d".formatted(HEADER, tiff.length));
        }
        file.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** The directories up to the end of the chain, to one that was seen before, or to {@code most} and one more. */
    static TiffDirectories of(byte[] tiff, int most) throws IOException {
        var directories = new TiffDirectories(tiff);
        Set<Integer> seen = new HashSet<>();
        int at = directories.file.getInt(4);
        while (directories.isInside(at) && seen.add(at) && seen.size() <= most + 1) {
            directories.offsets.add(at);
            int end = directories.entry(at, directories.entries(at));
            at = end + 4 <= tiff.length ? directories.file.getInt(end) : 0;
        }
        return directories;
    }

    private boolean isInside(int at) {
        return at >= HEADER && at <= file.capacity() - 2;
    }

    /** How many there are. */
    int count() {
        return offsets.size();
    }

    /** The number that a directory's entry holds, or the first of them. */
    OptionalLong number(int directory, int tag) {
        int at = find(directory, tag);
        if (at < 0) {
            return OptionalLong.empty();
        }
        return switch (file.getShort(at + 2)) {
            case 1 -> OptionalLong.of(file.get(at + 8) & 0xFF);
            case 3 -> OptionalLong.of(file.getShort(at + 8) & 0xFFFF);
            case 4, 13 -> OptionalLong.of(file.getInt(at + 8) & 0xFFFFFFFFL);
            default -> OptionalLong.empty();
        };
    }

    /** Whether a directory has an entry, of whatever type. */
    boolean has(int directory, int tag) {
        return find(directory, tag) >= 0;
    }

    /** The start of a text; empty if a directory has none. */
    String text(int directory, int tag) {
        int at = find(directory, tag);
        if (at < 0) {
            return "";
        }
        int length = Math.clamp(file.getInt(at + 4), 0, MAX_TEXT);
        int start = length <= 4 ? at + 8 : file.getInt(at + 8);
        boolean inside = start >= 0 && start <= file.capacity() - length;
        return inside ? new String(file.array(), start, length, StandardCharsets.ISO_8859_1) : "";
    }

    /** Bytes of all entries and of all values that they point to; counted until they are more than {@code most}. */
    long declaredBytes(long most) {
        long sum = 0;
        for (int at : offsets) {
            for (int i = 0; i < entries(at) && sum <= most; i++) {
                sum += ENTRY + valueBytes(entry(at, i));
            }
        }
        return sum;
    }

    private long valueBytes(int entry) {
        int type = file.getShort(entry + 2) & 0xFFFF;
        return type < TYPE_BYTES.length ? (file.getInt(entry + 4) & 0xFFFFFFFFL) * TYPE_BYTES[type] : 0;
    }

    private int find(int directory, int tag) {
        int at = offsets.get(directory);
        for (int i = 0; i < entries(at); i++) {
            if ((file.getShort(entry(at, i)) & 0xFFFF) == tag) {
                return entry(at, i);
            }
        }
        return -1;
    }

    /** How many entries of a directory lie inside the file. */
    private int entries(int directory) {
        int declared = file.getShort(directory) & 0xFFFF;
        return Math.min(declared, (file.capacity() - directory - 2) / ENTRY);
    }

    private int entry(int directory, int index) {
        return directory + 2 + index * ENTRY;
    }
}
