package dev.sightline.imaging;

import java.nio.ByteBuffer;

/**
 * What the segments before the first scan of a JPEG file say: {@code process} is the low half of the start-of-frame marker (0
 * baseline, 1 extended, 2 progressive, 3 lossless, 9 and above arithmetic), -1 without one.
 */
record JpegHeader(int process, int components, int componentsOfFirstScan, boolean isAdobe) {

    private static final JpegHeader UNKNOWN = new JpegHeader(-1, 0, 0, false);
    private static final int FIRST_SEGMENT = 2;
    private static final int APP14 = 0xFFEE;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int EXTENDED = 1;
    private static final int FIRST_ARITHMETIC = 9;

    /** Whatever is out of form is left to the codec: then less is known. */
    static JpegHeader of(byte[] jpeg) {
        var file = ByteBuffer.wrap(jpeg);
        JpegHeader known = UNKNOWN;
        int at = FIRST_SEGMENT;
        while (at + 10 <= jpeg.length) {
            int marker = file.getShort(at) & 0xFFFF;
            if (marker == START_OF_SCAN) {
                return new JpegHeader(known.process, known.components, file.get(at + 4), known.isAdobe);
            }
            if (marker < 0xFFC0) {
                return known;
            }
            known = known.with(marker, file.get(at + 9));
            at += marker == 0xFFFF ? 1 : 2 + (file.getShort(at + 2) & 0xFFFF);
        }
        return known;
    }

    private JpegHeader with(int marker, int tenthByte) {
        if (marker == APP14) {
            return new JpegHeader(process, components, 0, true);
        }
        return isStartOfFrame(marker) ? new JpegHeader(marker & 0xF, tenthByte, 0, isAdobe) : this;
    }

    /** C0 to CF, without the tables DHT (C4), JPG (C8) and DAC (CC). */
    private static boolean isStartOfFrame(int marker) {
        return marker == 0xFFC0 || (marker > 0xFFC0 && marker <= 0xFFCF && marker % 4 != 0);
    }

    /** Whether arithmetic codes are used, which the codec does not know. */
    boolean isArithmetic() {
        return process >= FIRST_ARITHMETIC;
    }

    /** Whether the frame comes in several scans, so that the codec holds all of it. */
    boolean hasSeveralScans() {
        return process > EXTENDED || componentsOfFirstScan < components;
    }
}
