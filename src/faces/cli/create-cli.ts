/** The command line, made from the catalog: a command for each operation. Only the part that was asked for is built. */
import { Argument, Command, CommanderError, Option } from 'commander';
import type { Catalog } from '../../kernel/catalog.ts';
import { asFailure } from '../../kernel/errors.ts';
import { commandOf } from '../../kernel/names.ts';
import type { Operation } from '../../kernel/operation.ts';
import { chatCommand } from './chat-command.ts';
import { completionScript, SHELLS } from './completion.ts';
import { EXIT_CODES, EXIT_CODES_HELP } from './exit-codes.ts';
import type { CliIo, Invoke } from './io.ts';
import { paintFor } from './paint.ts';
import { runCommand } from './run-command.ts';
import { type Field, flagOf, type Shape, shapeOf } from './shape.ts';

/** A command of the app itself: `serve`. It is named here, run there. */
export interface Program {
  readonly name: string;
  readonly summary: string;
}

export interface CliOptions {
  readonly catalog: Catalog;
  readonly invoke: Invoke;
  readonly io: CliIo;
  readonly version: string;
  readonly programs?: readonly Program[];
}

export interface Cli {
  /** Runs one command line, without the program's own name; answers with the exit code. */
  run(args: readonly string[]): Promise<number>;
}

interface Built {
  readonly operation: Operation;
  readonly words: readonly string[];
}

function optionsOf(field: Field): Option[] {
  const option = new Option(flagOf(field), field.about);
  if (field.choices) option.choices([...field.choices]);
  if (field.kind !== 'boolean') return [option];
  const not = new Option(`--no-${field.flag}`, field.about);
  // Both work; help shows the one that changes something.
  return [option.hideHelp(field.isOnByDefault), not.hideHelp(!field.isOnByDefault)];
}

function argumentOf({ flag, name, about }: Field): Argument {
  // Words need no quotes; an id is one word.
  return new Argument(name === 'id' ? `[${flag}]` : `[${flag}...]`, about);
}

function addLeaf(command: Command, operation: Operation, options: CliOptions): void {
  const shape: Shape = shapeOf(operation);
  const byAttribute = new Map<string, string>();
  if (shape.positional) command.addArgument(argumentOf(shape.positional));
  for (const field of shape.options) {
    for (const option of optionsOf(field)) {
      command.addOption(option);
      byAttribute.set(option.attributeName(), field.name);
    }
  }
  command.option('--input <file>', 'read the whole input as JSON from a file, or - for standard input');
  command.option('--json', 'answer as JSON');
  if (operation.effect === 'destroy') command.option('--yes', 'go on without asking');
  for (const { say } of operation.examples.slice(0, 1)) command.addHelpText('after', `\nIn chat: "${say}"`);
  command.action(async () => {
    const { json, input, yes, ...rest } = command.opts();
    const fields = Object.entries(rest).map(([attribute, value]) => [byAttribute.get(attribute) ?? attribute, value]);
    const typed = { words: command.args, options: Object.fromEntries(fields), file: input as string | undefined };
    await runCommand(options, { operation, shape, typed }, { isJson: Boolean(json), isSure: Boolean(yes) });
  });
}

/** Where the building stands: the operations whose first `depth` words led here, and the words typed. */
interface Level {
  readonly below: readonly Built[];
  readonly depth: number;
  readonly path: readonly string[];
}

/** Builds the commands of one level; goes deeper only where the typed words lead. */
function addLevel(parent: Command, { below, depth, path }: Level, options: CliOptions): void {
  for (const word of new Set(below.map(({ words }) => words[depth] ?? ''))) {
    const here = below.filter(({ words }) => words[depth] === word);
    const leaf = here.find(({ words }) => words.length === depth + 1);
    const deeper = here.filter((each) => each !== leaf);
    const about = leaf?.operation.summary ?? purposeOf(options.catalog, word, deeper);
    const command = parent.command(word).description(about);
    if (word !== path[depth]) continue;
    if (leaf) addLeaf(command, leaf.operation, options);
    if (deeper.length > 0) addLevel(command, { below: deeper, depth: depth + 1, path }, options);
  }
}

function purposeOf({ modules }: Catalog, word: string, deeper: readonly Built[]): string {
  const purpose = modules.find(({ name }) => name === word)?.purpose;
  return purpose ?? [...new Set(deeper.map(({ words }) => words.at(-1)))].join(', ');
}

function addOwn(program: Command, { catalog, io, programs = [] }: CliOptions): void {
  for (const { name, summary } of programs) program.command(name).description(summary);
  const completion = program.command('completion').description('print the completion script of a shell');
  completion.addArgument(new Argument('<shell>').choices([...SHELLS]));
  completion.action((shell: (typeof SHELLS)[number]) => {
    io.stdout.write(completionScript(shell, catalog, programs));
  });
}

function build(options: CliOptions, path: readonly string[]): Command {
  const { catalog, io, version } = options;
  const program = new Command('nima').description('A self-hosted engineering copilot that remembers you');
  const { red } = paintFor(io.isColored);
  program.version(version).exitOverride().showSuggestionAfterError();
  program.configureOutput({
    writeOut: (text) => void io.stdout.write(text),
    writeErr: (text) => void io.stderr.write(text),
    outputError: (text, write) => write(red(text.replace(/^error: (.)/, (_, first: string) => first.toUpperCase()))),
  });
  program.addHelpText(
    'after',
    '\nEvery command takes --json and --help. "nima help exit-codes" lists how a command may end.',
  );
  const offered = [...catalog.operations.values()]
    .filter(({ offeredIn }) => offeredIn.includes('cli'))
    .map((operation) => ({ operation, words: commandOf(operation) }));
  addLevel(program, { below: offered, depth: 0, path }, options);
  addOwn(program, options);
  if (path[0] === 'chat') chatCommand(program, options);
  return program;
}

/** What an unexpected end means: commander's own words are printed already, Nima's are not. */
function endOf(thrown: unknown, { io }: CliOptions, isJson: boolean): number {
  if (thrown instanceof CommanderError) {
    return ['commander.helpDisplayed', 'commander.version', 'commander.help'].includes(thrown.code) ? 0 : 2;
  }
  const { kind, code, message, details } = asFailure(thrown);
  const text = isJson
    ? JSON.stringify({ error: { kind, code, message, details } })
    : paintFor(io.isColored).red(message);
  io.stderr.write(`${text}\n`);
  return EXIT_CODES[kind];
}

export function createCli(options: CliOptions): Cli {
  return {
    async run(args) {
      if (args[0] === 'help' && args[1] === 'exit-codes') {
        options.io.stdout.write(EXIT_CODES_HELP);
        return 0;
      }
      // `help x y` and `x y --help` are one; commander's own help knows a single level.
      const line = args[0] === 'help' ? [...args.slice(1), '--help'] : args;
      const path = line.filter((word) => !word.startsWith('-'));
      const program = build(options, path);
      try {
        if (args.length === 0) program.outputHelp();
        else await program.parseAsync(line, { from: 'user' });
        return 0;
      } catch (thrown) {
        return endOf(thrown, options, args.includes('--json'));
      }
    },
  };
}
