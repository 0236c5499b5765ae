package dev.sightline.index;

/**
 * How the indexes of images and of objects are made. Fixed with each generation: another shape comes with the next one ({@code rebuild-index}).
 *
 * @param mode how nearest neighbours are found
 * @param shards primary shards of each index, at least 1. A shard is searched well up to 30 GiB, about 1.4 million vectors of 1,280 dimensions
 * @throws IllegalArgumentException if there are fewer than 1
 */
public record IndexShape(KnnMode mode, int shards) {

    /** One machine: exact search, one shard. */
    public static final IndexShape LOCAL = new IndexShape(KnnMode.EXACT, 1);

    public IndexShape {
        if (shards < 1) {
            throw new IllegalArgumentException("expected at least 1 shard of an index, got " + shards);
        }
    }
}
