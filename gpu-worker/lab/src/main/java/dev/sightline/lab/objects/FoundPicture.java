package dev.sightline.lab.objects;

import dev.sightline.visual.NormalizedBox;

/** A picture by its position in the index, with the part of it that is nearest to the query. */
record FoundPicture(int picture, NormalizedBox box, double distance) {}
