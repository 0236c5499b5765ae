package dev.sightline.blender.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.blender.understand.Annotation.ClassifierLabel;
import dev.sightline.blender.understand.Annotation.DuplicateText;
import dev.sightline.blender.understand.Annotation.Evidence;
import dev.sightline.blender.understand.Annotation.NeighborLabels;
import dev.sightline.policy.AnnotationPolicy;
import dev.sightline.testkit.Fixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AnnotationRuleTest {

    private static final AnnotationRule RULE = new AnnotationRule(new AnnotationPolicy(0.8, 0.9, 0.6, 25, 0.1));
    private static final AnnotationRule ALL = new AnnotationRule(new AnnotationPolicy(0.8, 0.9, 0.6, 25, 0));

    @Test
    void merge_threeKinds_isTheNoisyOr() {
        Evidence label = new ClassifierLabel(0.5);
        Evidence text = new DuplicateText(1, Fixtures.aSignature(1), "Hare");
        Evidence neighbors = new NeighborLabels(0.25, List.of(Fixtures.aSignature(2)));

        List<Annotation> merged =
                RULE.merge(List.of(named("hare", label), named(" HARE ", text), named("Hare", neighbors)));

        assertThat(merged).singleElement().satisfies(annotation -> {
            assertThat(annotation.name()).isEqualTo("hare");
            assertThat(annotation.confidence()).isCloseTo(1 - 0.6 * 0.1 * 0.85, within(1e-12));
            assertThat(annotation.evidence()).containsExactly(text, label, neighbors);
        });
    }

    @Test
    void merge_oneKindTwice_countsTheSurest() {
        assertThat(RULE.merge(List.of(named("fox", new ClassifierLabel(0.25)), named("fox", new ClassifierLabel(0.5)))))
                .containsExactly(new Annotation("fox", 0.4, List.of(new ClassifierLabel(0.5))));
    }

    @Test
    void merge_belowTheLeastConfidence_isLeftOut() {
        assertThat(RULE.merge(List.of(named("fox", new ClassifierLabel(0.12))))).isEmpty();
    }

    @Test
    void merge_equallySure_areInTheOrderOfNames() {
        assertThat(RULE.merge(List.of(
                        named("fox", new ClassifierLabel(0.5)),
                        named("hare, rabbit", new ClassifierLabel(0.5)),
                        named("ant", new ClassifierLabel(0.5)),
                        named("zebra", new ClassifierLabel(0.75)))))
                .extracting(Annotation::name)
                .containsExactly("zebra", "ant", "fox", "hare, rabbit");
    }

    @RepeatedTest(50)
    void merge_anyEvidence_staysInRangeWhateverTheOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<NamedEvidence> evidence = any(random);
        List<NamedEvidence> shuffled = new ArrayList<>(evidence);
        Collections.shuffle(shuffled, random);

        List<Annotation> merged = ALL.merge(evidence);

        assertThat(ALL.merge(shuffled)).isEqualTo(merged);
        assertThat(merged)
                .allSatisfy(annotation -> assertThat(annotation.confidence()).isBetween(0.0, 1.0));
    }

    @RepeatedTest(50)
    void merge_moreEvidence_neverLowersAConfidence(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<NamedEvidence> evidence = any(random);
        List<NamedEvidence> more = new ArrayList<>(evidence);
        more.addAll(any(random));
        Map<String, Double> after =
                ALL.merge(more).stream().collect(Collectors.toMap(Annotation::name, Annotation::confidence));

        assertThat(ALL.merge(evidence))
                .allSatisfy(before -> assertThat(after.get(before.name())).isGreaterThanOrEqualTo(before.confidence()));
    }

    private static List<NamedEvidence> any(Random random) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> named("name " + random.nextInt(4), anyEvidence(random)))
                .toList();
    }

    private static Evidence anyEvidence(Random random) {
        double confidence = random.nextInt(11) / 10.0;
        return switch (random.nextInt(3)) {
            case 0 -> new ClassifierLabel(confidence);
            case 1 -> new DuplicateText(confidence, Fixtures.aSignature(random.nextInt(3)), "text");
            default -> new NeighborLabels(confidence, List.of(Fixtures.aSignature(random.nextInt(3))));
        };
    }

    private static NamedEvidence named(String name, Evidence evidence) {
        return new NamedEvidence(name, evidence);
    }
}
