package dev.sightline.blender.pins;

/** What people write about a pin, checked; each may be empty. */
record PinTexts(String title, String description, String link) {}
