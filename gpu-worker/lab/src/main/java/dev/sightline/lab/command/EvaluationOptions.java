package dev.sightline.lab.command;

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
            names = "--boxes",
            paramLabel = "FILE",
            split = ",",
            description = "p6 to p8: COCO files with the boxes of pictures beside or below them; p7 and p8 use the largest "
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
        boxes.forEach(file -> require(Files.exists(file), "--boxes: expected a file, got " + file));
        return new EvaluationSettings(
                options.seed(),
                queries,
                projection,
                new DetectionSource(boxes, cutOuts, options.cache(), options.seed()),
                detectors.stream().map(options.models()::resolve).toList(),
                options.cache());
    }

    private void require(boolean right, String message) {
        if (!right) {
            throw new ParameterException(command.commandLine(), message);
        }
    }
}
