package dev.sightline.bench.search;

import dev.sightline.bench.analysis.PictureFiles;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.inference.AnalysisModels;
import dev.sightline.inference.ImageEmbedder;
import dev.sightline.inference.ImageFeatures;
import dev.sightline.inference.InferenceSettings;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.ModelSet;
import java.nio.file.Path;
import java.util.List;

/** The features of pictures as the embedder gives them, and what makes codes of them; pictures of which it sees nothing are left out. */
public record RealVectors(List<float[]> raw, Binarizer binarizer, ModelSet modelSet) {

    /** Of at most {@code limit} pictures below a folder, with the default models. */
    public static RealVectors of(Path models, Path pictures, int limit) {
        ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
        try (AnalysisModels loaded = AnalysisModels.load(InferenceSettings.ofFolder(models));
                ImageEmbedder embedder = loaded.newEmbedder()) {
            List<float[]> raw = PictureFiles.of(pictures, limit).read().stream()
                    .map(file -> embedder.embed(List.of(decoder.decode(file))).getFirst())
                    .filter(features -> !features.isBlank())
                    .map(ImageFeatures::toArray)
                    .toList();
            return new RealVectors(raw, loaded.binarizer(), loaded.modelSet());
        }
    }
}
