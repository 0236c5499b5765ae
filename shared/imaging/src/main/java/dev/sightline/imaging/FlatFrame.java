package dev.sightline.imaging;

/**
 * Tells frames that show nothing: faded in from black, blank first pages, all transparent.
 *
 * <p>A frame is flat if, over all its displayed pixels, no channel's largest and smallest value differ by more than {@value
 * #MAX_SPREAD} of 255.
 */
final class FlatFrame {

    static final int MAX_SPREAD = 8;

    private FlatFrame() {}

    static boolean isFlat(RgbPixels pixels) {
        return spread(pixels, 16) <= MAX_SPREAD && spread(pixels, 8) <= MAX_SPREAD && spread(pixels, 0) <= MAX_SPREAD;
    }

    private static int spread(RgbPixels pixels, int shift) {
        int smallest = 255;
        int largest = 0;
        for (int rgb : pixels.shared()) {
            int value = rgb >> shift & 0xFF;
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
        }
        return largest - smallest;
    }
}
