/** Presigned uploads: {@link dev.sightline.blender.upload.UploadDesk} says where a client may put one image. */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.upload;
