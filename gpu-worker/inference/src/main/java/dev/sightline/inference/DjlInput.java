package dev.sightline.inference;

import java.nio.FloatBuffer;

/** The filled planes of {@code images} images, in native memory. */
record DjlInput(FloatBuffer planes, int images) {}
