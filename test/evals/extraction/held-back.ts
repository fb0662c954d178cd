/**
 * Sixty sentences kept away from the work on the patterns: written before the first of them and never tuned on.
 * Each names, for every fact expected, words the fact must hold and its category; no entry means nothing may be learned.
 */
export interface HeldBackSentence {
  readonly say: string;
  readonly learn: readonly { readonly words: readonly string[]; readonly category: string }[];
}

const learn = (category: string, ...words: string[]) => ({ words, category });

export const HELD_BACK: readonly HeldBackSentence[] = [
  { say: 'I prefer tabs over spaces, always have.', learn: [learn('preferences', 'tabs over spaces')] },
  { say: 'oh and my daughter is called Inês', learn: [learn('people', 'daughter', 'Inês')] },
  { say: 'We deploy with Argo CD at work.', learn: [learn('infrastructure', 'Argo CD')] },
  { say: "I'm allergic to shellfish.", learn: [learn('health', 'shellfish')] },
  {
    say: 'My name is Henrik and I live in Malmö.',
    learn: [learn('identity', 'Henrik'), learn('identity', 'Malmö')],
  },
  { say: 'call me Hen, everyone does', learn: [learn('identity', 'Hen')] },
  {
    say: 'our staging database runs on a Hetzner box',
    learn: [learn('infrastructure', 'staging database', 'Hetzner')],
  },
  { say: "I don't like meetings before ten.", learn: [learn('preferences', 'not like', 'meetings before ten')] },
  { say: 'Remember that the VPN certificate expires in March.', learn: [learn('general', 'VPN certificate expires')] },
  { say: 'Our retro is at 3pm every other Thursday.', learn: [learn('schedule', 'retro', '3pm')] },
  { say: 'my birthday is on the 14th of February', learn: [learn('identity', 'birthday', '14th of February')] },
  { say: 'I work as an SRE at a small bank.', learn: [learn('work', 'SRE')] },
  { say: 'We use Grafana for dashboards and I never look at them.', learn: [learn('infrastructure', 'Grafana')] },
  { say: 'The backup server is called Noah.', learn: [learn('infrastructure', 'backup server', 'Noah')] },
  { say: 'I never deploy on Fridays.', learn: [learn('preferences', 'Never', 'Fridays')] },
  { say: 'I think I like Rust more than Go these days.', learn: [learn('preferences', 'Rust more than Go')] },
  { say: 'Just so you know, my manager is Claire.', learn: [learn('people', 'manager', 'Claire')] },
  { say: 'I drive a 2011 Volvo V70.', learn: [learn('possessions', 'Volvo V70')] },
  { say: 'I have two kids and a very old cat.', learn: [learn('people', 'two kids')] },
  { say: 'my laptop is a ThinkPad X1', learn: [learn('possessions', 'laptop', 'ThinkPad X1')] },
  { say: "I'm vegetarian, so no steak houses please", learn: [learn('health', 'vegetarian')] },
  { say: "For the record, we don't support Windows.", learn: [learn('general', 'Windows')] },
  { say: 'I work on the billing team.', learn: [learn('work', 'billing team')] },
  { say: "I'm working on a side project called Tidepool.", learn: [learn('projects', 'Tidepool')] },
  { say: 'my favourite editor is Helix', learn: [learn('preferences', 'favourite editor', 'Helix')] },
  { say: 'Our API runs on Fly and the docs are on Netlify.', learn: [learn('infrastructure', 'API', 'Fly')] },
  { say: "I hate YAML but I don't mind TOML", learn: [learn('preferences', 'YAML')] },
  { say: 'note that prod is read-only on weekends', learn: [learn('general', 'prod is read-only')] },
  { say: 'I usually start at seven and stop at four.', learn: [learn('schedule', 'start', 'seven')] },
  { say: "My wife's name is Marta.", learn: [learn('people', 'wife', 'Marta')] },
  { say: 'I grew up in Recife', learn: [learn('identity', 'Recife')] },
  { say: 'we host everything on three mini PCs in the basement', learn: [learn('infrastructure', 'three mini PCs')] },
  { say: 'My cluster has four nodes.', learn: [learn('infrastructure', 'cluster', 'four nodes')] },
  { say: 'Which do I prefer, tabs or spaces?', learn: [] },
  { say: 'If I lived in Porto I would take the train.', learn: [] },
  { say: 'Show me what I like about Postgres', learn: [] },
  { say: 'my password is hunter2', learn: [] },
  { say: 'Can you deploy my app to staging?', learn: [] },
  { say: 'I want you to scale the api to two replicas', learn: [] },
  { say: 'My pod keeps crashing and I have no idea why.', learn: [] },
  { say: 'She said "I prefer Vim" and left.', learn: [] },
  { say: 'I have a question about the ingress.', learn: [] },
  { say: 'I like your last answer.', learn: [] },
  { say: '2026-03-02T10:11:12Z INFO I use cached credentials for pull', learn: [] },
  { say: '> I work at Initech\nwho wrote this?', learn: [] },
  { say: 'is my name spelled right', learn: [] },
  { say: "I'd like a summary of yesterday.", learn: [] },
  { say: 'my build is failing again', learn: [] },
  { say: 'Our deploy is stuck on the migration step.', learn: [] },
  { say: 'I use this to restart it', learn: [] },
  { say: 'thanks, I love it', learn: [] },
  { say: 'What time is our standup?', learn: [] },
  { say: '```\nmy name is root\n```', learn: [] },
  { say: 'I was going to say that we use Jenkins but we dropped it', learn: [] },
  { say: 'Suppose our database runs on a single node.', learn: [] },
  { say: 'the token is ghp_abcdEFGH1234567890abcdEFGH1234567890', learn: [] },
  { say: "I'm getting a 502 from the gateway", learn: [] },
  { say: 'I always get confused by RBAC', learn: [] },
  { say: "Don't forget to tell me the weather", learn: [] },
  { say: 'My guess is that DNS is broken.', learn: [] },
];
