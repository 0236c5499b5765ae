package dev.sightline.lab.command;

import dev.sightline.index.KnnMode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How an evaluation measures. */
final class EvaluationOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--queries",
            paramLabel = "N",
            defaultValue = "2000",
            description = "at most so many queries, drawn by the seed (default: ${DEFAULT-VALUE})")
    private int queries;

    @Option(
            names = "--projection",
            paramLabel = "N",
            defaultValue = "256",
            description =
                    "p1 to p3 also with a projection of the reference to N dimensions, trained for this; 0 for none "
                            + "(default: ${DEFAULT-VALUE})")
    private int projection;

    @Option(
            names = "--views",
            paramLabel = "N",
            defaultValue = "10",
            description = "p4, p5: N views of each picture make a larger index; 1 for the pictures as they are "
                    + "(default: ${DEFAULT-VALUE})")
    private int views;

    @Option(
            names = "--index-bits",
            paramLabel = "N",
            defaultValue = "0",
            description = "p4, p5: the index holds rotated codes of N bits; 0 for as many as the embedder has features "
                    + "(default: ${DEFAULT-VALUE})")
    private int indexBits;

    @Option(
            names = "--search-url",
            paramLabel = "URL",
            defaultValue = "${env:SIGHTLINE_OPENSEARCH_URL}",
            description = "p4, p5: an OpenSearch on loopback (default: one is started for this)")
    private @Nullable URI search;

    @Option(
            names = "--knn-mode",
            paramLabel = "MODE",
            defaultValue = "${env:SIGHTLINE_KNN_MODE:-exact}",
            description = "p4, p5: hnsw or exact (default: ${DEFAULT-VALUE})")
    private String knnMode;

    @Option(
            names = "--boxes",
            paramLabel = "FILE",
            split = ",",
            description =
                    "p6 to p8: COCO files with the boxes of pictures beside or below them; p7 and p8 use the largest "
                            + "(default: annotated photographs and composed scenes)")
    private List<Path> boxes = List.of();

    @Option(names = "--cut-outs", hidden = true, defaultValue = "${env:SIGHTLINE_CORPUS}")
    private @Nullable Path cutOuts;

    @Option(
            names = "--detector",
            paramLabel = "NAME",
            split = ",",
            description =
                    "p6 to p8: folders of detectors below --models; the first serves (default: nanodet,centernet)")
    private List<String> detectors = List.of("nanodet", "centernet");

    EvaluationSettings settings(LabOptions options) {
        require(queries >= 1, "--queries: expected at least 1, got " + queries);
        require(
                projection >= 0 && projection % 8 == 0,
                "--projection: expected 0 or a multiple of 8, got " + projection);
        require(indexBits >= 0 && indexBits % 8 == 0, "--index-bits: expected a multiple of 8, got " + indexBits);
        require(views >= 1, "--views: expected at least 1, got " + views);
        boxes.forEach(file -> require(Files.exists(file), "--boxes: expected a file, got " + file));
        return new EvaluationSettings(
                options.seed(),
                queries,
                projection,
                new DetectionSource(boxes, cutOuts, options.cache(), options.seed()),
                detectors.stream().map(options.models()::resolve).toList(),
                options.cache(),
                new EvaluationSettings.Search(search, mode(), views, indexBits));
    }

    private KnnMode mode() {
        try {
            return KnnMode.of(knnMode);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--knn-mode: " + e.getMessage(), e);
        }
    }

    private void require(boolean right, String message) {
        if (!right) {
            throw new ParameterException(command.commandLine(), message);
        }
    }
}
