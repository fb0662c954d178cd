/** The program `nima`: `serve` runs the server, `mcp` speaks MCP over stdio, everything else is a command. */
import { asFailure } from '../kernel/errors.ts';
import { loadSettings } from '../platform/settings/load.ts';

const NODE_MAJOR_MIN = 24;

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR_MIN) {
    console.error(
      `Nima needs Node ${NODE_MAJOR_MIN}; this is ${process.versions.node}. Start it with "make run" or bin/nima, which bring their own.`,
    );
    return 1;
  }
  const settings = loadSettings();
  // Each way loads only what it needs: a server has no use for the command line, nor the other way round.
  if (name === 'serve') return (await import('./serve.ts')).runServer(settings);
  if (name === 'mcp') return (await import('./mcp.ts')).runMcp(settings);
  return (await import('./command.ts')).runCommand(settings, name === undefined ? [] : [name, ...rest]);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  const failure = asFailure(thrown);
  console.error(failure.message);
  if (failure.kind === 'internal') console.error(failure.cause);
  process.exitCode = 1;
}
