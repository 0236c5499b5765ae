package dev.sightline.local.operate;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexInventory;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.VisualSearcher;
import dev.sightline.local.upload.Pacer;
import dev.sightline.reconcile.Catalogue;
import dev.sightline.storage.BucketListing;
import dev.sightline.storage.FeatureStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Compares the bucket with the sources and these with the index, in one walk over the keys and one over the documents of each
 * generation, and one over the pins: all in pages, so that memory does not grow with the bucket. Mends what differs on request.
 */
public final class Reconciliation {

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final int SHOW_EVERY = 500;

    private final KeyComparison keys;
    private final DocumentComparison documents;
    private final PinComparison pins;
    private final DifferenceRepair repair;
    private final Pacer pacer;

    Reconciliation(Compared compared, DifferenceRepair repair, Pacer pacer) {
        SourceComparison sources = new SourceComparison(compared.index(), compared.inventory(), compared.features());
        this.keys = new KeyComparison(compared.bucket(), compared.registry(), sources);
        this.documents = new DocumentComparison(
                compared.registry(), compared.index(), compared.inventory(), compared.features());
        this.pins = new PinComparison(compared.catalogue(), compared.registry(), compared.index(), compared.searcher());
        this.repair = repair;
        this.pacer = pacer;
    }

    /** What is compared with what. */
    record Compared(
            BucketListing bucket,
            SourceRegistry registry,
            FeatureStore features,
            Catalogue catalogue,
            ImageIndex index,
            IndexInventory inventory,
            VisualSearcher searcher) {}

    /**
     * Which part is compared.
     *
     * @param prefix of the keys; documents count by the keys that they name, objects and pins belong to the whole only
     * @param minimumAge what is younger is in flight: counted and left alone
     */
    public record Scope(String prefix, Duration minimumAge) {}

    /** Looks once and changes nothing. */
    public Findings find(Scope scope, Consumer<Findings> progress) {
        return walk(scope, progress, difference -> {});
    }

    /** Looks once and mends what it finds on the way; requests are answered by the pipeline later. */
    public Findings mend(Scope scope, Consumer<Findings> progress) {
        Findings findings = walk(scope, progress, repair::mend);
        repair.flush();
        return findings;
    }

    /** What the last {@link #mend} could not do, for people. */
    public List<String> problems() {
        return repair.problems();
    }

    /** Looks again and again until nothing differs and nothing is on its way because of a repair, or the time is over. */
    public Findings await(Scope scope, Duration wait, Consumer<Findings> progress) {
        Instant deadline = pacer.now().plus(wait);
        Findings findings = find(scope, progress);
        while (!findings.isSettled() && pacer.now().isBefore(deadline)) {
            pacer.pause(POLL);
            findings = find(scope, progress);
        }
        return findings;
    }

    private Findings walk(Scope scope, Consumer<Findings> progress, Consumer<Difference> settled) {
        MinimumAge age = new MinimumAge(pacer.now().minus(scope.minimumAge()));
        Findings findings = new Findings();
        Sightings sightings = new Sightings() {
            @Override
            public void seen(Difference difference, Standing standing) {
                findings.seen(difference, standing);
                if (standing == Standing.SETTLED) {
                    settled.accept(difference);
                }
            }

            @Override
            public void looked(Looked at) {
                findings.looked(at);
                if ((findings.objects() + findings.sources() + findings.documents()) % SHOW_EVERY == 0) {
                    progress.accept(findings);
                }
            }
        };
        keys.compare(scope.prefix(), age, sightings);
        documents.compare(scope.prefix(), age, sightings);
        if (scope.prefix().isEmpty()) {
            pins.compare(age, sightings);
        }
        return findings;
    }
}
