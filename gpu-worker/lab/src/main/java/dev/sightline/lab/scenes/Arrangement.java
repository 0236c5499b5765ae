package dev.sightline.lab.scenes;

import java.util.List;
import java.util.Random;

/** Where cut-outs lie on a canvas, and how large. */
interface Arrangement {

    /** How much a cut-out is enlarged at most: more would show its pixels. */
    double MAX_ENLARGEMENT = 2;

    /** How many cut-outs a scene gets. */
    int count(Random random);

    /** Lays all of them, the last one on top. */
    void lay(List<CutOut> cutOuts, Canvas canvas, Random random);
}
