/** The category of the thing a sentence is about: narrower than `facts/category.ts`, which reads a whole fact for its words. */

export const FACT_CATEGORIES = [
  'preferences',
  'identity',
  'people',
  'work',
  'projects',
  'infrastructure',
  'health',
  'schedule',
  'possessions',
  'general',
] as const;
export type FactCategory = (typeof FACT_CATEGORIES)[number];

const word = (...words: string[]): RegExp => new RegExp(`\\b(?:${words.join('|')})(?:s|es|'s)?\\b`, 'i');

/** Tried in order: "my sister's laptop" is about people before possessions. */
const SUBJECTS: readonly (readonly [FactCategory, RegExp])[] = [
  ['preferences', word('favou?rite', 'preferred', 'preference', 'editor', 'shell', 'ide', 'theme', 'font')],
  [
    'people',
    word(
      ...['wife', 'wives', 'husband', 'partner', 'girlfriend', 'boyfriend', 'fianc[eé]e?', 'spouse', 'son', 'daughter'],
      ...['mother', 'mom', 'mum', 'father', 'dad', 'brother', 'sister', 'sibling', 'cousin', 'uncle', 'aunt', 'nephew'],
      ...[
        'niece',
        'grandmother',
        'grandfather',
        'grandma',
        'grandpa',
        'friend',
        'boss',
        '(?<!password )manager',
        'colleague',
      ],
      ...['co-?worker', 'teammate', 'team lead', 'neighbou?r', 'kid', 'child', 'children', 'baby', 'twin', 'parent'],
      ...['mentor', 'roommate', 'flatmate', 'cto', 'ceo'],
    ),
  ],
  [
    'health',
    word('allergy', 'allergies', 'blood type', 'medication', 'diet', 'doctor', 'dentist', 'knee', 'therapist'),
  ],
  [
    'schedule',
    word(
      ...[
        'stand-?up',
        'daily',
        'retro',
        'retrospective',
        'meeting',
        'sync',
        'planning',
        'flight',
        'appointment',
        'shift',
      ],
      ...['1:1', 'one-on-one', 'office hours', 'demo', 'holiday', 'vacation', 'maintenance window', 'on-call', 'class'],
      ...['lunch', 'working hours', 'work hours', 'day off', 'gym'],
    ),
  ],
  [
    'identity',
    word(
      ...['birthday', 'name', 'surname', 'e-?mail', 'phone number', 'address', 'time ?zone', 'pronoun', 'age'],
      ...['nationality', 'native language', 'mother tongue', 'username', 'handle', 'nickname', 'hometown'],
    ),
  ],
  [
    'projects',
    word(
      'project',
      'side project',
      'startup',
      'thesis',
      'book',
      'goal',
      'deadline',
      'roadmap',
      'milestone',
      'blog',
      'game',
    ),
  ],
  [
    'infrastructure',
    word(
      ...['cluster', 'server', 'node', 'database', 'db', 'api', 'nas', 'router', 'homelab', 'home lab', 'backup'],
      ...['staging', 'production', 'prod', 'ci', 'cd', 'pipeline', 'registry', 'monitoring', 'dns', 'domain', 'vpn'],
      ...[
        'k3s',
        'k8s',
        'kubernetes',
        'pi',
        'raspberry',
        'infrastructure',
        'infra',
        'cloud',
        'stack',
        'website',
        'site',
      ],
      ...['app', 'service', 'frontend', 'backend', 'repo', 'monorepo', 'build', 'test', 'queue', 'cache', 'docker'],
      ...[
        'container',
        'terraform',
        'ansible',
        'helm',
        'flux',
        'argo ?cd',
        'grafana',
        'prometheus',
        'postgres',
        'redis',
      ],
      ...['nginx', 'traefik', 'proxmox', 'vm', 'proxy', 'load balancer', 'firewall', 'log', 'secret', 'certificate'],
      ...['github actions', 'gitops', 'kubectl', 'wiki', 'gateway', 'network', 'storage', 'host', 'workload'],
    ),
  ],
  [
    'work',
    word(
      'job',
      'team',
      'company',
      'employer',
      'role',
      'title',
      'office',
      'salary',
      'department',
      'client',
      'customer',
      'jira',
      'slack',
    ),
  ],
  [
    'possessions',
    word(
      ...['laptop', 'car', 'bike', 'bicycle', 'phone', 'dog', 'cat', 'puppy', 'kitten', 'keyboard', 'monitor', 'house'],
      ...[
        'flat',
        'apartment',
        'camera',
        'guitar',
        'piano',
        'desktop',
        'machine',
        'motorbike',
        'boat',
        'computer',
        'pet',
      ],
      ...['macbook', 'thinkpad', 'printer', 'tablet', 'watch', 'van', 'truck', 'parrot', 'garden'],
    ),
  ],
];

/** Category of the thing named, or null when no word tells. */
export function subjectCategory(text: string): FactCategory | null {
  return SUBJECTS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
