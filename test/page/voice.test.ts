import { expect, test } from 'vitest';
import { answers, say, visits } from './browser.ts';

const visit = visits();

/** A browser that hears "where is the router" and reads aloud without a sound. */
const EARS = `
  window.SpeechRecognition = class {
    start() { setTimeout(() => this.onresult({ results: [Object.assign([{ transcript: 'where is the router' }], { isFinal: false })] }), 50); }
    stop() { setTimeout(() => this.onend(), 10); }
    abort() { this.onend(); }
  };
  window.webkitSpeechRecognition = undefined;
  window.spoken = [];
  let reading = [];
  Object.defineProperty(window, 'speechSynthesis', { value: {
    speak: (piece) => { window.spoken.push(piece.text); reading.push(piece); },
    cancel: () => { const over = reading; reading = []; for (const piece of over) piece.onerror?.(new Event('error')); },
  } });
`;
/** A browser that only records. */
const RECORDER = `
  delete window.SpeechRecognition;
  delete window.webkitSpeechRecognition;
  navigator.mediaDevices.getUserMedia = async () => ({ getTracks: () => [{ stop: () => {} }] });
  window.MediaRecorder = class {
    mimeType = 'audio/ogg';
    start() {}
    stop() { this.ondataavailable({ data: new Blob(['OggS----------']) }); this.onstop(); }
  };
`;
const DEAF = `
  for (const name of ['SpeechRecognition', 'webkitSpeechRecognition', 'MediaRecorder', 'speechSynthesis']) delete window[name];
`;

test('what is said while the button or the key is held stands in the message, and speaking ends reading aloud', async (t) => {
  const { page, errors } = await visit(t);
  await page.addInitScript(EARS);
  await page.reload();
  const message = page.getByRole('textbox', { name: 'Message' });
  await page.getByRole('button', { name: 'Hold to talk' }).hover();
  await page.mouse.down();
  await page.getByRole('status').getByText('where is the router').waitFor();
  const since = Number(await page.evaluate('performance.now()'));
  await page.waitForFunction((from) => performance.now() - from > 400, since);
  await page.mouse.up();
  await expect.poll(() => message.inputValue()).toBe('where is the router');

  await say(page, 'I live in Lisbon');
  await answers(page).last().hover();
  await page.getByRole('button', { name: 'Read aloud' }).click();
  await page.getByRole('button', { name: 'Stop reading' }).waitFor();
  expect(((await page.evaluate('window.spoken')) as string[]).length).toBeGreaterThan(0);
  await page.keyboard.down('Alt');
  await page.keyboard.down('v');
  await page.getByRole('status').getByText('where is the router').waitFor();
  await page.getByRole('button', { name: 'Read aloud' }).waitFor({ state: 'attached' });
  await page.keyboard.up('v');
  await page.keyboard.up('Alt');
  await expect.poll(() => message.inputValue()).toBe('where is the router');
  expect(errors).toEqual([]);
});

test('a recording without a server that writes it down says what to set; a browser without ears shows no button', async (t) => {
  const { page, context, nima } = await visit(t);
  await page.addInitScript(RECORDER);
  await page.reload();
  const talk = page.getByRole('button', { name: 'Hold to talk' });
  await talk.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Listening.').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('No server turns speech into text yet.').waitFor();

  const deaf = await context.newPage();
  await deaf.addInitScript(DEAF);
  await deaf.goto(nima.url);
  await say(deaf, 'Hello');
  expect(await deaf.getByRole('button', { name: 'Hold to talk' }).count()).toBe(0);
  expect(await deaf.getByRole('button', { name: 'Read aloud' }).count()).toBe(0);
});
