package dev.sightline.local.operate;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexGenerations;
import dev.sightline.index.IndexProbe;
import dev.sightline.index.OpenSearchImageIndex;
import dev.sightline.index.OpenSearchIndexGenerations;
import dev.sightline.index.OpenSearchIndexProbe;
import dev.sightline.index.OpenSearchVisualSearcher;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.VisualSearcher;
import dev.sightline.local.site.Site;
import dev.sightline.reconcile.Catalogue;
import dev.sightline.storage.FeatureStore;
import java.util.function.Function;

/**
 * What the index is rebuilt from and into: sources, feature records and what people saved, the index as it is written, read and arranged.
 *
 * @param probes gives the probe of a generation
 */
public record RebuildParts(
        SourceRegistry registry,
        FeatureStore features,
        Catalogue catalogue,
        ImageIndex index,
        IndexGenerations generations,
        VisualSearcher searcher,
        Function<IndexGeneration, IndexProbe> probes) {

    private static final int PARALLEL_LOADS = 8;

    /** Those of a deployment. */
    public static RebuildParts of(Site site) {
        return new RebuildParts(
                site.registry(),
                site.features(),
                site.catalogue(PARALLEL_LOADS),
                new OpenSearchImageIndex(site.search(), site.indexNames(), site.indexShape()),
                new OpenSearchIndexGenerations(site.search(), site.indexNames(), site.indexShape()),
                new OpenSearchVisualSearcher(site.search(), site.indexNames()),
                generation -> new OpenSearchIndexProbe(site.search(), site.indexNames(), generation));
    }
}
