// How fast the page of a running system is: first contentful paint of the gallery, and crop release to results.
// Usage: SIGHTLINE_PAGE=... SIGHTLINE_WEB_PACKAGES=... SIGHTLINE_CORPUS=- SIGHTLINE_SCREENSHOTS=- node infra/web/bench/times.js [ROUNDS]

import { ask, newTab, PAGE, startBrowser } from '../test/browser/chromium.js';

const rounds = Number(process.argv[2] ?? 20);
const browser = await startBrowser();
const paints = [];
const crops = [];

for (let round = 0; round < rounds; round += 1) {
  const { tab, context } = await newTab(browser);
  await tab.goto(PAGE);
  await tab.locator('.tile img').first().waitFor();
  paints.push(await tab.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
  await context.close();
}

const { images } = await ask('/v1/images?state=indexed&limit=100');
const { tab, mistakes } = await newTab(browser);
for (let round = 0; round < rounds; round += 1) {
  await tab.goto(`${PAGE}image/${images[round % images.length].imageId}`);
  await tab.locator('.results .tile').first().waitFor();
  await tab.locator('.stage[data-ready]').waitFor();
  crops.push(await cropToResults(tab));
}
await browser.close();

console.log(JSON.stringify({ rounds, pictures: (await ask('/v1/status')).images, firstContentfulPaintMs: spread(paints), cropToResultsMs: spread(crops), mistakes }, null, 2));

/** Milliseconds in the browser from letting go to the answer in the page. */
async function cropToResults(tab) {
  const frame = await tab.locator('.frame').boundingBox();
  await tab.evaluate(() => {
    window.times = {};
    addEventListener('pointerup', () => (window.times.released ??= performance.now()), { capture: true, once: true });
    addEventListener('answered', () => (window.times.answered ??= performance.now()), { capture: true, once: true });
  });
  await tab.mouse.move(frame.x + frame.width * 0.2, frame.y + frame.height * 0.2);
  await tab.mouse.down();
  await tab.mouse.move(frame.x + frame.width * 0.75, frame.y + frame.height * 0.75, { steps: 4 });
  await tab.mouse.up();
  await tab.waitForFunction(() => window.times.answered);
  return tab.evaluate(() => window.times.answered - window.times.released);
}

function spread(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (part) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]);
  return { p50: at(0.5), p90: at(0.9), most: at(1) };
}
