package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.NormalizedBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all detections: order does not matter, and no mistake is rewarded. */
class AveragePrecisionPropertiesTest {

    private static final double ROUNDING = 1e-12;

    @Property(seed = "1", tries = 300)
    void match_inAnyOrder_isTheSame(
            @ForAll("detections") List<DetectedObject> detections,
            @ForAll("objects") List<TrueObject> objects,
            @ForAll Random random) {
        var matching = new BoxMatching(0.4);
        assertThat(matching.match(shuffled(detections, random), shuffled(objects, random)))
                .isEqualTo(matching.match(detections, objects));
    }

    @Property(seed = "2", tries = 300)
    void averagePrecision_ofImagesInAnyOrder_isTheSame(
            @ForAll("judgedImages") List<JudgedImage> images, @ForAll Random random) {
        List<JudgedImage> other = shuffled(images, random).stream()
                .map(image -> new JudgedImage(image.objects(), shuffled(image.judgements(), random)))
                .toList();
        assertThat(PrecisionRecallCurve.of(other).points())
                .isEqualTo(PrecisionRecallCurve.of(images).points());
    }

    @Property(seed = "3", tries = 500)
    void averagePrecision_withOneMoreWrongDetection_isNeverHigher(
            @ForAll("judgedImages") List<JudgedImage> images, @ForAll("confidences") double confidence) {
        List<JudgedImage> worse = new ArrayList<>(images);
        worse.add(new JudgedImage(0, List.of(new Judgement(confidence, false))));
        assertThat(ap(worse)).isLessThanOrEqualTo(ap(images) + ROUNDING);
    }

    @Property(seed = "4", tries = 500)
    void averagePrecision_withOneWrongDetectionTurnedRight_isNeverLower(
            @ForAll("judgedImages") List<JudgedImage> images, @ForAll("confidences") double confidence) {
        List<JudgedImage> worse = new ArrayList<>(images);
        worse.add(new JudgedImage(1, List.of(new Judgement(confidence, false))));
        List<JudgedImage> better = new ArrayList<>(images);
        better.add(new JudgedImage(1, List.of(new Judgement(confidence, true))));
        assertThat(ap(better)).isGreaterThanOrEqualTo(ap(worse) - ROUNDING);
    }

    /** Only the order of confidences counts, not their size. */
    @Property(seed = "5", tries = 300)
    void averagePrecision_ofSquaredConfidences_isTheSame(@ForAll("judgedImages") List<JudgedImage> images) {
        List<JudgedImage> squared = images.stream()
                .map(image -> new JudgedImage(
                        image.objects(),
                        image.judgements().stream()
                                .map(one -> new Judgement(one.confidence() * one.confidence(), one.right()))
                                .toList()))
                .toList();
        assertThat(ap(squared)).isCloseTo(ap(images), within(ROUNDING));
    }

    @Property(seed = "6", tries = 300)
    void averagePrecision_ofAnything_liesBetweenZeroAndTheShareFound(@ForAll("judgedImages") List<JudgedImage> images) {
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(images);
        double found = curve.at(0).map(PrecisionRecallCurve.Point::recall).orElse(0.0);
        assertThat(ap(images)).isBetween(0.0, found + ROUNDING);
    }

    /** With one object more that nobody finds, so that AP is there. */
    private static double ap(List<JudgedImage> images) {
        List<JudgedImage> some = new ArrayList<>(images);
        some.add(new JudgedImage(1, List.of()));
        return PrecisionRecallCurve.of(some).averagePrecision().orElseThrow();
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> other = new ArrayList<>(list);
        Collections.shuffle(other, random);
        return other;
    }

    /** Few confidences, so that many are equal. */
    @Provide
    Arbitrary<Double> confidences() {
        return Arbitraries.of(0.1, 0.3, 0.5, 0.7, 0.9);
    }

    @Provide
    Arbitrary<List<DetectedObject>> detections() {
        return Combinators.combine(confidences(), boxes())
                .as((confidence, box) -> new DetectedObject("person", confidence, box))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<TrueObject>> objects() {
        return Combinators.combine(boxes(), Arbitraries.of(true, false, false))
                .as((box, ignored) -> new TrueObject("person", box, ignored, null))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<JudgedImage>> judgedImages() {
        Arbitrary<Judgement> judgements =
                Combinators.combine(confidences(), Arbitraries.of(true, false)).as(Judgement::new);
        return Combinators.combine(
                        judgements.list().ofMaxSize(6), Arbitraries.integers().between(0, 3))
                .as(AveragePrecisionPropertiesTest::image)
                .list()
                .ofMaxSize(6);
    }

    private static JudgedImage image(List<Judgement> judgements, int missed) {
        long right = judgements.stream().filter(Judgement::right).count();
        return new JudgedImage((int) right + missed, judgements);
    }

    /** A coarse grid, so that boxes meet and coincide. */
    private static Arbitrary<NormalizedBox> boxes() {
        Arbitrary<Integer> starts = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 3);
        return Combinators.combine(starts, starts, sizes, sizes)
                .as((x, y, w, h) -> new NormalizedBox(x / 6.0, y / 6.0, w / 6.0, h / 6.0));
    }
}
