package dev.sightline.lab.objects;

import dev.sightline.visual.Embedding;
import dev.sightline.visual.NormalizedBox;

/** A part of a picture that can be found, and its vectors. */
record BoxView(NormalizedBox box, Embedding embedding) {}
