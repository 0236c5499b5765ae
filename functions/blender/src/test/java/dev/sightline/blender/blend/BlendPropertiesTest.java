package dev.sightline.blender.blend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.blend.Mixing.Blend;
import dev.sightline.policy.CandidateSource;
import dev.sightline.policy.MixName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for whatever the sources of a Lens group find. */
class BlendPropertiesTest {

    private static final int IMAGES = 40;
    /** Those of the mix, in their order. */
    private static final List<CandidateSource> SOURCES =
            List.of(CandidateSource.VISUAL_SEARCH, CandidateSource.OBJECT_SEARCH, CandidateSource.IMAGE_SEARCH);

    /** What one source does: which images it finds, by number, best first; every so many of them are fallbacks (0: none). */
    private record Part(double confidence, boolean fails, List<Integer> images, int fallbackEvery) {

        String names() {
            return IntStream.range(0, images.size())
                    .mapToObj(i -> fallbackEvery > 0 && i % fallbackEvery == 0
                            ? "(p%d)".formatted(images.get(i))
                            : "p" + images.get(i))
                    .collect(Collectors.joining(" "));
        }
    }

    /** A whole group; images {@code p0 .. p(copies)} look the same. */
    private record Group(List<Part> parts, int limit, int copies) {

        Mixing mixing() {
            Mixing mixing = Mixing.of(MixName.LENS)
                    .limit(limit)
                    .alike(
                            "p0",
                            IntStream.rangeClosed(1, copies)
                                    .mapToObj(i -> "p" + i)
                                    .toArray(String[]::new));
            for (CandidateSource source : SOURCES) {
                Part part = parts.get(SOURCES.indexOf(source));
                if (part.fails()) {
                    mixing.failed(source, part.confidence());
                } else {
                    mixing.found(source, part.confidence(), part.names());
                }
            }
            return mixing;
        }

        /** Images that look different, each once. */
        Set<Integer> distinct() {
            return parts.stream()
                    .filter(part -> !part.fails())
                    .flatMap(part -> part.images().stream())
                    .map(image -> image <= copies ? Integer.valueOf(0) : image)
                    .collect(Collectors.toSet());
        }
    }

    @Provide
    Arbitrary<Group> groups() {
        Arbitrary<List<Integer>> images = Arbitraries.integers()
                .between(0, IMAGES - 1)
                .list()
                .ofMaxSize(IMAGES)
                .map(list -> List.copyOf(new LinkedHashSet<>(list)));
        Arbitrary<Part> parts = Combinators.combine(
                        Arbitraries.doubles().between(0.01, 1),
                        Arbitraries.integers().between(0, 5).map(i -> i == 0),
                        images,
                        Arbitraries.integers().between(0, 4))
                .as(Part::new);
        return Combinators.combine(
                        parts.list().ofSize(SOURCES.size()),
                        Arbitraries.integers().between(1, IMAGES),
                        Arbitraries.integers().between(0, 6))
                .as(Group::new);
    }

    @Property(seed = "1", tries = 500)
    void blend_anything_hasNoDuplicates(@ForAll("groups") Group group) {
        List<String> shown = new ArrayList<>(order(group.mixing().blend()));

        assertThat(shown).doesNotHaveDuplicates();
        assertThat(shown.stream().filter(name -> number(name) <= group.copies()))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property(seed = "2", tries = 500)
    void blend_anything_losesNothingWhilePlacesAreFree(@ForAll("groups") Group group) {
        assertThat(order(group.mixing().blend()))
                .hasSize(Math.min(group.limit(), group.distinct().size()));
    }

    @Property(seed = "3", tries = 500)
    void blend_anything_givesQuotasThatAddUpToTheLimit(@ForAll("groups") Group group) {
        BlendedGroup blended = group.mixing().blend().group();

        assertThat(blended.sources().stream().mapToInt(SourceShare::quota).sum())
                .isEqualTo(group.limit());
        assertThat(blended.sources().stream()
                        .mapToInt(share -> share.filled() + share.backfilled())
                        .sum())
                .isEqualTo(blended.results().size());
        assertThat(blended.sources()).allSatisfy(share -> {
            assertThat(share.filled()).isLessThanOrEqualTo(share.quota());
            assertThat(share.backfilled() == 0 || share.filled() == share.quota())
                    .isTrue();
        });
    }

    @Property(seed = "4", tries = 500)
    void blend_sourcesWithEnoughOfTheirOwn_fillTheirQuotasExactly(
            @ForAll("confidences") List<Double> confidences, @ForAll("limits") int limit) {
        Mixing mixing = Mixing.of(MixName.LENS)
                .limit(limit)
                .found(CandidateSource.VISUAL_SEARCH, confidences.get(0), numbered("v", limit))
                .found(CandidateSource.OBJECT_SEARCH, confidences.get(1), numbered("o", limit))
                .found(CandidateSource.IMAGE_SEARCH, confidences.get(2), numbered("i", limit));

        Blend blend = mixing.blend();

        assertThat(blend.group().sources()).allSatisfy(share -> {
            assertThat(share.filled()).isEqualTo(share.quota());
            assertThat(share.backfilled()).isZero();
            if (limit >= SOURCES.size()) {
                assertThat(share.quota()).as("its floor").isPositive();
            }
        });
    }

    @Property(seed = "5", tries = 300)
    void blend_again_givesTheSame(@ForAll("groups") Group group) {
        assertThat(group.mixing().blend().group())
                .isEqualTo(group.mixing().blend().group());
    }

    @Property(seed = "6", tries = 500)
    void blend_anything_keepsTheOrderOfEachSource(@ForAll("groups") Group group) {
        BlendedGroup blended = group.mixing().blend().group();

        for (CandidateSource source : SOURCES) {
            for (boolean fallback : new boolean[] {false, true}) {
                assertThat(blended.results().stream()
                                .filter(result -> result.source() == source)
                                .filter(result -> result.candidate().fallback() == fallback)
                                .map(BlendedResult::sourceRank))
                        .isSorted();
            }
        }
        assertThat(blended.results().stream().map(result -> result.candidate().fallback()))
                .as("fallbacks last")
                .isSorted();
    }

    @Property(seed = "7", tries = 300)
    void turns_anyQuotas_areExactAndEven(@ForAll("quotas") Map<CandidateSource, Integer> quotas) {
        List<CandidateSource> turns = RoundRobin.turns(quotas);

        quotas.forEach((source, quota) -> {
            for (int places = 1; places <= turns.size(); places++) {
                double due = (double) places * quota / turns.size();
                long had = turns.stream().limit(places).filter(source::equals).count();
                assertThat((double) had)
                        .as("%s after %d places", source, places)
                        .isBetween(due - 1.5, due + 1.5);
            }
            assertThat(turns.stream().filter(source::equals).count()).isEqualTo(quota.longValue());
        });
    }

    @Property(seed = "8", tries = 500)
    void quotas_anyClaims_addUpAndKeepFloors(@ForAll("claims") List<Claim> claims, @ForAll("limits") int limit) {
        Map<CandidateSource, Integer> quotas = Quotas.of(claims, limit);
        double weights = claims.stream().mapToDouble(Claim::weight).sum();
        int floors = claims.stream().mapToInt(Claim::floor).sum();

        assertThat(quotas.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(limit);
        for (Claim claim : claims) {
            int quota = quotas.getOrDefault(claim.source(), -1);
            if (floors <= limit) {
                assertThat(quota).isGreaterThanOrEqualTo(claim.floor());
            } else {
                assertThat(quota).isBetween(0, claim.floor());
            }
            if (floors == 0) {
                assertThat((double) quota)
                        .isBetween(limit * claim.weight() / weights - 1, limit * claim.weight() / weights + 1);
            }
        }
    }

    @Provide
    Arbitrary<List<Double>> confidences() {
        return Arbitraries.doubles().between(0.01, 1).list().ofSize(SOURCES.size());
    }

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.integers().between(1, IMAGES);
    }

    @Provide
    Arbitrary<Map<CandidateSource, Integer>> quotas() {
        return Arbitraries.integers()
                .between(0, 20)
                .list()
                .ofSize(SOURCES.size())
                .map(list -> SOURCES.stream()
                        .collect(Collectors.toMap(source -> source, source -> list.get(SOURCES.indexOf(source)))));
    }

    @Provide
    Arbitrary<List<Claim>> claims() {
        Arbitrary<Integer> floors =
                Arbitraries.oneOf(Arbitraries.just(0), Arbitraries.integers().between(0, 8));
        return Combinators.combine(confidences(), floors.list().ofSize(SOURCES.size()))
                .as((weights, all) -> SOURCES.stream()
                        .map(source -> new Claim(
                                source, weights.get(SOURCES.indexOf(source)), all.get(SOURCES.indexOf(source))))
                        .toList());
    }

    private static List<String> order(Blend blend) {
        String order = blend.order();
        return order.isEmpty() ? List.of() : Pictures.NAMES.splitAsStream(order).toList();
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }

    private static String numbered(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).collect(Collectors.joining(" "));
    }
}
