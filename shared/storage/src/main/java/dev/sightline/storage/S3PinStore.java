package dev.sightline.storage;

import dev.sightline.events.CatalogueKeys;
import dev.sightline.events.PinRecord;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Pins in the bucket of the catalogue, under {@link CatalogueKeys#pin}. Safe for all threads.
 *
 * <p>The bucket may be listed, so that S3 answers a missing pin with "not found" rather than "forbidden".
 */
public final class S3PinStore implements PinStore {

    private static final int PAGE = 1000;
    private static final char BEHIND_SLASH = '/' + 1;
    private static final Comparator<PinRecord> OLDEST_FIRST = Comparator.comparing(PinRecord::createdAt)
            .thenComparing(pin -> pin.id().toString());

    private final S3Json records;
    private final BucketListing listing;

    public S3PinStore(S3Client s3, String bucket) {
        this.records = new S3Json(s3, bucket);
        this.listing = new S3BucketListing(s3, bucket);
    }

    @Override
    public boolean create(PinRecord pin) {
        return records.create(CatalogueKeys.pin(pin.id()), pin);
    }

    @Override
    public Optional<Versioned<PinRecord>> find(PinId id) {
        return records.find(CatalogueKeys.pin(id), PinRecord.class);
    }

    @Override
    public boolean replace(PinRecord pin, String expectedEtag) {
        return records.replace(CatalogueKeys.pin(pin.id()), pin, expectedEtag);
    }

    @Override
    public void delete(PinId id) {
        records.delete(CatalogueKeys.pin(id));
    }

    @Override
    public List<PinRecord> ofImage(ImageSignature image) {
        return SideBySide.read(keysOf(image), key -> records.read(key, PinRecord.class)).stream()
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private List<String> keysOf(ImageSignature image) {
        return records.texts().list(CatalogueKeys.pinsOf(image)).stream()
                .map(object -> object.key())
                .filter(key -> CatalogueKeys.pinOf(key).isPresent())
                .toList();
    }

    /** Passes over the other pins of an image: no key of its folder comes after this one. */
    private static String behind(ImageSignature image) {
        return CatalogueKeys.PINS + image.hex() + BEHIND_SLASH;
    }

    @Override
    public List<ImageSignature> images(@Nullable ImageSignature after, int limit) {
        NavigableSet<ImageSignature> images = new TreeSet<>();
        String from = after == null ? "" : behind(after);
        List<BucketObject> page = listing.page(CatalogueKeys.PINS, from, PAGE);
        while (!page.isEmpty() && images.size() < limit) {
            page.forEach(pin -> CatalogueKeys.imageOf(pin.key()).ifPresent(images::add));
            page = listing.page(
                    CatalogueKeys.PINS,
                    CatalogueKeys.imageOf(page.getLast().key())
                            .map(S3PinStore::behind)
                            .orElse(page.getLast().key()),
                    PAGE);
        }
        return images.stream().limit(limit).toList();
    }
}
