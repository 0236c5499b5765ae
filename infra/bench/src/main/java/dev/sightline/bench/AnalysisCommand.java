package dev.sightline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.bench.analysis.AnalysisRates;
import dev.sightline.bench.analysis.PictureFiles;
import dev.sightline.bench.analysis.StageTimes;
import dev.sightline.inference.AnalysisModels;
import dev.sightline.inference.InferenceSettings;
import dev.sightline.inference.ModelNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a JSON object: the rates by number of threads, and the time of each stage. */
@Command(
        name = "analysis",
        description = "Measures what the worker does with an image, without queue, storage and index.")
final class AnalysisCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--models", required = true, paramLabel = "DIR")
    private Path models;

    @Option(names = "--images", required = true, paramLabel = "DIR")
    private Path images;

    @Option(names = "--embedder", defaultValue = "efficientnet-lite0", paramLabel = "NAME")
    private String embedder;

    @Option(names = "--detector", defaultValue = "nanodet", paramLabel = "NAME")
    private String detector;

    @Option(names = "--limit", defaultValue = "400", paramLabel = "N")
    private int limit;

    @Option(names = "--rounds", defaultValue = "3", paramLabel = "N")
    private int rounds;

    @Option(names = "--workers", defaultValue = "1", split = ",", paramLabel = "N")
    private List<Integer> workers;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<byte[]> files = PictureFiles.of(images, limit).read();
        Map<String, Object> found = new LinkedHashMap<>();
        ModelNames names = new ModelNames(detector, detector, embedder);
        try (AnalysisModels loaded = AnalysisModels.load(InferenceSettings.ofFolder(models, names))) {
            for (int count : workers) {
                found.put(Integer.toString(count), new AnalysisRates(loaded, count, rounds).measure(files));
            }
            found.put("stages", new StageTimes(loaded).measure(files));
        }
        spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(found));
        return 0;
    }
}
