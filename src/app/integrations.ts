/** Binds integrations to the owner's settings: every fault of `integrations:` in nima.yaml is told at the start, at once. */
import { homedir } from 'node:os';
import {
  type Configuration,
  configurationPort,
  type Integration,
  integrationPort,
} from '../copilot/tasks/ports/integration.ts';
import type { Machine } from '../copilot/tasks/ports/machine.ts';
import { Failure } from '../kernel/errors.ts';
import { type Provided, provide } from '../kernel/port.ts';
import type { Secret } from '../kernel/secret.ts';
import { placeIn } from '../platform/machine/named-roots.ts';
import { runProcess } from '../platform/machine/run-process.ts';
import { createOutbound, createResolver } from '../platform/outbound/outbound.ts';
import { resolveSecret } from '../platform/settings/load.ts';
import type { Settings } from '../platform/settings/schema.ts';
import { cliIntegration } from '../providers/integration/cli/cli.ts';
import { filesIntegration } from '../providers/integration/files/files.ts';
import { gitIntegration } from '../providers/integration/git/git.ts';
import { githubIntegration } from '../providers/integration/github/integration.ts';
import { httpIntegration } from '../providers/integration/http/http.ts';
import { kubernetesIntegration } from '../providers/integration/kubernetes/integration.ts';

const machine: Machine = { run: runProcess, place: placeIn, home: homedir() };

/** The integrations of Nima: the only list of them. */
function integrationsOf({ integrations, outbound }: Settings): readonly Integration[] {
  const fetch = createOutbound(outbound);
  return [
    cliIntegration(machine, integrations.cli),
    filesIntegration(machine),
    gitIntegration({ machine, addressOf: createResolver(outbound) }),
    httpIntegration({ fetch, now: Date.now, settings: integrations.http ?? {} }),
    githubIntegration({ fetch }),
    kubernetesIntegration({ name: 'kubernetes', now: Date.now }),
    kubernetesIntegration({ name: 'pi-fleet', now: Date.now }),
  ];
}

function secretAt(reference: string): Secret {
  const found = /^(env|file):./.test(reference) ? resolveSecret(reference) : null;
  if (found) return found;
  const text = `A secret is given as a reference, env:NAME or file:/path, not as "${reference.slice(0, 4)}…".`;
  throw new Failure('invalid', text, { code: 'secret_reference_invalid' });
}

function faultsOf(settings: Settings['integrations'], known: readonly Integration[]): string[] {
  const names = known.map(({ name }) => name);
  const strangers = Object.keys(settings).filter((name) => !names.includes(name));
  return [
    ...strangers.map((name) => `integrations.${name} is no integration. There are: ${names.join(', ')}.`),
    ...known.flatMap(({ name, config }) =>
      (config.safeParse(settings[name] ?? {}).error?.issues ?? []).map(
        ({ path, message }) => `integrations.${[name, ...path].join('.')}: ${message}`,
      ),
    ),
  ];
}

function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const list = faults.map((fault) => `  - ${fault}`).join('\n');
  throw new Failure('invalid', `Nima cannot start with these settings:\n${list}`, { code: 'settings_invalid' });
}

/** `pi-fleet` is the cluster under the name of the seed: what is said of `kubernetes` holds for it, too. */
function sectionOf(sections: Settings['integrations'], name: string): unknown {
  return sections[name] ?? (name === 'pi-fleet' ? sections.kubernetes : undefined) ?? {};
}

/** Each integration in its port, and what the settings say about it beside it. */
export function providedIntegrations(settings: Settings, known = integrationsOf(settings)): readonly Provided[] {
  refuse(faultsOf(settings.integrations, known));
  return known.flatMap((integration) => {
    const { name, config } = integration;
    const configuration: Configuration = {
      values: config.parse(sectionOf(settings.integrations, name)),
      secret: secretAt,
    };
    return [provide(integrationPort, name, integration), provide(configurationPort, name, configuration)];
  });
}
