package dev.sightline.imaging;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognises a file by its first bytes, never by its name. */
final class ContentSniffer {

    private static final int TEXT_SAMPLE = 512;

    /** What a decoder puts in the place of bytes that are no text. */
    private static final String REPLACEMENT = "\uFFFD";

    private record Magic(int offset, String latin1, String meaning) {

        boolean matches(byte[] bytes) {
            byte[] expected = latin1.getBytes(StandardCharsets.ISO_8859_1);
            int end = offset + expected.length;
            return bytes.length >= end && Arrays.equals(bytes, offset, end, expected, 0, expected.length);
        }
    }

    private static final List<Magic> FOREIGN = List.of(
            new Magic(4, "ftypavif", "AVIF"),
            new Magic(4, "ftypavis", "AVIF"),
            new Magic(4, "ftyphei", "HEIC"),
            new Magic(4, "ftyphev", "HEIC"),
            new Magic(4, "ftypmif1", "HEIF"),
            new Magic(4, "ftypmsf1", "HEIF"),
            new Magic(4, "ftypcrx ", "RAW (CR3)"),
            new Magic(4, "ftyp", "an MP4 or QuickTime video"),
            new Magic(4, "JXL \r\n", "JPEG XL"),
            new Magic(0, "\u00ff\n", "JPEG XL"),
            new Magic(4, "jP  \r\n", "JPEG 2000"),
            new Magic(0, "IIRO", "RAW (ORF)"),
            new Magic(0, "IIRS", "RAW (ORF)"),
            new Magic(0, "IIU\0", "RAW (RW2)"),
            new Magic(0, "FUJIFILMCCD-RAW", "RAW (RAF)"),
            new Magic(0, "II+\0", "BigTIFF"),
            new Magic(0, "MM\0+", "BigTIFF"),
            new Magic(0, "8BPS", "Photoshop"),
            new Magic(0, "\0\0\1\0", "an icon (ICO)"),
            new Magic(0, "%PDF-", "PDF"),
            new Magic(0, "PK\3\4", "a ZIP archive"),
            new Magic(0, "\u001f\u008b", "a gzip archive"));

    private ContentSniffer() {}

    /**
     * The format of the content.
     *
     * @throws SightlineException with {@link ErrorCode#UNSUPPORTED_FORMAT}, naming what was recognised
     */
    static ImageFormat formatOf(byte[] bytes) {
        return Arrays.stream(ImageFormat.values())
                .filter(format -> isFormat(format, bytes))
                .findFirst()
                .orElseThrow(() -> new SightlineException(
                        ErrorCode.UNSUPPORTED_FORMAT,
                        "expected JPEG, PNG, GIF, WebP, BMP or TIFF, got " + describe(bytes)));
    }

    private static boolean isFormat(ImageFormat format, byte[] bytes) {
        return switch (format) {
            case JPEG -> startsWith(bytes, "\u00ff\u00d8\u00ff");
            case PNG -> startsWith(bytes, "\u0089PNG\r\n\u001a\n");
            case GIF -> startsWith(bytes, "GIF87a") || startsWith(bytes, "GIF89a");
            case WEBP -> startsWith(bytes, "RIFF") && new Magic(8, "WEBP", "").matches(bytes);
            case BMP -> startsWith(bytes, "BM") && new Magic(6, "\0\0\0\0", "").matches(bytes);
            case TIFF -> isTiff(bytes) && CameraRaw.nameOf(bytes).isEmpty();
        };
    }

    private static boolean isTiff(byte[] bytes) {
        return startsWith(bytes, "II*\0") || startsWith(bytes, "MM\0*");
    }

    private static boolean startsWith(byte[] bytes, String latin1) {
        return new Magic(0, latin1, "").matches(bytes);
    }

    private static String describe(byte[] bytes) {
        if (isTiff(bytes)) {
            return CameraRaw.nameOf(bytes).orElse("TIFF");
        }
        return FOREIGN.stream()
                .filter(magic -> magic.matches(bytes))
                .map(Magic::meaning)
                .findFirst()
                .or(() -> textOf(bytes).map(ContentSniffer::describeText))
                .orElse("unknown content");
    }

    private static String describeText(String text) {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.contains("<svg")) {
            return "SVG";
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return "HTML";
        }
        return start.startsWith("<?xml") ? "XML" : "text";
    }

    /** The start as text, if it is UTF-8 without control characters. */
    private static Optional<String> textOf(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, TEXT_SAMPLE), StandardCharsets.UTF_8);
        // The sample's end may cut a character.
        String text = start.endsWith(REPLACEMENT) ? start.substring(0, start.length() - 1) : start;
        return Optional.of(text).filter(t -> t.chars().noneMatch(ContentSniffer::isBinary));
    }

    private static boolean isBinary(int character) {
        boolean control = Character.isISOControl(character) && !Character.isWhitespace(character);
        return control || character == REPLACEMENT.charAt(0);
    }
}
