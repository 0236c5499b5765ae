package dev.sightline.lab.scenes;

import dev.sightline.imaging.RgbPixels;

/**
 * Turns a raster about its centre, counter-clockwise for positive angles in radians. The result is as large as the turned frame;
 * what was outside the raster has the colour {@code outside}. Pixels between others are interpolated linearly.
 */
record Turn(double angle, int outside) {

    RgbPixels of(RgbPixels raster) {
        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        int width = size(raster.width(), cosine, raster.height(), sine);
        int height = size(raster.width(), sine, raster.height(), cosine);
        int[] turned = new int[width * height];
        var source = new Source(raster, outside);
        for (int i = 0; i < turned.length; i++) {
            int row = i / width;
            double x = i % width - (width - 1) / 2.0;
            double y = row - (height - 1) / 2.0;
            turned[i] = source.at(x * cosine - y * sine, x * sine + y * cosine);
        }
        return RgbPixels.of(width, height, turned);
    }

    private static int size(int along, double share, int across, double otherShare) {
        return (int) Math.ceil(along * Math.abs(share) + across * Math.abs(otherShare) - 1e-9);
    }

    /** Pixels at places relative to the raster's centre. */
    private static final class Source {

        private final int[] packed;
        private final int width;
        private final int height;
        private final int outside;

        Source(RgbPixels raster, int outside) {
            packed = raster.packed();
            width = raster.width();
            height = raster.height();
            this.outside = outside;
        }

        int at(double fromCenterX, double fromCenterY) {
            double x = fromCenterX + (width - 1) / 2.0;
            double y = fromCenterY + (height - 1) / 2.0;
            int left = (int) Math.floor(x);
            int top = (int) Math.floor(y);
            int above = mixed(pixel(left, top), pixel(left + 1, top), x - left);
            int below = mixed(pixel(left, top + 1), pixel(left + 1, top + 1), x - left);
            return mixed(above, below, y - top);
        }

        private int pixel(int x, int y) {
            return x < 0 || x >= width || y < 0 || y >= height ? outside : packed[y * width + x];
        }

        private static int mixed(int first, int second, double share) {
            int mixed = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int start = first >> shift & 0xFF;
                int end = second >> shift & 0xFF;
                mixed = mixed << 8 | (int) Math.round(start + share * (end - start));
            }
            return mixed;
        }
    }
}
