/**
 * Pins and boards: {@link dev.sightline.blender.pins.PinDesk} and {@link dev.sightline.blender.pins.BoardDesk} take them in, change and list
 * them.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.pins;
