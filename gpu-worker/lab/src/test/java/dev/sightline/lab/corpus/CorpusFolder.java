package dev.sightline.lab.corpus;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A small corpus built by code. */
public final class CorpusFolder {

    private final Path root;

    public CorpusFolder(Path root) {
        this.root = root;
    }

    /** A transparent PNG of 200 x 160 with one opaque rectangle of 120 x 80 at 30, 40. */
    public Path addCutOut(String name, int rgb) throws IOException {
        var image = new BufferedImage(200, 160, BufferedImage.TYPE_INT_ARGB);
        for (int y = 40; y < 120; y++) {
            for (int x = 30; x < 150; x++) {
                image.setRGB(x, y, 0xFF000000 | rgb);
            }
        }
        return write(name, image);
    }

    public Path write(String name, BufferedImage image) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
