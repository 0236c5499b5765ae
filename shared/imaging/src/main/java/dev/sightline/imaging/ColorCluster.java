package dev.sightline.imaging;

import java.util.Comparator;
import java.util.List;

/** Pixels that count as of one colour, {@code color}: their number and their mean. */
record ColorCluster(LabColor color, long pixels) {

    /** A total order that knows nothing of where the pixels lie: most pixels first, equal ones by colour. */
    static final Comparator<ColorCluster> LARGEST_FIRST = Comparator.comparingLong(ColorCluster::pixels)
            .reversed()
            .thenComparingDouble(cluster -> cluster.color.lightness())
            .thenComparingDouble(cluster -> cluster.color.a())
            .thenComparingDouble(cluster -> cluster.color.b());

    /** All of them as one. */
    static ColorCluster merged(List<ColorCluster> parts) {
        double lightness = 0;
        double a = 0;
        double b = 0;
        long pixels = 0;
        for (ColorCluster part : parts) {
            lightness += part.pixels * part.color.lightness();
            a += part.pixels * part.color.a();
            b += part.pixels * part.color.b();
            pixels += part.pixels;
        }
        return new ColorCluster(new LabColor(lightness / pixels, a / pixels, b / pixels), pixels);
    }
}
