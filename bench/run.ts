/** Runs every bench, or those named, and prints each figure beside its target: `npm run bench -- recall`. */
import { type Figure, figureText, isMet, machineText } from './figure.ts';
import { chat } from './figures/chat.ts';
import { kill } from './figures/kill.ts';
import { language } from './figures/language.ts';
import { locomo } from './figures/locomo.ts';
import { memory } from './figures/memory.ts';
import { persona } from './figures/persona.ts';
import { reads } from './figures/reads.ts';
import { recall } from './figures/recall.ts';
import { start } from './figures/start.ts';
import { stop } from './figures/stop.ts';
import { tasks } from './figures/tasks.ts';
import { clinc150, scale, truth } from './figures/told-by-script.ts';
import { type Bench, createWorld } from './world.ts';

const BENCHES: readonly Bench[] = [
  start,
  memory,
  recall,
  chat,
  persona,
  language,
  reads,
  scale,
  locomo,
  clinc150,
  truth,
  kill,
  tasks,
  stop,
];

async function runAll(benches: readonly Bench[], count: number | undefined): Promise<Figure[]> {
  await using world = createWorld(count);
  const figures: Figure[] = [];
  for (const bench of benches) {
    console.log(`\n${bench.name}: ${bench.about}`);
    for (const figure of await bench.run(world)) {
      figures.push(figure);
      console.log(figureText(figure));
    }
  }
  return figures;
}

const names = process.argv.slice(2).filter((word) => !/^\d+$/.test(word));
const count = process.argv.slice(2).find((word) => /^\d+$/.test(word));
const unknown = names.find((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown) {
  console.error(`There is no bench "${unknown}". There are: ${BENCHES.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 1;
} else {
  console.log(machineText(new Date()));
  const chosen = names.length > 0 ? BENCHES.filter(({ name }) => names.includes(name)) : BENCHES;
  const missed = (await runAll(chosen, count ? Number(count) : undefined)).filter((figure) => !isMet(figure));
  if (missed.length > 0) console.log(`\nMissed: ${missed.map(({ name }) => name).join('; ')}.`);
}
