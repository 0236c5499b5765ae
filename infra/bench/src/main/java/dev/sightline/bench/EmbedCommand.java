package dev.sightline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.bench.analysis.PictureFiles;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.inference.AnalysisModels;
import dev.sightline.inference.ImageAnalyzer;
import dev.sightline.inference.InferenceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a JSON object: for each picture, by its path below the folder, the unit vector and the number of objects. */
@Command(name = "embed", description = "Writes what Sightline sees in pictures, for a peer to be compared with.")
final class EmbedCommand implements Callable<Integer> {

    @Option(names = "--models", required = true, paramLabel = "DIR")
    private Path models;

    @Option(names = "--images", required = true, paramLabel = "DIR")
    private Path images;

    @Option(names = "--limit", defaultValue = "100", paramLabel = "N")
    private int limit;

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out;

    @Override
    public Integer call() throws IOException {
        ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
        Map<String, Map<String, Object>> seen = new LinkedHashMap<>();
        try (AnalysisModels loaded = AnalysisModels.load(InferenceSettings.ofFolder(models));
                ImageAnalyzer analyzer = loaded.newAnalyzer()) {
            for (Path path : PictureFiles.of(images, limit).paths()) {
                ImageAnalysis analysis = analyzer.analyze(decoder.decode(Files.readAllBytes(path)));
                seen.put(
                        images.relativize(path).toString(),
                        Map.of(
                                "vector", analysis.embedding().dense().toArray(),
                                "objects", analysis.objects().size()));
            }
        }
        new ObjectMapper().writeValue(out.toFile(), seen);
        return 0;
    }
}
