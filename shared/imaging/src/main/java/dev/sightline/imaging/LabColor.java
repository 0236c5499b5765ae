package dev.sightline.imaging;

/**
 * A colour in CIELAB under D65: {@code lightness} 0..100, {@code a} from green to red, {@code b} from blue to yellow. Equal distances look
 * about equally different (CIE76).
 *
 * <p>Transfer curve and matrix are those of sRGB (IEC 61966-2-1); white is the sum of the matrix' columns, so that greys have {@code a} and
 * {@code b} 0.
 */
record LabColor(double lightness, double a, double b) {

    private static final double[] LINEAR = linear();
    private static final double WHITE_X = 0.4124564 + 0.3575761 + 0.1804375;
    private static final double WHITE_Y = 0.2126729 + 0.7151522 + 0.0721750;
    private static final double WHITE_Z = 0.0193339 + 0.1191920 + 0.9503041;

    /** From {@code 0xRRGGBB}. */
    static LabColor ofSrgb(int rgb) {
        double red = LINEAR[rgb >> 16 & 0xFF];
        double green = LINEAR[rgb >> 8 & 0xFF];
        double blue = LINEAR[rgb & 0xFF];
        double x = compressed((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
        double y = compressed((0.2126729 * red + 0.7151522 * green + 0.0721750 * blue) / WHITE_Y);
        double z = compressed((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
        return new LabColor(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /** Square of the CIE76 distance. */
    double squaredDistance(LabColor other) {
        double inLightness = lightness - other.lightness;
        double inA = a - other.a;
        double inB = b - other.b;
        return inLightness * inLightness + inA * inA + inB * inB;
    }

    private static double compressed(double share) {
        return share > 216.0 / 24389 ? Math.cbrt(share) : (24389.0 / 27 * share + 16) / 116;
    }

    private static double[] linear() {
        double[] linear = new double[256];
        for (int value = 0; value < linear.length; value++) {
            double share = value / 255.0;
            linear[value] = share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        }
        return linear;
    }
}
