package dev.sightline.local.ask;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What a file's name says of its content. */
public final class ContentTypes {

    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> BY_EXTENSION = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "gif", "image/gif",
            "webp", "image/webp",
            "bmp", "image/bmp",
            "tif", "image/tiff",
            "tiff", "image/tiff",
            "txt", "text/plain");

    private ContentTypes() {}

    public static String of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return BY_EXTENSION.getOrDefault(name.substring(name.lastIndexOf('.') + 1), UNKNOWN);
    }
}
