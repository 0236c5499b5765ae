/**
 * What is known of images: {@link dev.sightline.blender.catalogue.ImageCatalogue} finds one by either form of its id, {@link
 * dev.sightline.blender.catalogue.ImageList} lists them all, {@link dev.sightline.blender.catalogue.ImageFiles} gives their files.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.catalogue;
