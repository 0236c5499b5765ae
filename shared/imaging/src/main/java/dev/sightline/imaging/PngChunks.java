package dev.sightline.imaging;

import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.png.PngProcessingException;
import com.drew.lang.StreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Single chunks of a PNG file, as stored: whole readers inflate text and profiles without a bound. */
final class PngChunks {

    private PngChunks() {}

    static Optional<byte[]> first(byte[] png, PngChunkType type) throws IOException {
        try {
            var reader = new StreamReader(new ByteArrayInputStream(png));
            for (PngChunk chunk : new PngChunkReader().extract(reader, Set.of(type))) {
                return Optional.of(chunk.getBytes());
            }
            return Optional.empty();
        } catch (PngProcessingException e) {
            throw new IOException(e);
        }
    }
}
