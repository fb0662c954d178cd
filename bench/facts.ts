/** A hundred thousand facts of one owner: the same sentences on every machine, of many distinct words, and questions about them. */
import { type NimaProcess, scratchFolder, serveNima } from './nima-process.ts';

export const FACTS = 100_000;
/** What `memory.facts.import` takes at once. */
const BATCH = 1000;

const PEOPLE =
  words(`Ana Bruno Carla Dmitri Elena Farid Greta Hiro Ines Jonas Karin Luca Mara Nils Olga Pedro Quinn Rosa
  Sven Tara Umar Vera Wanda Xenia Yusuf Zora Amir Bea Cyril Dora Emil Freya Gustav Hanna Igor Jana Kofi Lena Milan Nora`);
const SURNAMES =
  words(`Almeida Berg Costa Dietrich Eriksen Fontaine Garcia Haugen Ivanova Jansen Kowalski Lindqvist Moreau
  Novak Okafor Petrov Quintana Rossi Sato Tanaka Ulrich Vargas Weber Xu Yamada Zeller Baptiste Cardoso Duarte Esposito`);
const THINGS =
  words(`laptop router printer bicycle guitar camera backup certificate dashboard database cluster deployment
  pipeline repository runbook spreadsheet telescope microscope workbench greenhouse aquarium motorcycle violin kayak tent
  invoice contract passport warranty subscription firewall switch antenna battery charger projector scanner keyboard`);
const PLACES = words(`attic basement cellar garage hallway kitchen library office pantry shed studio terrace warehouse
  Lisbon Porto Hamburg Oslo Kyoto Toronto Nairobi Lima Geneva Krakow Turin Antwerp Bergen Seville Leipzig Bordeaux`);
const ACTS = words(`renews checks repairs cleans replaces upgrades measures borrows returns orders inspects calibrates
  archives restarts migrates reviews documents rotates tests insures`);
const TIMES = words(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July
  August September October November December`);
const SYLLABLES = words('ka lo mi ter son ra vel du pin ost gre ful bi nor the zan qui wex hal jor');

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}

/** Mulberry32. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A made-up name; low ranks are short and, by Zipf's law, frequent. */
function nameAt(rank: number): string {
  let name = '';
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    name += SYLLABLES[rest % SYLLABLES.length];
  }
  return name;
}

interface Told {
  readonly fact: string;
  readonly question: string;
}

/** Names that occur: 30,000, as often as Zipf's law says. */
const NAMES = 30_000;

/** The fact of a number and a question it answers. */
export function toldAt(number: number): Told {
  const next = random(number + 1);
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] ?? '';
  const name = () => nameAt(Math.floor(NAMES ** next()) - 1);
  const who = `${pick(PEOPLE)} ${pick(SURNAMES)}`;
  const [thing, place, act, time, called, made] = [pick(THINGS), pick(PLACES), pick(ACTS), pick(TIMES), name(), name()];
  const serial = `${called}-${number}`;
  const forms: readonly Told[] = [
    {
      fact: `${who} keeps the ${made} ${thing} ${serial} in the ${place} since ${time}`,
      question: `Where does ${who} keep the ${made} ${thing}?`,
    },
    {
      fact: `The ${thing} of ${who} is called ${serial} and runs ${made}`,
      question: `What is the ${thing} of ${who} called, the one with ${made}?`,
    },
    {
      fact: `${who} ${act} the ${thing} ${serial} every ${time} with the team of ${made} in ${place}`,
      question: `When does ${who} work on the ${thing} with ${made}?`,
    },
    {
      fact: `In ${place} the ${called} ${thing} number ${number} belongs to ${who}, who bought it from ${made}`,
      question: `Who owns the ${called} ${thing} from ${made} in ${place}?`,
    },
  ];
  return forms[Math.floor(next() * forms.length)] as Told;
}

/** Questions about facts spread evenly over all of them. */
export function questions(count: number, seed = 7): string[] {
  const next = random(seed);
  return Array.from({ length: count }, () => toldAt(Math.floor(next() * FACTS)).question);
}

async function fill(nima: NimaProcess): Promise<void> {
  for (let from = 0; from < FACTS; from += BATCH) {
    const facts = Array.from({ length: BATCH }, (_, at) => ({ fact: toldAt(from + at).fact, trust: 'imported' }));
    const { imported } = await nima.ask('POST', '/v1/memory/facts/import', { facts });
    if (imported !== BATCH) throw new Error(`${BATCH - imported} of ${BATCH} facts from ${from} on were not new.`);
  }
}

export interface FilledFolder extends Disposable {
  readonly path: string;
  readonly importMs: number;
}

/** A data folder that holds the facts, imported over REST. */
export async function filledFolder(): Promise<FilledFolder> {
  const folder = scratchFolder();
  const nima = await serveNima({ folder: folder.path });
  const startedAt = performance.now();
  await fill(nima);
  const importMs = performance.now() - startedAt;
  await nima.stop();
  return { path: folder.path, importMs, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}
