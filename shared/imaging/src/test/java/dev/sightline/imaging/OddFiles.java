package dev.sightline.imaging;

import static dev.sightline.imaging.BrokenFiles.cut;
import static dev.sightline.imaging.BrokenFiles.followedBy;
import static dev.sightline.imaging.BrokenFiles.startingWith;
import static dev.sightline.imaging.BrokenFiles.with;
import static dev.sightline.imaging.BrokenFiles.withoutEnd;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.imageio.ImageWriteParam;

/** The bad and odd files of {@code odd-files.txt}, made by code; what must become of each is said there. */
final class OddFiles {

    private static final BufferedImage NOISE = Pictures.noise(48, 32);
    private static final BufferedImage RED_PICTURE = Pictures.red(32, 24, BufferedImage.TYPE_INT_RGB);
    private static final byte[] PNG_FILE = PngFiles.of(NOISE);
    private static final byte[] JPEG_FILE = JpegFiles.of(NOISE);
    private static final int[] FLAT = {1, 1};
    private static final int[] PICTURE = {1, 2};

    private final Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();

    private OddFiles() {}

    /** What makes each file, by its name. */
    static Map<String, Supplier<byte[]>> byName() {
        var all = new OddFiles();
        all.jpeg();
        all.brokenJpeg();
        all.orientations();
        all.png();
        all.gif();
        all.webp();
        all.bmp();
        all.tiff();
        all.foreign();
        all.bombs();
        return all.files;
    }

    private void add(String name, Supplier<byte[]> file) {
        if (files.putIfAbsent(name, file) != null) {
            throw new IllegalStateException("expected one file of each name, got two of " + name);
        }
    }

    private void jpeg() {
        add("JPEG, baseline", () -> JpegFiles.of(RED_PICTURE));
        add("JPEG, progressive", () -> JpegFiles.progressive(RED_PICTURE));
        add("JPEG, grey", () -> JpegFiles.of(Pictures.red(32, 24, BufferedImage.TYPE_BYTE_GRAY)));
        add("JPEG, CMYK with APP14", () -> JpegFiles.withAdobe(JpegFiles.ofFourComponents(255, 0, 0, 255), 0));
        add("JPEG, CMYK without APP14", () -> JpegFiles.ofFourComponents(255, 0, 0, 255));
        add("JPEG, YCCK with APP14", () -> JpegFiles.withAdobe(JpegFiles.ofFourComponents(179, 170, 0, 255), 2));
        // Nobody can know what these are: read as CMYK, as browsers do.
        add("JPEG, YCCK without APP14", () -> JpegFiles.ofFourComponents(179, 170, 0, 255));
        add(
                "JPEG, colour profile",
                () -> JpegFiles.withProfile(JpegFiles.of(RED_PICTURE), Profiles.srgbWithRedAndGreenSwapped()));
        add("JPEG, broken colour profile", () -> JpegFiles.withProfile(JpegFiles.of(RED_PICTURE), new byte[200]));
        add("JPEG, garbage after the end", () -> followedBy(JpegFiles.of(RED_PICTURE), "garbage"));
        add("JPEG, two files in one", () -> followedBy(JPEG_FILE, new String(new char[] {0xFF, 0xD8})));
        add("JPEG, only the end marker missing", () -> withoutEnd(JpegFiles.of(RED_PICTURE), 2));
        add(
                "JPEG, broken EXIF block",
                () -> JpegFiles.withExif(JPEG_FILE, new byte[] {'M', 'M', 0, 42, 0x7F, 0, 0, 0, 1}));
        add("JPEG, EXIF block of one byte", () -> JpegFiles.withExif(JPEG_FILE, new byte[1]));
        add("JPEG, EXIF values that overlap", () -> JpegFiles.withExif(JPEG_FILE, ExifBlocks.amplified(5000)));
        add(
                "JPEG, EXIF orientation of picture and thumbnail differ",
                () -> JpegFiles.withExif(JPEG_FILE, ExifBlocks.withThumbnail(JPEG_FILE, 6)));
        add("JPEG, orientation 9", () -> JpegFiles.withOrientation(JPEG_FILE, 9));
        add("PNG named .jpg", () -> PNG_FILE);
    }

    private void brokenJpeg() {
        add("JPEG, cut at 60 %", () -> cut(JPEG_FILE, 0.6));
        add("JPEG, progressive, cut at 60 %", () -> cut(JpegFiles.progressive(NOISE), 0.6));
        add("JPEG, cut in the header", () -> cut(JPEG_FILE, 0.02));
        add("JPEG, only start and end", () -> with(new byte[4], 0, "FFD8FFD9"));
        add("JPEG, arithmetic codes", () -> JpegFiles.withFrame(JPEG_FILE, 1, "C9"));
        add("JPEG, twelve bits a sample", () -> JpegFiles.withFrame(JPEG_FILE, 4, "0C"));
        add("JPEG, height 0", () -> JpegFiles.withFrame(JPEG_FILE, 5, "0000"));
        add("JPEG, width 0", () -> JpegFiles.withFrame(JPEG_FILE, 7, "0000"));
        add("JPEG, higher than its pixels", () -> JpegFiles.withFrame(JPEG_FILE, 5, "0400"));
        add("JPEG, EXIF thumbnail only", () -> JpegFiles.thumbnailOnly(JPEG_FILE));
    }

    private void orientations() {
        byte[] file = JpegFiles.of(Pictures.leftWhite(100, 40));
        IntStream.rangeClosed(1, 8)
                .forEach(i -> add("JPEG, 100 x 40, orientation " + i, () -> JpegFiles.withOrientation(file, i)));
    }

    private void png() {
        add("PNG, 16 bits", () -> PngFiles.of(Pictures.deepRed(9, 7)));
        add("PNG, 1 bit", () -> PngFiles.of(Pictures.red(9, 7, BufferedImage.TYPE_BYTE_BINARY)));
        add("PNG, palette", () -> PngFiles.of(Pictures.redOfPalette(9, 7, false)));
        add("PNG, palette with alpha", () -> PngFiles.of(Pictures.redOfPalette(9, 7, true)));
        add("PNG, all transparent", () -> PngFiles.of(new BufferedImage(9, 7, BufferedImage.TYPE_INT_ARGB)));
        add("PNG, grey with alpha", () -> PngFiles.ofRows(3, 3, 8 << 8 | 4, "40FF 8080 C000".replace(" ", "")));
        add("PNG, interlaced", () -> PngFiles.interlaced(RED_PICTURE));
        add(
                "PNG, colour profile",
                () -> PngFiles.withProfile(PngFiles.of(RED_PICTURE), Profiles.srgbWithRedAndGreenSwapped()));
        add("PNG, orientation 8", () -> PngFiles.withOrientation(PNG_FILE, 8));
        add("PNG, animated, 3 frames", () -> PngFiles.animated(PNG_FILE, 3));
        add("PNG, animated, 2 billion frames", () -> PngFiles.animated(PNG_FILE, Integer.MAX_VALUE));
        add("PNG, profile that inflates to 64 MB", () -> PngFiles.withInflating(PNG_FILE, "iCCP", 64));
        add("PNG, text that inflates to 64 MB", () -> PngFiles.withInflating(PNG_FILE, "zTXt", 64));
        add("PNG, garbage after the end", () -> followedBy(PNG_FILE, "garbage"));
        add("PNG, chunk of 2 GB", () -> PngFiles.withEndlessChunk(PNG_FILE, "iCCP"));
        add("PNG, EXIF chunk of 2 GB", () -> PngFiles.withEndlessChunk(PNG_FILE, "eXIf"));
        add("PNG, cut at 60 %", () -> cut(PNG_FILE, 0.6));
        add("PNG, wrong checksum of the pixels", () -> PngFiles.withWrongChecksum(PNG_FILE));
        add("PNG, without pixels", () -> PngFiles.withoutPixels(PNG_FILE));
        add("PNG, 0 x 5", () -> PngFiles.bomb(0, 5));
    }

    private void gif() {
        add("GIF, one frame", () -> GifFiles.frames(PICTURE));
        add("GIF, three frames", () -> GifFiles.frames(PICTURE, FLAT, FLAT));
        add("GIF, flat first frame", () -> GifFiles.frames(FLAT, PICTURE, FLAT));
        add("GIF, two flat frames before", () -> GifFiles.frames(FLAT, FLAT, PICTURE));
        add("GIF, all frames flat", () -> GifFiles.frames(FLAT, FLAT, FLAT));
        add("GIF, one flat frame", () -> GifFiles.frames(FLAT));
        add("GIF, transparent first frame", () -> GifFiles.withTransparent(1, PICTURE));
        add("GIF, frame beside its screen", () -> GifFiles.placed(1, 3, PICTURE));
        add("GIF, cut after its first frame", () -> cut(GifFiles.frames(PICTURE, FLAT), 0.75));
        add("GIF, cut in the frame that is looked for", () -> cut(GifFiles.frames(FLAT, PICTURE), 0.9));
        add("GIF, cut in its only frame", () -> cut(GifFiles.frames(PICTURE), 0.9));
        add("GIF, no frame", () -> GifFiles.frames());
    }

    private void webp() {
        add("WebP, lossy", () -> WebpFiles.lossy(40, 30));
        add("WebP, lossless", () -> WebpFiles.flat(40, 30, 0xFFFF0000));
        add("WebP, half transparent", () -> WebpFiles.flat(40, 30, 0x80FF0000));
        add("WebP, orientation 6", () -> WebpFiles.withOrientation(40, 30, 0xFFFF0000, 6));
        add("WebP, animated", () -> WebpFiles.animated(0xFF0000FF, 0xFF00FF00));
        add("WebP, transparent first frame", () -> WebpFiles.animated(0x00000000, 0xFF00FF00));
        add("WebP, animated, all frames transparent", () -> WebpFiles.animated(0, 0));
        add("WebP, animated, no frame", () -> WebpFiles.animated());
        add("WebP, canvas and picture differ", () -> WebpFiles.contradicting(8, 16_383));
        add("WebP, cut at 60 %", () -> cut(WebpFiles.flat(40, 40, 0xFF00FF00), 0.6));
        add("WebP, header only", () -> startingWith("RIFF\4\0\0\0WEBP"));
    }

    private void bmp() {
        add("BMP, 24 bits", () -> BmpFiles.red(5, 3, 24));
        add("BMP, 32 bits", () -> BmpFiles.red(5, 3, 32));
        add("BMP, 15 bits", () -> BmpFiles.redOfFifteenBits(5, 3));
        add("BMP, from the top", () -> BmpFiles.red(5, -3, 24));
        add("BMP, palette", () -> ImageWriters.write("bmp", Pictures.redOfPalette(5, 3, false), param -> {}));
        add("BMP, run lengths", () -> ImageWriters.compressed("bmp", Pictures.redOfPalette(64, 3, false), "BI_RLE8"));
        add("BMP, around a PNG", () -> BmpFiles.around(PNG_FILE));
        add("BMP, cut", () -> cut(BmpFiles.red(50, 30, 24), 0.6));
    }

    private void tiff() {
        var white = new BufferedImage(6, 5, BufferedImage.TYPE_BYTE_GRAY);
        add("TIFF, uncompressed", () -> TiffFiles.pages(1, "FF0000FF0000"));
        add("TIFF, LZW", () -> ImageWriters.compressed("tiff", RED_PICTURE, "LZW"));
        add("TIFF, deflate", () -> ImageWriters.compressed("tiff", RED_PICTURE, "Deflate"));
        add("TIFF, JPEG inside", () -> ImageWriters.compressed("tiff", RED_PICTURE, "JPEG"));
        add("TIFF, tiled", OddFiles::tiled);
        add("TIFF, 16 bits", () -> ImageWriters.write("tiff", Pictures.deepRed(9, 7), param -> {}));
        add("TIFF, CMYK", () -> TiffFiles.cmyk("00FFFF00"));
        add("TIFF, three pages", () -> ImageWriters.sequence("tiff", NOISE, RED_PICTURE, white));
        add(
                "TIFF, two flat pages of other sizes before",
                () -> ImageWriters.sequence("tiff", RED_PICTURE, white, NOISE));
        add("TIFF, a page that leads to itself", TiffFiles::endless);
        add("TIFF, orientation 6", () -> TiffFiles.pages(6, "102030405060"));
        add("TIFF, pages that overlap", () -> TiffFiles.nested(9_000));
        add("TIFF, values that overlap", () -> ExifBlocks.amplified(60_000));
        add("TIFF, cut", () -> cut(ImageWriters.compressed("tiff", NOISE, "LZW"), 0.5));
        add("TIFF, header only", () -> startingWith("II*\0"));
    }

    private static byte[] tiled() {
        return ImageWriters.write("tiff", NOISE, param -> {
            param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
            param.setTiling(16, 16, 0, 0);
        });
    }

    private void foreign() {
        String make = TiffFiles.entry(0x010F, 2, 18, 200);
        String preview = TiffFiles.number(0x00FE, 1);
        String parts = TiffFiles.number(0x014A, 300);
        add("nothing", () -> new byte[0]);
        add("one byte", () -> new byte[1]);
        add("text named .jpg", () -> "This is no picture.".getBytes(UTF_8));
        add("HEIC", () -> startingWith("\0\0\0\30ftypheic"));
        add("AVIF", () -> startingWith("\0\0\0\30ftypavif"));
        add("SVG", () -> "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8));
        add("PDF", () -> startingWith("%PDF-1.7"));
        add("JPEG XL", () -> startingWith("\u00FF\n"));
        add("JPEG 2000", () -> startingWith("\0\0\0\fjP  \r\n"));
        add("BigTIFF", () -> startingWith("II+\0"));
        add("MP4", () -> startingWith("\0\0\0\30ftypisom"));
        add("ZIP", () -> startingWith("PK\3\4"));
        add("RAW, CR2", () -> startingWith("II*\0\20\0\0\0CR\2\0"));
        add("RAW, CR3", () -> startingWith("\0\0\0\30ftypcrx "));
        add("RAW, DNG", () -> TiffFiles.directory(TiffFiles.number(0xC612, 0x01040000)));
        add("RAW, NEF", () -> with(TiffFiles.directory(preview, make, parts), 200, "4E494B4F4E"));
        add("RAW, ORF", () -> startingWith("IIRO"));
        add("RAW, RW2", () -> startingWith("IIU\0"));
    }

    private void bombs() {
        add("bomb, PNG of 65 bytes", () -> PngFiles.bomb(16_384, 16_384));
        add("bomb, flat PNG", () -> PngFiles.ofRows(19_000, 19_000, 1 << 8, "00".repeat(19_000 / 8)));
        add("bomb, JPEG", () -> JpegFiles.withFrame(JPEG_FILE, 5, "FFFFFFFF"));
        add(
                "bomb, progressive JPEG",
                () -> JpegFiles.withProgressiveFrame(JpegFiles.progressive(NOISE), 5, "27102710"));
        add("bomb, GIF screen", () -> GifFiles.onScreen(65_535, 65_535));
        add("bomb, GIF of 10,001 frames", () -> GifFiles.repeated(10_001));
        add("bomb, WebP", () -> WebpFiles.flat(16_383, 16_383, 0xFF00FF00));
        add("bomb, lossy WebP", () -> WebpFiles.lossy(8_000, 8_000));
        add("bomb, WebP of 10,001 frames", () -> WebpFiles.repeated(10_001));
        add("bomb, BMP", () -> BmpFiles.runLengths(30_000, 30_000));
        add("bomb, TIFF", () -> TiffFiles.bomb(100_000, 100_000));
        add(
                "bomb, TIFF of 10,001 pages",
                () -> TiffFiles.pages(
                        1,
                        IntStream.range(0, 10_001).mapToObj(i -> "102030405060").toArray(String[]::new)));
        add("large, JPEG of 12,000 x 9,000", () -> JpegFiles.flatGrey(12_000, 9_000));
    }
}
