package dev.sightline.storage;

import dev.sightline.events.RankerKeys;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Rankers in the bucket of features, under {@link RankerKeys#ranker}. Safe for all threads.
 *
 * <p>Other objects of that folder are no rankers. The bucket may be listed, so that S3 answers a missing one with "not found".
 */
public final class S3RankerStore implements RankerStore {

    private static final String END = ".json";

    private final S3Texts documents;

    public S3RankerStore(S3Client s3, String bucket) {
        this.documents = new S3Texts(s3, bucket);
    }

    @Override
    public boolean keep(String version, String document) {
        return documents.create(RankerKeys.ranker(version), document);
    }

    @Override
    public Optional<String> kept(String version) {
        return documents.read(RankerKeys.ranker(version));
    }

    @Override
    public List<String> versions() {
        return documents.list(RankerKeys.FOLDER).stream()
                .map(object -> object.key())
                .filter(key -> key.endsWith(END))
                .map(key -> key.substring(RankerKeys.FOLDER.length(), key.length() - END.length()))
                .sorted()
                .toList();
    }
}
