package dev.sightline.lab.objects;

import dev.sightline.lab.detection.TrueObject;
import dev.sightline.visual.Embedding;

/** The crop of one true object; {@code picture} is the position of its picture in the index. */
record ObjectQuery(int picture, TrueObject object, Embedding embedding) {}
