// Takes one photo with the device's camera.

import { element } from './element.js';
import { closing } from './saving.js';

/** Opens the camera in a dialog and gives the photo, or null if there is none. The camera is off again afterwards, whatever happens. */
export async function takePhoto() {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  try {
    return await photoOf(stream);
  } finally {
    stream.getTracks().forEach((track) => track.stop());
  }
}

function photoOf(stream) {
  return new Promise((taken) => {
    const video = element('video', { autoplay: true, playsinline: true, muted: true });
    video.srcObject = stream;
    const dialog = element(
      'dialog',
      { class: 'sheet camera', 'aria-labelledby': 'camera-title' },
      element('header', {}, element('h2', { id: 'camera-title' }, 'Camera'), closing(() => dialog.close())),
      video,
      element('button', { type: 'button', class: 'button primary', onclick: async () => (taken(await frame(video)), dialog.close()) }, 'Take the photo'),
    );
    dialog.addEventListener('close', () => (dialog.remove(), taken(null)));
    document.body.append(dialog);
    dialog.showModal();
  });
}

function frame(video) {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d').drawImage(video, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}
