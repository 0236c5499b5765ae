package dev.sightline.lab.scenes;

import java.nio.file.Path;

/** How scenes look: what the cut-outs lie on, and how they lie. */
public sealed interface Look {

    /**
     * A plain, graded or noisy background and two to four cut-outs, upright, none over another: each lies in a quarter of the frame
     * of its own, and its box fills 25 to 50 % of the frame's width or height and at most that of the other.
     */
    record Plain() implements Look {}

    /**
     * A part of one of the photographs below the folder {@code backgrounds}, and two to six cut-outs that may cover one another:
     * 15 to 60 % of the frame's height at their longer side, turned by up to 15 degrees, lighter or darker, with more contrast or
     * less. Two thirds of them depict a category of {@link StampCategories}, each equally often, if the corpus has such.
     */
    record Photographic(Path backgrounds) implements Look {}
}
