/** The server process of `nima-in-time.ts`: `nima serve` with a clock that its parent puts forward. */
import { assemble } from '../../src/app/assemble.ts';
import { startServer } from '../../src/app/server.ts';
import { loadSettings } from '../../src/platform/settings/load.ts';
import { ForwardClock } from './clock.ts';
import { putForward } from './forward.ts';

const clock = new ForwardClock();
clock.putForward(Number(process.argv[2] ?? 0));
const nima = await assemble(loadSettings(), { clock });
await nima.localToken();
const { url } = await startServer(nima);
process.on('message', async (ms: number) => {
  await putForward(nima, clock, ms);
  await nima.settle();
  process.send?.('settled');
});
process.send?.({ url, password: nima.firstPassword });
