package dev.sightline.local.demo;

import dev.sightline.events.OutputNames;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.local.system.RunningSystem;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.S3Client;

/** Small JPEG copies of images, as data URIs. Not thread-safe: it remembers what it made. */
public final class Thumbnails {

    private static final int RESULT_SIDE = 200;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
    private final Map<String, String> byKey = new HashMap<>();
    private final Function<String, byte[]> stored;

    /** @param stored reads an image by its key */
    Thumbnails(Function<String, byte[]> stored) {
        this.stored = stored;
    }

    /** Of the images in the system's bucket. */
    public static Thumbnails of(S3Client s3, RunningSystem system) {
        String bucket = system.output(OutputNames.IMAGES_BUCKET);
        return new Thumbnails(key ->
                s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArrayUnsafe());
    }

    /** Of a stored image. */
    String ofKey(String key) {
        return byKey.computeIfAbsent(key, name -> of(stored.apply(name), RESULT_SIDE));
    }

    /** Of any image file. */
    public String of(byte[] image, int maxSide) {
        byte[] jpeg = decoder.decode(image).pixels().encodeJpeg(maxSide);
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    }
}
