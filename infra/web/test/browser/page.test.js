// The page of a running system, used as its users do: one browser, scenarios in the order in which a new user meets them.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { requireAccessible } from './accessibility.js';
import { ask, CORPUS, newTab, PAGE, screenshot, startBrowser } from './chromium.js';

const LABELS = ['birds', 'fruit', 'insects', 'mammals'];
const FILES_EACH = Number(process.env.FILES_EACH ?? 20);
/** Without pictures: scripts, styles, the page itself. */
const BYTES_BUDGET = 300_000;

let browser;
let user;

before(async () => {
  browser = await startBrowser();
  user = await newTab(browser);
});

after(async () => {
  await browser?.close();
});

function corpusFiles() {
  return LABELS.flatMap((label) =>
    readdirSync(join(CORPUS, label))
      .filter((name) => /\.(png|jpg)$/.test(name))
      .sort()
      .slice(0, FILES_EACH)
      .map((name) => join(CORPUS, label, name)),
  );
}

/** An indexed image with a dot, and the dots. */
async function imageWithDots() {
  const { images } = await ask('/v1/images?state=indexed&limit=100');
  for (const { imageId } of images.filter((image) => image.imageId)) {
    const { objects } = await ask(`/v1/images/${imageId}/objects`);
    if (objects.length > 0) {
      return { imageId, objects };
    }
  }
  throw new Error('no indexed image has a dot');
}

async function openImage(tab, imageId) {
  await tab.goto(`${PAGE}image/${imageId}`);
  await answered(tab);
  await tab.locator('.stage[data-ready]').waitFor();
}

/** Waits until the last question is answered. On a busy machine it may fail for now: tries again, as the page offers. */
async function answered(tab) {
  for (;;) {
    await tab.locator('.results[aria-busy="false"]').waitFor();
    const again = tab.locator('.results .failed button');
    if ((await again.count()) === 0) {
      return;
    }
    await again.click();
  }
}

/** Waits until there are dots. On a busy machine they may be late: looks again, as the page offers. */
async function dotsShown(tab) {
  const again = tab.locator('.dots-again');
  for (;;) {
    await tab.locator('.dot').or(again).first().waitFor();
    if ((await tab.locator('.dot').count()) > 0) {
      return;
    }
    await again.click();
  }
}

/** The body of the next request to a path, once it is answered. */
async function bodyOfNext(tab, path, act) {
  const [request] = await Promise.all([tab.waitForRequest((request) => new URL(request.url()).pathname === path), act()]);
  await answered(tab);
  return request.postDataJSON();
}

test('upload: files become searchable one by one, and a broken one says why', async () => {
  const { tab } = user;
  const files = corpusFiles();
  await tab.goto(`${PAGE}upload`);
  await tab.locator('#upload-files').setInputFiles([
    ...files.map((path) => path),
  ]);
  await tab.locator('#upload-files').setInputFiles([{ name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') }]);

  await tab.locator('.upload.rejected').waitFor();
  await tab.waitForFunction((count) => document.querySelectorAll('.upload.indexed').length === count, files.length);

  const broken = tab.locator('.upload.rejected');
  assert.match(await broken.innerText(), /broken\.jpg[\s\S]*(unsupported-format|broken-image)/);
  assert.match(await tab.locator('.total').innerText(), new RegExp(`${files.length} searchable, 1 rejected`));
  await screenshot(tab, 'upload');
  await requireAccessible(tab, 'upload');
});

test('gallery: shows what was uploaded, more of it as one scrolls, and comes back where one was', async () => {
  const { tab } = user;
  await tab.locator('nav a', { hasText: 'Gallery' }).click();
  await tab.locator('.grid .tile img').first().waitFor();
  const first = await tab.locator('.tile').count();
  await tab.waitForFunction(() => [...document.querySelectorAll('.tile img')].slice(0, 5).every((image) => image.complete && image.naturalWidth > 0));
  await screenshot(tab, 'gallery');
  await requireAccessible(tab, 'gallery');

  await tab.waitForFunction(() => {
    window.scrollTo(0, document.body.scrollHeight);
    return document.querySelector('.end p')?.textContent.endsWith('pictures');
  });
  assert.ok((await tab.locator('.tile').count()) > first);
  assert.ok((await tab.locator('.tile').count()) >= corpusFiles().length - 10);
});

test('gallery: a picture opens, and going back leads to the same height', async () => {
  const { tab } = user;
  await tab.evaluate(() => window.scrollTo(0, 600));
  const height = await tab.evaluate(() => window.scrollY);
  await tab.evaluate(() => {
    const inView = (link) => link.getBoundingClientRect().top > 100;
    [...document.querySelectorAll('.grid .tile a')].find(inView).click();
  });
  await tab.locator('.explorer').waitFor();
  await tab.goBack();
  await tab.locator('.grid .tile').first().waitFor();
  assert.equal(await tab.evaluate(() => window.scrollY), height);
});

test('dot: a click asks about that object, and the way back asks about the whole', async () => {
  const { tab } = user;
  const { imageId, objects } = await imageWithDots();
  await openImage(tab, imageId);
  await dotsShown(tab);
  assert.equal(await tab.locator('.dot').count(), objects.length);
  assert.equal(await tab.locator('cropper-shade').isVisible(), false);
  assert.equal(await tab.locator('cropper-selection').isVisible(), false);

  const asked = await bodyOfNext(tab, '/v1/flashlight', () => tab.locator('.dot').first().click());
  assert.equal(asked.objectId, objects[0].objectId);
  await tab.locator('.group .tile').first().waitFor();
  assert.equal(await tab.locator('.dot').first().getAttribute('aria-pressed'), 'true');
  await screenshot(tab, 'dot');
  await requireAccessible(tab, 'dot');

  await tab.locator('.back').click();
  await answered(tab);
  await tab.locator('.group[data-kind="image"] .tile').first().waitFor();
  assert.equal(await tab.locator('.dot[aria-pressed="true"]').count(), 0);
});

test('crop: drawn with the mouse, asks when it is let go', async () => {
  const { tab } = user;
  const frame = await tab.locator('.frame').boundingBox();
  const asked = await bodyOfNext(tab, '/v1/flashlight', async () => {
    await tab.mouse.move(frame.x + frame.width * 0.1, frame.y + frame.height * 0.1);
    await tab.mouse.down();
    await tab.mouse.move(frame.x + frame.width * 0.4, frame.y + frame.height * 0.5, { steps: 5 });
    await tab.mouse.move(frame.x + frame.width * 0.6, frame.y + frame.height * 0.8, { steps: 5 });
    await tab.mouse.up();
  });

  for (const [side, expected] of Object.entries({ x: 0.1, y: 0.1, w: 0.5, h: 0.7 })) {
    assert.ok(Math.abs(asked.box[side] - expected) < 0.05, `${side}: expected about ${expected}, got ${asked.box[side]}`);
  }
  await tab.locator('.group[data-kind="crop"]').waitFor();
  await screenshot(tab, 'crop');
  await requireAccessible(tab, 'crop');
});

test('crop: moved and resized with the keyboard, asks after a pause and on Enter', async () => {
  const { tab } = user;
  await tab.getByRole('button', { name: 'Crop' }).focus();
  await tab.keyboard.press('Enter');
  const selection = tab.locator('cropper-selection');
  assert.ok(await selection.evaluate((box) => box === document.activeElement));

  const asked = await bodyOfNext(tab, '/v1/flashlight', async () => {
    await tab.keyboard.press('ArrowRight');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Shift+ArrowLeft');
  });
  const near = (value, expected) => assert.ok(Math.abs(value - expected) < 0.001, `expected ${expected}, got ${value}`);
  near(asked.box.x, 0.22);
  near(asked.box.y, 0.22);
  near(asked.box.w, 0.58);
  near(asked.box.h, 0.6);
  assert.match(await selection.getAttribute('aria-label'), /22 % from the left/);

  const again = await bodyOfNext(tab, '/v1/flashlight', () => tab.keyboard.press('Enter'));
  assert.deepEqual(again.box, asked.box);
});

test('chips: a word narrows the question, a second click takes it back', async () => {
  const { tab } = user;
  const { imageId } = await imageWithDots();
  await openImage(tab, imageId);
  await tab.locator('.dot').first().click();
  const chip = tab.locator('.chip').first();
  await chip.waitFor();
  const word = await chip.innerText();

  const asked = await bodyOfNext(tab, '/v1/flashlight', () => chip.click());
  assert.deepEqual(asked.tags, [word]);
  assert.equal(await tab.locator('.chip[aria-pressed="true"]').innerText(), word);
  const back = await bodyOfNext(tab, '/v1/flashlight', () => tab.locator('.chip[aria-pressed="true"]').click());
  assert.deepEqual(back.tags, []);
});

test('category: those with it come first', async () => {
  const { tab } = user;
  const select = tab.locator('#category');
  const category = await select.locator('option').nth(1).getAttribute('value');
  const asked = await bodyOfNext(tab, '/v1/flashlight', () => select.selectOption(category));
  assert.equal(asked.category, category);
});

test('why: a drawer says distances, source and policy, and Escape closes it', async () => {
  const { tab } = user;
  const tile = tab.locator('.results .tile').first();
  await tile.hover();
  await tile.locator('.why').click();
  const drawer = tab.locator('dialog.drawer');
  await drawer.waitFor();
  const text = await drawer.innerText();
  for (const told of ['cosine', 'Hamming', 'Source', 'Policy', 'Model set', 'Who was asked']) {
    assert.ok(text.includes(told), `expected ${told} in ${text}`);
  }
  await screenshot(tab, 'why');
  await requireAccessible(tab, 'why');
  await tab.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
});

test('save: a result is on a new board afterwards', async () => {
  const { tab } = user;
  const name = `Board ${Date.now()}`;
  const tile = tab.locator('.results .tile').first();
  const link = await tile.locator('a').getAttribute('href');
  await tile.hover();
  await tile.locator('.save').click();
  await tab.locator('dialog.sheet').waitFor();
  await tab.locator('.board-list').waitFor();
  await requireAccessible(tab, 'save');
  await tab.getByLabel('New board').fill(name);
  await tab.getByRole('button', { name: 'Make and save' }).click();
  await tab.locator('.note a').click();

  await tab.getByRole('heading', { name }).waitFor();
  await tab.locator(`.tile a[href="${link}"]`).waitFor();
  assert.equal(await tab.locator('.tile').count(), 1, 'it is there at once, and once');
  await openUntil(tab, async () => (await tab.locator(`.tile a[href="${link}"]`).count()) === 1);
  await tab.locator('.tile img').first().waitFor();
  await screenshot(tab, 'board');
  await requireAccessible(tab, 'board');
  await tab.getByRole('button', { name: 'Rename this board' }).click();
  await tab.getByLabel('Name', { exact: true }).fill(`${name} renamed`);
  await requireAccessible(tab, 'rename');
  await tab.getByRole('button', { name: 'Rename', exact: true }).click();
  await tab.getByRole('heading', { name: `${name} renamed` }).waitFor();
  await tab.locator('nav a', { hasText: 'Boards' }).click();
  await tab.locator('.board-name', { hasText: `${name} renamed` }).waitFor();
  await screenshot(tab, 'boards');
  await requireAccessible(tab, 'boards');
});

test('hide: a result goes, comes back by undo, and is reported once it stays away', async () => {
  const { tab, context } = await newTab(browser);
  const { imageId } = await imageWithDots();
  await openImage(tab, imageId);
  const first = tab.locator('.results .tile').first();
  const link = await first.locator('a').getAttribute('href');
  await first.hover();
  await first.locator('.hide').click();
  await tab.locator('.hidden-tile').waitFor();
  assert.equal(await tab.locator(`.results a[href="${link}"]`).count(), 0);
  await screenshot(tab, 'hidden');
  await requireAccessible(tab, 'hidden');
  await tab.keyboard.press('Enter');
  await tab.locator(`.results a[href="${link}"]`).waitFor();
  assert.equal(await tab.locator('.hidden-tile').count(), 0);

  const hides = [];
  tab.on('request', (request) => {
    const events = new URL(request.url()).pathname === '/v1/events' ? request.postDataJSON().events : [];
    hides.push(...events.filter((event) => event.kind === 'hide'));
  });
  await first.locator('.hide').click();
  await tab.waitForRequest((request) => new URL(request.url()).pathname === '/v1/events' && request.postDataJSON().events.some(({ kind }) => kind === 'hide'));
  assert.deepEqual(hides.map((event) => [event.query, `/image/${event.imageId}`, event.rank]), [[imageId, link, 1]]);
  await tab.getByRole('button', { name: 'Related' }).click();
  await answered(tab);
  assert.equal(await tab.locator(`.results a[href="${link}"]`).count(), 0, 'the same question does not bring it back');
  await context.close();
});

/** The list of a board is a view of the index, which follows within seconds: loads the page again until it is there. */
async function openUntil(tab, there) {
  const deadline = Date.now() + 60_000;
  while (!(await there())) {
    assert.ok(Date.now() < deadline, 'the saved picture is not on its board');
    await tab.reload();
    await tab.locator('.grid, .notice').first().waitFor();
    await tab.waitForTimeout(500);
  }
}

test('lens: a large photo is made small, asked about, and its parts can be asked about too', async () => {
  const { tab } = user;
  await tab.goto(`${PAGE}lens`);
  await screenshot(tab, 'lens');
  await requireAccessible(tab, 'lens');
  const photo = await largePhoto(tab, corpusFiles()[0]);
  const sent = tab.waitForRequest((request) => new URL(request.url()).pathname === '/v1/lens');
  await tab.locator('#lens-file').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
  assert.equal((await sent).headers()['content-type'], 'image/jpeg');
  await answered(tab);
  // What is shown is what was sent: the debugger does not tell the bytes of a file.
  assert.equal(await tab.locator('.frame img').evaluate((image) => Math.max(image.naturalWidth, image.naturalHeight)), 1024);
  await tab.locator('.stage[data-ready]').waitFor();
  await screenshot(tab, 'lens-answer');
  await requireAccessible(tab, 'lens-answer');

  await tab.getByRole('button', { name: 'Crop' }).click();
  const asked = await bodyOfNext(tab, '/v1/flashlight', () => tab.keyboard.press('Enter'));
  assert.ok(asked.queryId, 'a crop of the photo names the photo by its query id');
});

test('lens: a photo that is dropped, and one that is pasted, is asked about', async () => {
  const { tab, context } = await newTab(browser);
  for (const way of ['drop', 'paste']) {
    await tab.goto(`${PAGE}lens`);
    const photo = await largePhoto(tab, corpusFiles()[1]);
    const sent = tab.waitForRequest((request) => new URL(request.url()).pathname === '/v1/lens');
    await tab.evaluate(
      ([kind, bytes]) => {
        const carried = new DataTransfer();
        carried.items.add(new File([new Uint8Array(bytes)], 'photo.jpg', { type: 'image/jpeg' }));
        const zone = document.querySelector('.drop-zone');
        kind === 'drop'
          ? zone.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }))
          : document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true }));
      },
      [way, [...photo]],
    );
    assert.equal((await sent).headers()['content-type'], 'image/jpeg', way);
    await answered(tab);
    await tab.locator('.results .tile').first().waitFor();
  }
  await context.close();
});

test('empty: a system without pictures and boards says what to do', async () => {
  const { tab, context } = await newTab(browser);
  await tab.route('**/v1/images?*', (route) => route.fulfill({ json: { images: [] } }));
  await tab.route('**/v1/boards?*', (route) => route.fulfill({ json: { boards: [] } }));
  await tab.goto(PAGE);
  await tab.getByRole('heading', { name: 'No pictures yet' }).waitFor();
  assert.equal(await tab.locator('.notice a').getAttribute('href'), '/upload');
  await screenshot(tab, 'empty');
  await requireAccessible(tab, 'empty');
  await tab.goto(`${PAGE}boards`);
  await tab.getByRole('heading', { name: 'No boards yet' }).waitFor();
  await context.close();
});

/** A picture of the corpus on white, 2000 by 1500 pixels, as a camera would give it. */
async function largePhoto(tab, path) {
  const { readFileSync } = await import('node:fs');
  const bytes = await tab.evaluate(async (given) => {
    const picture = await createImageBitmap(new Blob([new Uint8Array(given)]));
    const canvas = new OffscreenCanvas(2000, 1500);
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, 2000, 1500);
    const factor = Math.min(1600 / picture.width, 1200 / picture.height);
    context.drawImage(picture, 200, 150, picture.width * factor, picture.height * factor);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())];
  }, [...readFileSync(path)]);
  return Buffer.from(bytes);
}

test('events: what was seen and done is reported and accepted', async () => {
  const { tab, context } = await newTab(browser);
  const { imageId } = await imageWithDots();
  await openImage(tab, imageId);
  const [response] = await Promise.all([
    tab.waitForResponse((response) => new URL(response.url()).pathname === '/v1/events'),
    tab.locator('.results .tile a').first().click(),
  ]);
  const { events } = response.request().postDataJSON();
  const answer = await response.json();
  assert.equal(response.status(), 202);
  assert.deepEqual(answer.rejected, []);
  assert.equal(answer.accepted, events.length);
  const kinds = events.map((event) => event.kind);
  assert.ok(kinds.includes('impression') && kinds.includes('close-up'), kinds.join());
  const opened = events.find((event) => event.kind === 'close-up');
  assert.equal(opened.query, imageId);
  assert.equal(opened.rank, 1);
  await context.close();
});

test('system: shows what is there, what waits, what people did, and says that nothing was measured', async () => {
  const { tab } = user;
  await tab.locator('nav a', { hasText: 'System' }).click();
  const indexed = tab.locator('table.bars tr', { hasText: 'indexed' });
  await indexed.waitFor();
  const { sources, version, commit } = await ask('/v1/status');
  assert.ok((await tab.locator('.part', { hasText: 'Pictures' }).first().innerText()).includes(`Sightline ${version} (${commit})`));
  assert.equal((await indexed.locator('.amount').innerText()).replace(',', ''), String(sources.indexed));
  assert.equal(await tab.locator('.part', { hasText: 'Pictures' }).first().locator('table.numbers tbody tr').count(), 4);
  const hour = tab.locator('.part', { hasText: 'The last hour' });
  await hour.locator('.facts li', { hasText: 'Searchable' }).waitFor();
  await hour.locator('.facts li', { hasText: 'answers, half of them within' }).waitFor();
  await hour.locator('.facts li', { hasText: 'No GPU' }).waitFor();
  assert.ok((await hour.locator('table.numbers tbody tr', { hasText: 'visual-search' }).count()) > 0);
  assert.equal(await hour.locator('.plane').count(), 1);
  await tab.locator('.part', { hasText: 'Engagement' }).locator('.plane, .notice').first().waitFor();
  await tab.locator('.part', { hasText: 'Evaluation' }).locator('.measured, .notice').first().waitFor();
  await screenshot(tab, 'system');
  await requireAccessible(tab, 'system');
});

test('system: draws the report of an evaluation', async () => {
  const { tab } = user;
  const interval = (value) => ({ value, low: value - 0.02, high: value + 0.02 });
  const plots = [
    { name: 'p', title: 'Precision', kind: 'bars', y: { label: 'P@10' }, bars: [{ name: 'lite0', ...interval(0.36) }] },
    {
      name: 'r',
      title: 'Recall',
      kind: 'lines',
      x: { label: 'oversample', logarithmic: true },
      y: { label: 'recall@10', logarithmic: false },
      series: [{ name: 'codes', role: 'result', points: [{ x: 1, ...interval(0.8) }, { x: 10, ...interval(0.98) }] }],
    },
  ];
  const report = { title: 'Evaluation', provenance: { dataSets: [{ name: 'corpus' }], times: { began: '2026-01-02T03:04:05Z' } }, sections: [{ title: 'Search', summary: 'What search finds.', plots }] };
  await tab.route('**/evaluation.json', (route) => route.fulfill({ json: report }));
  await tab.goto(`${PAGE}system`);
  await tab.locator('.measured summary').click();
  assert.equal(await tab.locator('.measured .amount').innerText(), '0.36 [0.34, 0.38]');
  assert.equal(await tab.locator('.measured polyline').count(), 1);
  await tab.unroute('**/evaluation.json');
  await screenshot(tab, 'system-evaluation');
  await requireAccessible(tab, 'system-evaluation');
});

test('journey: a picture shows the spans by which it came here, from the request to the index', async () => {
  const { tab } = user;
  const { images } = await ask('/v1/images?state=indexed&limit=1');
  await openImage(tab, images[0].imageId);
  await tab.locator('.journey summary').click();
  for (const name of ['POST /v1/uploads', 'ingest', 'wait for worker', 'analyze', 'decode', 'index', 'reconcile']) {
    await tab.locator('.waterfall th', { hasText: name }).first().waitFor();
  }
  await tab.locator('.journey').scrollIntoViewIfNeeded();
  await screenshot(tab, 'journey');
  await requireAccessible(tab, 'journey');
});

test('partial: an answer that may lack something says so, and asks again', async () => {
  const { tab, context } = await newTab(browser);
  const { imageId } = await imageWithDots();
  await tab.route('**/related*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), partial: true } });
  });
  await openImage(tab, imageId);
  await tab.locator('.partial').waitFor();
  await screenshot(tab, 'partial');
  await requireAccessible(tab, 'partial');
  await tab.unroute('**/related*');
  await tab.locator('.partial button').click();
  await tab.locator('.partial').waitFor({ state: 'detached' });
  await context.close();
});

test('error: a failure is told in the words of the API, and can be tried again', async () => {
  const { tab, context } = await newTab(browser);
  const { imageId } = await imageWithDots();
  const problem = { type: 'x', title: 'Index unavailable', status: 503, detail: 'OpenSearch did not answer in 2 s', code: 'index-unavailable', requestId: 'r-1' };
  await tab.route('**/related*', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', json: problem }));
  await tab.goto(`${PAGE}image/${imageId}`);
  await tab.getByRole('alert').filter({ hasText: 'OpenSearch did not answer' }).waitFor();
  await screenshot(tab, 'error');
  await requireAccessible(tab, 'error');
  await tab.unroute('**/related*');
  await tab.getByRole('button', { name: 'Try again' }).click();
  await tab.locator('.results .tile').first().waitFor();
  await context.close();
});

test('unknown: a picture and a page that are not there say so', async () => {
  const { tab, context } = await newTab(browser);
  await tab.goto(`${PAGE}image/${'0'.repeat(64)}`);
  await tab.getByRole('heading', { name: 'Not found' }).waitFor();
  await tab.goto(`${PAGE}nothing/here`);
  await tab.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await requireAccessible(tab, 'nowhere');
  await context.close();
});

test('offline: the bar says so, and notices when it is over', async () => {
  const { tab, context } = await newTab(browser);
  await tab.goto(PAGE);
  await tab.locator('.status.calm, .status.busy').waitFor();
  await context.setOffline(true);
  await tab.locator('.status.away', { hasText: 'You are offline' }).waitFor();
  await context.setOffline(false);
  await tab.locator('.status.calm, .status.busy').waitFor();
  await context.close();
});

for (const [name, dark, width] of [
  ['dark', true, 1280],
  ['narrow', false, 390],
  ['narrow-dark', true, 390],
]) {
  test(`${name}: every page is readable and accessible`, async () => {
    const { tab, context, mistakes } = await newTab(browser, { dark, width });
    const { imageId } = await imageWithDots();
    for (const page of ['', 'lens', 'upload', 'boards', 'system', `image/${imageId}`]) {
      await tab.goto(PAGE + page);
      await tab.locator('.tile img, .drop-zone, .board, .bars').first().waitFor();
      if (page.startsWith('image/')) {
        await tab.locator('.results .tile').first().waitFor();
        await dotsShown(tab);
      }
      const label = `${page.split('/')[0] || 'gallery'}-${name}`;
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(overflow <= 0, `${label} is ${overflow} pixels too wide`);
      const cut = await tab.locator('.top nav').evaluate((nav) => nav.scrollWidth - nav.clientWidth);
      assert.ok(cut <= 0, `${label} has ${cut} pixels of its links cut off`);
      await screenshot(tab, label);
      await requireAccessible(tab, label);
    }
    assert.deepEqual(mistakes, []);
    await context.close();
  });
}

test('keyboard: the first stop skips the head, and every control shows its focus', async () => {
  const { tab, context } = await newTab(browser);
  await tab.goto(PAGE);
  await tab.locator('.tile').first().waitFor();
  await tab.keyboard.press('Tab');
  assert.equal(await tab.evaluate(() => document.activeElement.textContent), 'Skip to content');
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Tab');
  assert.ok(await tab.evaluate(() => document.activeElement.matches('.tile a')));
  assert.notEqual(await tab.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none');
  await context.close();
});

test('budget: the page without pictures is small, and loads from its own origin only', async () => {
  const { tab, context } = await newTab(browser);
  const { imageId } = await imageWithDots();
  let bytes = 0;
  const others = [];
  const sizes = [];
  tab.on('response', (response) => {
    const url = new URL(response.url());
    if (response.request().resourceType() === 'image') {
      return;
    }
    if (url.origin !== new URL(PAGE).origin) {
      others.push(url.href);
    } else if (!url.pathname.startsWith('/v1/')) {
      sizes.push(response.body().then((body) => (bytes += body.length)));
    }
  });
  await openImage(tab, imageId);
  await Promise.all(sizes);
  assert.ok(bytes > 50_000 && bytes < BYTES_BUDGET, `${bytes} bytes`);
  assert.deepEqual(others, []);
  await context.close();
});

test('mistakes: the page made none in all of this', () => {
  assert.deepEqual(user.mistakes, []);
});
