// A real Chromium, driven by playwright-core. It is the system's own: nothing is downloaded, and without it the tests fail.

import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const packages = createRequire(join(setting('SIGHTLINE_WEB_PACKAGES'), 'node_modules', 'here.js'));
const { chromium } = packages('playwright-core');

/** The source of axe-core, to be run in a page. */
export const AXE = packages.resolve('axe-core/axe.min.js');

/** The address of the page of a running system. */
export const PAGE = setting('SIGHTLINE_PAGE');

export const CORPUS = setting('SIGHTLINE_CORPUS');

const SCREENSHOTS = setting('SIGHTLINE_SCREENSHOTS');
const EXECUTABLE = process.env.SIGHTLINE_CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Patience with a busy machine. */
const TIMEOUT_MS = 120_000;

export async function startBrowser() {
  if (!existsSync(EXECUTABLE)) {
    throw new Error(`no Chromium at ${EXECUTABLE}: install the package chromium, or set SIGHTLINE_CHROMIUM`);
  }
  return chromium.launch({ executablePath: EXECUTABLE, headless: true, args: FLAGS });
}

/**
 * A tab of a user who was never here. `mistakes` collects what the page did wrong: uncaught errors, and what the console calls an error but for
 * refused requests, which the tests look at themselves.
 */
export async function newTab(browser, { dark = false, width = 1280, height = 800 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  context.setDefaultTimeout(TIMEOUT_MS);
  const tab = await context.newPage();
  const mistakes = [];
  tab.on('pageerror', (error) => mistakes.push(String(error)));
  tab.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      mistakes.push(message.text());
    }
  });
  return { tab, context, mistakes };
}

/** With all pictures that are in view. */
export async function screenshot(tab, name) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await tab.waitForFunction(() => {
    const inView = (image) => {
      const { top, bottom } = image.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    return [...document.images].filter(inView).every((image) => image.complete);
  });
  await tab.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

/** An answer of the API, without the page. On a busy machine a source may be late, which is no mistake: asks again then. */
export async function ask(path) {
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    const response = await fetch(new URL(path, PAGE));
    if (response.ok) {
      return response.json();
    }
    if (response.status !== 503 || Date.now() > deadline) {
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    }
    await response.arrayBuffer();
  }
}

function setting(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; run ./sightline test`);
  }
  return value;
}
