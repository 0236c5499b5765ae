/** Files on their way: put into the bucket, then followed until each is indexed or refused. */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.upload;
