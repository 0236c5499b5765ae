package dev.sightline.lab.command;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.inference.ComputeDevice;
import dev.sightline.inference.DetectorModel;
import dev.sightline.inference.EmbedderModel;
import dev.sightline.inference.LabelLimits;
import dev.sightline.lab.detection.BoxedDataSet;
import dev.sightline.lab.detection.BoxedHalves;
import dev.sightline.lab.detection.DetectionCache;
import dev.sightline.lab.detection.DetectorCandidate;
import dev.sightline.lab.detection.DetectorComparison;
import dev.sightline.lab.detection.PictureDetections;
import dev.sightline.lab.objects.DotGateTuning;
import dev.sightline.lab.objects.ObjectSearchComparison;
import dev.sightline.lab.objects.ViewCache;
import dev.sightline.lab.objects.ViewEncoder;
import dev.sightline.lab.objects.ViewReader;
import dev.sightline.lab.report.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** P6 to P8: on pictures with known boxes. P7 is tuned on half of the largest data set and measured on the other; P8 uses all of it. */
final class DetectionProtocols implements ProtocolGroup {

    @Override
    public List<String> protocols() {
        return List.of("p6", "p7", "p8");
    }

    @Override
    public boolean canRun(EvaluationSettings settings) {
        return settings.boxes().isThere();
    }

    @Override
    public String needs() {
        return "--boxes";
    }

    @Override
    public List<Section> run(EvaluationInput input, Set<String> wanted) {
        List<DetectorModel> detectors = new ArrayList<>();
        try (EmbedderModel embedder = embedder(input)) {
            input.settings()
                    .detectors()
                    .forEach(folder -> detectors.add(DetectorModel.load(folder, ComputeDevice.CPU, threads())));
            var encoder = ViewEncoder.of(embedder, input.binarizer(), LabelLimits.DEFAULT);
            return new Measurement(input, detectors, encoder).sections(wanted);
        } finally {
            detectors.forEach(DetectorModel::close);
        }
    }

    private static EmbedderModel embedder(EvaluationInput input) {
        Path folder = input.corpus().embedders().getFirst().bundle().folder();
        return EmbedderModel.load(folder, ComputeDevice.CPU, threads());
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The loaded models, and what they are measured on. */
    private record Measurement(EvaluationInput input, List<DetectorModel> models, ViewEncoder encoder) {

        List<Section> sections(Set<String> wanted) {
            List<DetectorCandidate> detectors =
                    models.stream().map(DetectorCandidate::of).toList();
            List<BoxedDataSet> dataSets = input.settings().boxes().read().stream()
                    .map(data -> BoxedDataSet.of(data.name(), data.folder(), data.dataset()))
                    .toList();
            BoxedDataSet largest = Collections.max(
                    dataSets,
                    Comparator.comparingInt(dataSet -> dataSet.pictures().size()));
            long seed = input.settings().seed();
            List<Section> sections = new ArrayList<>();
            if (wanted.contains("p6")) {
                progress("detecting");
                var inputs = new DetectorComparison.Inputs(detectors, dataSets, seed);
                sections.add(new DetectorComparison(detections()).compare(inputs));
            }
            if (wanted.contains("p7")) {
                progress("tuning the dot gate");
                sections.add(new DotGateTuning(detections(), readers())
                        .tune(dots(detectors.getFirst(), largest))
                        .section());
            }
            if (wanted.contains("p8")) {
                progress("searching objects");
                var inputs = new ObjectSearchComparison.Inputs(detectors.getFirst(), encoder, largest, seed);
                sections.add(new ObjectSearchComparison(detections(), readers()).compare(inputs));
            }
            return sections;
        }

        private DotGateTuning.Inputs dots(DetectorCandidate detector, BoxedDataSet dataSet) {
            BoxedHalves halves = BoxedHalves.of(dataSet, input.settings().seed());
            return new DotGateTuning.Inputs(
                    detector,
                    encoder,
                    input.corpus().images().stream()
                            .map(signed -> signed.image())
                            .toList(),
                    halves.tuning(),
                    halves.evaluation(),
                    input.settings().seed());
        }

        private void progress(String what) {
            input.console().progress("  … " + what);
        }

        private PictureDetections detections() {
            var cache = new DetectionCache(input.settings().cache().resolve("detections"));
            return PictureDetections.of(new ImageDecoder(ImageLimits.DEFAULT), cache);
        }

        private Function<ViewEncoder, ViewReader> readers() {
            var cache = new ViewCache(input.settings().cache().resolve("views"));
            return encoder -> new ViewReader(new ImageDecoder(ImageLimits.DEFAULT), cache, encoder);
        }
    }
}
