/** What is known of one image: {@link dev.sightline.blender.catalogue.ImageCatalogue} finds it by either form of its id. */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.catalogue;
