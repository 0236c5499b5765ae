package dev.sightline.imaging;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * One chosen codec per format, whatever else is on the class path.
 *
 * <p>The JDK's registry fills itself from the context class loader of the first caller, which need not see our libraries. So they
 * are registered here, once, when this class is initialised, and the image I/O disk cache is switched off at the same place. Beyond
 * these two nothing global changes.
 */
final class ImageCodecs {

    private static final String JDK = "com.sun.imageio.";
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.";
    private static final Map<ImageFormat, ImageReaderSpi> READERS;
    private static final ImageWriterSpi JPEG_WRITER;

    static {
        ImageIO.setUseCache(false);
        IIORegistry registry = IIORegistry.getDefaultInstance();
        registerMissing(registry, new JPEGImageReaderSpi());
        registerMissing(registry, new TIFFImageReaderSpi());
        registerMissing(registry, new WebPImageReaderSpi());
        READERS = readers(registry);
        JPEG_WRITER = find(registry.getServiceProviders(ImageWriterSpi.class, true), JDK, "jpeg");
    }

    private ImageCodecs() {}

    /** A new reader; not thread-safe, to be disposed of by the caller. */
    static ImageReader reader(ImageFormat format) throws IOException {
        return Objects.requireNonNull(READERS.get(format)).createReaderInstance();
    }

    /** A new writer; not thread-safe, to be disposed of by the caller. */
    static ImageWriter jpegWriter() throws IOException {
        return JPEG_WRITER.createWriterInstance();
    }

    private static void registerMissing(IIORegistry registry, ImageReaderSpi spi) {
        if (registry.getServiceProviderByClass(spi.getClass()) == null) {
            registry.registerServiceProvider(spi, ImageReaderSpi.class);
        }
    }

    private static Map<ImageFormat, ImageReaderSpi> readers(IIORegistry registry) {
        var readers = new EnumMap<ImageFormat, ImageReaderSpi>(ImageFormat.class);
        for (ImageFormat format : ImageFormat.values()) {
            readers.put(
                    format,
                    find(registry.getServiceProviders(ImageReaderSpi.class, true), vendor(format), format.slug()));
        }
        return readers;
    }

    private static String vendor(ImageFormat format) {
        return switch (format) {
            case JPEG, TIFF, WEBP -> TWELVE_MONKEYS;
            case PNG, GIF, BMP -> JDK;
        };
    }

    private static <T extends ImageReaderWriterSpi> T find(Iterator<T> providers, String vendor, String name) {
        while (providers.hasNext()) {
            T provider = providers.next();
            List<String> names = Arrays.asList(provider.getFormatNames());
            if (provider.getPluginClassName().startsWith(vendor) && names.contains(name)) {
                return provider;
            }
        }
        throw new IllegalStateException("expected a codec %s* for %s, got none".formatted(vendor, name));
    }
}
