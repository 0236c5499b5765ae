package dev.sightline.imaging;

import com.drew.imaging.png.PngChunkType;
import com.twelvemonkeys.imageio.color.ColorSpaces;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** The colour profile of a PNG file, which the JDK's reader leaves out of the picture that it returns. */
final class PngProfile {

    private static final int MAX_PROFILE_BYTES = 4 * 1024 * 1024;

    private PngProfile() {}

    /** The same samples, said to be in the file's colour space; as given if the file has no usable RGB profile, as viewers do. */
    static BufferedImage apply(byte[] png, BufferedImage image) throws IOException {
        Optional<ColorSpace> space = PngChunks.first(png, PngChunkType.iCCP).flatMap(PngProfile::colorSpace);
        boolean color = image.getColorModel().getNumColorComponents() == 3;
        return space.isPresent() && color ? tagged(image, space.get()) : image;
    }

    private static Optional<ColorSpace> colorSpace(byte[] chunk) {
        try (var content = new ByteArrayInputStream(chunk)) {
            while (content.read() > 0) {
                // The name ends with a zero.
            }
            content.skipNBytes(1);
            byte[] profile = new InflaterInputStream(content).readNBytes(MAX_PROFILE_BYTES);
            ColorSpace space = ColorSpaces.createColorSpace(ICC_Profile.getInstance(profile));
            return Optional.of(space).filter(s -> s.getType() == ColorSpace.TYPE_RGB && !s.isCS_sRGB());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static BufferedImage tagged(BufferedImage image, ColorSpace space) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return tagged(palette.convertToIntDiscrete(image.getRaster(), true), space);
        }
        return new BufferedImage(model(image.getColorModel(), space), image.getRaster(), false, null);
    }

    private static ColorModel model(ColorModel model, ColorSpace space) {
        int type = model.getTransferType();
        if (model instanceof DirectColorModel packed) {
            int red = packed.getRedMask();
            int green = packed.getGreenMask();
            return new DirectColorModel(
                    space, packed.getPixelSize(), red, green, packed.getBlueMask(), packed.getAlphaMask(), false, type);
        }
        return new ComponentColorModel(space, model.hasAlpha(), false, model.getTransparency(), type);
    }
}
