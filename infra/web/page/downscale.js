// Makes photos as small as they can be without loss for the models.

/** Longest side in pixels that is worth sending: the models look at 224 to 416, and crops of half a side should still be that large. */
export const USEFUL_SIDE = 1024;

const QUALITY = 0.9;
/** What the API takes as it is. */
const TAKEN = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/bmp'];
const MAX_BYTES = 4 * 1024 * 1024;

/** The size that a picture of `width` by `height` pixels is sent in: its shape stays, and it is never made larger. */
export function sizeToSend(width, height, side = USEFUL_SIDE) {
  const factor = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** A file as it is sent to Lens: a JPEG of useful size, or the file itself if that is small already. Fails if it is no picture. */
export async function toSend(file) {
  const picture = await createImageBitmap(file);
  const size = sizeToSend(picture.width, picture.height);
  if (size.width === picture.width && TAKEN.includes(file.type) && file.size <= MAX_BYTES) {
    picture.close();
    return file;
  }
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, size.width, size.height);
  context.drawImage(picture, 0, 0, size.width, size.height);
  picture.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}
