package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageCodecsTest {

    @ParameterizedTest
    @CsvSource({
        "JPEG, com.twelvemonkeys.", "WEBP, com.twelvemonkeys.", "TIFF, com.twelvemonkeys.",
        "PNG, com.sun.imageio.", "GIF, com.sun.imageio.", "BMP, com.sun.imageio."
    })
    void reader_ofEachFormat_isTheChosenOne(ImageFormat format, String vendor) throws Exception {
        assertThat(ImageCodecs.reader(format).getClass().getName()).startsWith(vendor);
    }

    @Test
    void reader_switchesTheDiskCacheOff() throws Exception {
        ImageCodecs.reader(ImageFormat.PNG).dispose();
        assertThat(ImageIO.getUseCache()).isFalse();
    }

    @Test
    void decode_ofManyThreads_givesEachItsPicture() throws Exception {
        var decoder = new ImageDecoder(ImageLimits.DEFAULT);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            byte[] file = WebpFiles.flat(8, 8, 0xFF000000 | i);
            tasks.add(() -> decoder.decode(file).pixels().rgb(7, 7));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Integer> colors = new ArrayList<>();
            for (Future<Integer> done : threads.invokeAll(tasks)) {
                colors.add(done.get());
            }
            assertThat(colors).hasSize(64).isSorted().startsWith(0).endsWith(63);
        }
    }
}
