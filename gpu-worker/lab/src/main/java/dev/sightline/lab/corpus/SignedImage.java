package dev.sightline.lab.corpus;

import dev.sightline.visual.ImageSignature;

/** A labelled file and the signature of its bytes. */
public record SignedImage(LabelledImage image, ImageSignature signature) {}
