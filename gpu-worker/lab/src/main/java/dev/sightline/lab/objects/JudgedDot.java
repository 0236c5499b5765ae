package dev.sightline.lab.objects;

import dev.sightline.visual.DotSignals;

/**
 * A box that may become a dot: in which picture, how sure its detector is, what its search says, and whether it really is at an object
 * of its name.
 */
record JudgedDot(int picture, double confidence, DotSignals signals, boolean right) {}
