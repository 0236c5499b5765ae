/** Presigned uploads: {@link dev.sightline.blender.upload.UploadDesk} says where a client may put one image, {@link
 * dev.sightline.blender.upload.QueryDesk} where the photo of a query. */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.upload;
