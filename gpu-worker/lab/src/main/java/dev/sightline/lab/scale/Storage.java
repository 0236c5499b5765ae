package dev.sightline.lab.scale;

/** Bytes in buckets: the truth, which the index is a view of. */
public record Storage(Workload workload, QuantityTable<Figure> figures) {

    /** A base64 text has four characters for three bytes. */
    private static final double BASE64 = 4.0 / 3;

    private static final int BYTES_PER_FLOAT = 4;
    private static final int BITS_PER_BYTE = 8;

    /** Images as they were uploaded. */
    public double originals() {
        return workload.images() * figures.of(Figure.ORIGINAL_BYTES);
    }

    /** Thumbnails. */
    public double thumbnails() {
        return workload.images() * figures.of(Figure.THUMBNAIL_BYTES);
    }

    /** Feature records of one model set: the vectors of each image and object, in base64, and the rest. */
    public double features() {
        double vectors = BASE64
                * (BYTES_PER_FLOAT * figures.of(Figure.DENSE_DIMENSIONS)
                        + figures.of(Figure.CODE_BITS) / BITS_PER_BYTE);
        return workload.vectors() * vectors + workload.images() * figures.of(Figure.RECORD_BYTES);
    }

    /** All. */
    public double bytes() {
        return originals() + thumbnails() + features();
    }
}
