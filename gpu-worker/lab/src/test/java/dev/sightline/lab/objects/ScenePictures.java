package dev.sightline.lab.objects;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.lab.corpus.CorpusFolder;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.detection.BoxedPicture;
import dev.sightline.lab.detection.DetectionCache;
import dev.sightline.lab.detection.PictureDetections;
import dev.sightline.lab.detection.TrueObject;
import dev.sightline.visual.NormalizedBox;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Pictures of two halves, each of one colour; the width tells the fake detector which picture it sees. */
record ScenePictures(Path folder) {

    static final NormalizedBox LEFT = new NormalizedBox(0, 0, 0.5, 1);
    static final NormalizedBox RIGHT = new NormalizedBox(0.5, 0, 0.5, 1);
    static final int RED = 0xE02020;
    static final int DARK_RED = 0xA01010;
    /** Differs from red in two of eight bits, and is redder than blue. */
    static final int PURPLE = 0xE020D0;

    static final int BLUE = 0x2020E0;
    static final int GREEN = 0x20E020;

    private static final int HEIGHT = 10;

    /** Writes a picture of this width, which is even; the objects are those given. */
    BoxedPicture scene(int width, int left, int right, TrueObject... objects) throws IOException {
        return new BoxedPicture(write("scene-" + width + ".png", width, left, right), List.of(objects));
    }

    LabelledImage plain(String label, String name, int color) throws IOException {
        return new LabelledImage(write(label + "/" + name, 12, color, color), label, label + "/" + name);
    }

    PictureDetections detections() {
        return PictureDetections.of(decoder(), new DetectionCache(folder.resolve("detections")));
    }

    ViewReader reader(ViewEncoder encoder) {
        return new ViewReader(decoder(), new ViewCache(folder.resolve("views")), encoder);
    }

    private static ImageDecoder decoder() {
        return new ImageDecoder(ImageLimits.DEFAULT);
    }

    private Path write(String name, int width, int left, int right) throws IOException {
        var image = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? left : right);
            }
        }
        return new CorpusFolder(folder).write(name, image);
    }
}
