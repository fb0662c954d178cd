/** The category of a fact from its words, when nobody named one. Pure; the first that fits wins. */

const CATEGORIES: readonly (readonly [string, RegExp])[] = [
  ['preferences', /\b(prefers?|likes?|loves?|hates?|favou?rite|dislikes?|enjoys?|rather)\b/i],
  ['health', /\b(allerg\w+|doctor|medication|diet|vegan|vegetarian|asthma|diabet\w+)\b/i],
  [
    'people',
    /\b(wife|husband|partner|mother|father|mum|mom|dad|son|daughter|brother|sister|friend|colleague|boss|manager|birthday|anniversary)\b/i,
  ],
  [
    'schedule',
    /\b(every|daily|weekly|monthly|monday|tuesday|wednesday|thursday|friday|saturday|sunday|standup|meeting|deadline|appointment)s?\b/i,
  ],
  [
    'infrastructure',
    /\b(cluster|server|router|nas|kubernetes|k3s|docker|postgres\w*|database|backups?|flux|deploys?|nodes?|raspberry|network|dns|vpn|laptop)\b/i,
  ],
  ['projects', /\b(project|repository|repo|branch|release|codebase|app)\b/i],
  ['work', /\b(works?|job|team|company|office|role|client|salary)\b/i],
  ['identity', /\b(name|called|lives?|born|years old|speaks?)\b/i],
  ['possessions', /\b(owns?|has a|have a|bought|car|bike|house|cat|dog)\b/i],
];

export function categoryOf(fact: string): string {
  return CATEGORIES.find(([, pattern]) => pattern.test(fact))?.[0] ?? 'general';
}
