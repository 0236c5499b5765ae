package dev.sightline.lab.corpus;

import java.nio.file.Path;

/** A file of a labelled folder; {@code name} is its path below that folder, parts separated by "/". */
public record LabelledImage(Path path, String label, String name) {}
