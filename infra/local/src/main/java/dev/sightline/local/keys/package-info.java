/** Keys of the API: {@link dev.sightline.local.keys.KeyDesk} issues, rotates and revokes them. */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.keys;
