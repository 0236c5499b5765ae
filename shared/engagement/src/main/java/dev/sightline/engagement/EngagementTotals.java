package dev.sightline.engagement;

import dev.sightline.events.EngagementKind;
import dev.sightline.events.RolledUpCount;
import dev.sightline.visual.ImageSignature;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts of many days, summed by pair, by image and by place. Not thread-safe: it grows with every count that is added.
 *
 * <p>Takes memory for each pair, not for each event or day.
 */
public final class EngagementTotals {

    private final Map<Pair, Sum> pairs = new HashMap<>();
    private final Map<ImageSignature, Sum> images = new HashMap<>();
    private final Map<Exposure, Sum> places = new HashMap<>();

    /** Adds a count of one day. */
    public void add(RolledUpCount count) {
        Exposure place = new Exposure(count.platform(), count.rank());
        if (!count.query().isEmpty()) {
            Pair pair = new Pair(new ImageSignature(count.query()), count.image());
            pairs.computeIfAbsent(pair, absent -> new Sum()).add(place, count);
        }
        images.computeIfAbsent(count.image(), absent -> new Sum()).add(place, count);
        places.computeIfAbsent(place, absent -> new Sum()).add(place, count);
    }

    /** What became of results of Related Pins, in order of query and result. */
    public List<PairCounts> pairs() {
        return pairs.entrySet().stream()
                .map(pair -> new PairCounts(
                        pair.getKey().query(),
                        pair.getKey().result(),
                        pair.getValue().counts()))
                .sorted(Comparator.comparing(PairCounts::query).thenComparing(PairCounts::result))
                .toList();
    }

    /** What became of images as results of anything. */
    public Map<ImageSignature, EngagementCounts> images() {
        return images.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, image -> image.getValue().counts()));
    }

    /** Every image of which something is counted, as query or as result. */
    public Set<ImageSignature> mentioned() {
        return Stream.concat(images.keySet().stream(), pairs.keySet().stream().map(Pair::query))
                .collect(Collectors.toSet());
    }

    /** Actions per impression at each place where something was shown; actions at a place without impressions tell of none. */
    public EngagementRates rates() {
        Map<Exposure, Map<EngagementKind, Double>> rates = new HashMap<>();
        places.forEach((place, sum) -> {
            EngagementCounts counts = sum.counts();
            long shown = counts.impressions().getOrDefault(place, 0L);
            if (shown > 0) {
                Map<EngagementKind, Double> ofKind = new EnumMap<>(EngagementKind.class);
                counts.actions().forEach((kind, count) -> ofKind.put(kind, count / (double) shown));
                rates.put(place, Map.copyOf(ofKind));
            }
        });
        return new EngagementRates(rates);
    }

    private record Pair(ImageSignature query, ImageSignature result) {}

    private static final class Sum {

        private final Map<Exposure, Long> impressions = new HashMap<>();
        private final Map<EngagementKind, Long> actions = new EnumMap<>(EngagementKind.class);

        void add(Exposure place, RolledUpCount count) {
            if (count.kind() == EngagementKind.IMPRESSION) {
                impressions.merge(place, count.count(), Long::sum);
            } else {
                actions.merge(count.kind(), count.count(), Long::sum);
            }
        }

        EngagementCounts counts() {
            return new EngagementCounts(impressions, actions);
        }
    }
}
