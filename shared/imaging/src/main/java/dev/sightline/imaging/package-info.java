/**
 * Bytes of any image file to upright 8-bit sRGB pixels: the one normaliser of index time and query time.
 *
 * <p>{@link dev.sightline.imaging.ImageDecoder} is the way in. In order: sniff the content, check sizes in the header, decode the
 * first frame that is not flat (large ones subsampled), convert to sRGB, lay on white, turn upright by EXIF. What comes out is a {@link
 * dev.sightline.imaging.NormalizedImage} over {@link dev.sightline.imaging.RgbPixels}.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.imaging;
