package dev.sightline.local.operate;

import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.local.operate.Sightings.Looked;
import dev.sightline.storage.BucketListing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the bucket with the sources, key by key, and hands the live sources on to be compared with the index. */
final class KeyComparison {

    private static final int BATCH = 500;

    private final BucketListing bucket;
    private final SourceRegistry registry;
    private final SourceComparison sources;

    KeyComparison(BucketListing bucket, SourceRegistry registry, SourceComparison sources) {
        this.bucket = bucket;
        this.registry = registry;
        this.sources = sources;
    }

    void compare(String prefix, MinimumAge age, Sightings sightings) {
        KeyWalk walk = KeyWalk.over(bucket, registry, prefix, "");
        List<Source> live = new ArrayList<>();
        for (Optional<KnownKey> next = walk.next(); next.isPresent(); next = walk.next()) {
            KnownKey known = next.get();
            compare(known, age, sightings);
            Source source = known.source();
            if (source != null && source.liveSignature().isPresent()) {
                live.add(source);
            }
            if (live.size() == BATCH) {
                sources.compare(live, age, sightings);
                live.clear();
            }
        }
        sources.compare(live, age, sightings);
    }

    private static void compare(KnownKey known, MinimumAge age, Sightings sightings) {
        if (known.object() != null) {
            sightings.looked(Looked.OBJECT);
        }
        if (known.source() != null) {
            sightings.looked(Looked.SOURCE);
        }
        KeyJudge.judge(known)
                .ifPresent(
                        kind -> sightings.seen(new Difference.OfKey(kind, known.key(), known.source()), age.of(known)));
    }
}
