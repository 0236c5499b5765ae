package dev.sightline.blender.catalogue;

import dev.sightline.visual.ImageSignature;

/** A JPEG file with its ETag, without quotes: 32 hex digits of its SHA-256. Not copied. */
@SuppressWarnings("ArrayRecordComponent") // A carrier between a call and its answer; never compared.
public record Thumbnail(byte[] jpeg, String etag) {

    private static final int ETAG_DIGITS = 32;

    static Thumbnail of(byte[] jpeg) {
        return new Thumbnail(jpeg, ImageSignature.of(jpeg).hex().substring(0, ETAG_DIGITS));
    }
}
