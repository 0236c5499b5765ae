package dev.sightline.blender.blend;

/** A label that many results of a group have; sent back as tag, it narrows the question. {@code count}: results that have it. */
public record ResultTag(String name, int count) {}
