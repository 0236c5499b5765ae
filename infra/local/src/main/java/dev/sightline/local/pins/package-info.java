/** The import of pins: {@link dev.sightline.local.pins.PinImport} takes the {@link dev.sightline.local.pins.PinFile lines of a file} into a deployment. */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.pins;
