package dev.sightline.lab.scenes;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What scenes of one look are made of: {@code known} are the cut-outs among {@code all} that depict known categories, one list for
 * each category, so that all are equally frequent however many pictures they have.
 */
record SceneRecipe(List<CutOut> all, List<List<CutOut>> known, Backdrop backdrop, Arrangement arrangement) {

    /** How many cut-outs there must be: a scene shows each of them once at most. */
    static final int FEWEST = CellArrangement.CELLS;

    private static final double KNOWN_SHARE = 2 / 3.0;

    static SceneRecipe plain(List<CutOut> all) {
        return new SceneRecipe(all, List.of(), Background::any, new CellArrangement());
    }

    static SceneRecipe photographic(List<CutOut> all, Photographs photographs) {
        StampCategories categories = StampCategories.ours();
        List<List<CutOut>> known = categories.objects().values().stream()
                .map(files -> all.stream()
                        .filter(cutOut -> files.contains(cutOut.image().name()))
                        .toList())
                .filter(group -> !group.isEmpty())
                .toList();
        return new SceneRecipe(all, known, photographs, new FreeArrangement());
    }

    /** The canvas of one scene: the same seed gives the same one. */
    Canvas paint(long seed) {
        var random = new Random(seed);
        var canvas = new Canvas(backdrop.paint(random));
        arrangement.lay(chosen(random), canvas, random);
        return canvas;
    }

    private List<CutOut> chosen(Random random) {
        int count = Math.min(arrangement.count(random), all.size());
        return Stream.generate(() -> any(random)).distinct().limit(count).toList();
    }

    private CutOut any(Random random) {
        boolean wantsKnown = !known.isEmpty() && random.nextDouble() < KNOWN_SHARE;
        List<CutOut> some = wantsKnown ? known.get(random.nextInt(known.size())) : all;
        return some.get(random.nextInt(some.size()));
    }
}
