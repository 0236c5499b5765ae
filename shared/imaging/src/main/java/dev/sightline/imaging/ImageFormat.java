package dev.sightline.imaging;

import java.util.Locale;

/** The formats that Sightline decodes, as recognised by content. */
public enum ImageFormat {
    JPEG,
    PNG,
    GIF,
    WEBP,
    BMP,
    TIFF;

    /** The stable form for clients and records, for example {@code jpeg}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
