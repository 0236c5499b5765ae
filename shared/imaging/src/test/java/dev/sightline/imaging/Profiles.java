package dev.sightline.imaging;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;

/** Colour profiles built by code. */
final class Profiles {

    private Profiles() {}

    static byte[] srgbWithRedAndGreenSwapped() {
        ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
        ICC_Profile swapped = ICC_Profile.getInstance(srgb.getData());
        swapped.setData(ICC_Profile.icSigRedColorantTag, srgb.getData(ICC_Profile.icSigGreenColorantTag));
        swapped.setData(ICC_Profile.icSigGreenColorantTag, srgb.getData(ICC_Profile.icSigRedColorantTag));
        return swapped.getData();
    }
}
