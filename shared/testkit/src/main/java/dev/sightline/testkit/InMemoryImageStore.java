package dev.sightline.testkit;

import dev.sightline.index.SourceRegistry;
import dev.sightline.storage.BucketListing;
import dev.sightline.storage.BucketObject;
import dev.sightline.storage.DownloadGrant;
import dev.sightline.storage.ImageStore;
import dev.sightline.storage.PresignedUpload;
import dev.sightline.storage.StoredFile;
import dev.sightline.storage.UploadGrant;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import dev.sightline.visual.TraceParent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Images in memory, and the listing of them; the ETag is a hash of the bytes, as in S3. Safe for all threads. */
public final class InMemoryImageStore implements ImageStore, BucketListing {

    private static final int ETAG_DIGITS = 32;

    private final Map<String, StoredFile> files = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastModified = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile boolean available = true;

    /** A store whose grants start at {@link Fixtures#NOW}. */
    public InMemoryImageStore() {
        this(Clock.fixed(Fixtures.NOW, ZoneOffset.UTC));
    }

    /** A store whose grants start when the clock says. */
    public InMemoryImageStore(Clock clock) {
        this.clock = clock;
    }

    /** Puts an object and returns its ETag. */
    public String put(String key, byte[] bytes) {
        String etag = ImageSignature.of(bytes).hex().substring(0, ETAG_DIGITS);
        lastModified.put(key, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        files.put(key, new StoredFile(bytes.clone(), etag));
        return etag;
    }

    /** Deletes an object. */
    public void remove(String key) {
        files.remove(key);
    }

    /** From now on every call fails with {@code STORAGE_UNAVAILABLE}. */
    public void becomeUnavailable() {
        available = false;
    }

    /** From now on calls succeed again. */
    public void becomeAvailable() {
        available = true;
    }

    @Override
    public Optional<StoredFile> read(String key, long maxBytes) {
        return find(key).map(file -> {
            if (file.bytes().length > maxBytes) {
                throw new SightlineException(
                        ErrorCode.TOO_MANY_BYTES,
                        "%s: expected at most %d bytes, got %d".formatted(key, maxBytes, file.bytes().length));
            }
            return new StoredFile(file.bytes().clone(), file.etag(), file.trace());
        });
    }

    @Override
    public Optional<String> etag(String key) {
        return find(key).map(StoredFile::etag);
    }

    @Override
    public PresignedUpload presignUpload(UploadGrant grant) {
        Map<String, String> headers = Map.of(
                "content-type",
                grant.contentType(),
                "if-none-match",
                "*",
                "x-amz-meta-" + TraceParent.NAME,
                grant.trace().text());
        URI url = URI.create("https://uploads.invalid/" + URLEncoder.encode(grant.key(), StandardCharsets.UTF_8));
        return new PresignedUpload(url, "PUT", headers, clock.instant().plus(grant.validFor()));
    }

    @Override
    public URI presignDownload(DownloadGrant grant) {
        return URI.create("https://downloads.invalid/%s?type=%s&seconds=%d"
                .formatted(
                        URLEncoder.encode(grant.key(), StandardCharsets.UTF_8),
                        grant.contentType(),
                        grant.validFor().toSeconds()));
    }

    @Override
    public List<BucketObject> page(String prefix, String afterKey, int limit) {
        requireAvailable(prefix);
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(prefix))
                .filter(file -> SourceRegistry.KEY_ORDER.compare(file.getKey(), afterKey) > 0)
                .map(file -> new BucketObject(
                        file.getKey(),
                        file.getValue().etag(),
                        file.getValue().bytes().length,
                        lastModified.getOrDefault(file.getKey(), Instant.EPOCH)))
                .sorted(Comparator.comparing(BucketObject::key, SourceRegistry.KEY_ORDER))
                .limit(limit)
                .toList();
    }

    private Optional<StoredFile> find(String key) {
        requireAvailable(key);
        return Optional.ofNullable(files.get(key));
    }

    private void requireAvailable(String key) {
        if (!available) {
            throw new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, key + ": told to be unavailable");
        }
    }
}
