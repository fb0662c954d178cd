/** A person at the page: Chromium on a Nima of its own, signed in, with all that went wrong in the browser written down. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, onTestFinished, type TestContext, vi } from 'vitest';
import { aFolder, type Environment, type NimaProcess, startNima } from '../support/process.ts';

const DIST = join(import.meta.dirname, '../../web/dist');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
/** Nothing but what the page itself asks for; a container has no sandbox of its own to nest. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
] as const;

export const DESKTOP = { width: 1280, height: 800 } as const;
export const PHONE = { width: 390, height: 844 } as const;

export interface VisitOptions {
  readonly environment?: Environment;
  /** One that runs already, instead of one for this visit alone. */
  readonly nima?: NimaProcess;
  readonly size?: typeof DESKTOP | typeof PHONE;
  readonly theme?: 'light' | 'dark';
  readonly isSignedIn?: boolean;
  /** Asks for no motion, so that what is measured is not half faded in. */
  readonly isStill?: boolean;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly nima: NimaProcess;
  /** Addresses outside this Nima that were asked for. */
  readonly foreign: readonly string[];
  /** Errors the page did not catch. */
  readonly errors: readonly string[];
}

function whyNoPage(): string | null {
  if (!CHROMIUM) return 'no Chromium is installed (Debian: apt install chromium)';
  return existsSync(join(DIST, 'index.html')) ? null : 'the page is not built: npm run build:web';
}

/** Counts a test as skipped and says why; NIMA_TEST_REQUIRE=1 makes a missing need a failure. */
function skip(test: TestContext, reason: string): never {
  if (process.env.NIMA_TEST_REQUIRE) throw new Error(reason);
  console.warn(`Skipped, ${test.task.name}: ${reason}.`);
  return test.skip(reason);
}

/** One browser for a file of tests: `const visit = visits()`, then `await visit(test, { … })` for each person. */
export function visits(): (test: TestContext, options?: VisitOptions) => Promise<Visit> {
  // Each test starts a Nima and opens a browser on it; a busy machine takes its time.
  vi.setConfig({ testTimeout: 90_000 });
  let browser: Promise<Browser> | undefined;
  afterAll(async () => (await browser)?.close());
  return async (test, options = {}) => {
    if (process.env.NIMA_TEST_DATABASE === 'postgres') test.skip('the page is tried once, in the run on SQLite');
    const reason = whyNoPage();
    if (reason) return skip(test, reason);
    browser ??= chromium.launch({ executablePath: CHROMIUM ?? '', args: [...FLAGS] });
    return visit(await browser, options);
  };
}

async function visit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const { environment, size = DESKTOP, theme = 'light', isSignedIn = true, isStill = false } = options;
  const nima = options.nima ?? (await startNima(aFolder(), environment));
  const isTouched = size === PHONE;
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    reducedMotion: isStill ? 'reduce' : 'no-preference',
    hasTouch: isTouched,
    isMobile: isTouched,
    acceptDownloads: true,
  });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(15_000);
  const [foreign, errors]: [string[], string[]] = [[], []];
  context.on('request', (request) => {
    if (!request.url().startsWith(nima.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  const page = await context.newPage();
  await page.goto(nima.url);
  if (isSignedIn) await signIn(page, nima.password ?? '');
  return { page, context, nima, foreign, errors };
}

export async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
}

export const answers = (page: Page) => page.getByRole('article', { name: /^Nima,/ });
/** Answers that are at their end, or wait for a decision. */
export const doneAnswers = (page: Page) => page.locator('article[aria-busy="false"]');

/** Says something and waits until Nima has answered or asks. */
export async function say(page: Page, text: string): Promise<void> {
  const before = await doneAnswers(page).count();
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
  await doneAnswers(page).nth(before).waitFor();
}
