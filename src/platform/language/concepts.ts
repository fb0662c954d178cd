/**
 * English words and phrases that mean the same in a command: general knowledge about how people give orders to a
 * program, none about any one operation. An operation whose example says `list` thereby understands `show me`.
 */

/** A concept and the phrases that say it. Phrases are compared by word stems; the longest match wins. */
export const CONCEPTS: Readonly<Record<string, string>> = {
  // acts
  show: 'show|show me|list|display|print|give me|give me a list of|give me the list of|see|let me see|can i see|view|read|pull up|bring up|go to|open|get|fetch|tell me|what is|what are|which|what|tell me about|describe|are there|is there|which are there|look at|let me look at',
  remember:
    "remember|note|note down|note to self|keep in mind|bear in mind|memorize|memorise|make a note|take a note|take note|write down|jot down|do not forget|don't forget|save|store|record|remember this|save this|log",
  remove:
    'forget|forget about|delete|remove|erase|drop|get rid of|discard|wipe|wipe out|trash|throw away|purge|clear|destroy|eliminate',
  find: 'find|search|search for|search through|search in|look for|look up|locate|query|hunt for|dig up|seek|when did|where did',
  create:
    'create|add|make|new|start|begin|set up|set|register|generate|issue|define|open|write|build|i have a new|put in',
  change:
    'change|update|edit|modify|set|correct|adjust|amend|revise|replace|alter|rewrite|move|put|rename|increase|decrease|raise|lower|reduce|turn|make',
  halt: 'cancel|stop|abort|kill|halt|end|terminate|interrupt|quit|call off',
  pause: 'pause|suspend|halt|hold|freeze|put on hold|sleep',
  resume: 'resume|continue|unpause|wake|wake up|unfreeze|go on with',
  run: 'run|execute|start|launch|kick off|trigger|begin|perform|fire off|do',
  deploy: 'deploy|roll out|launch|spin up|ship|provision|bring up|stand up|start|set up|release|create',
  activate: 'activate|enable|turn on|switch on|turn … on|switch … on|load',
  deactivate: 'deactivate|disable|turn off|switch off|turn … off|switch … off|unload',
  scale: 'scale|scale up|scale down|resize|grow|shrink|increase|decrease|set',
  check: 'check|verify|validate|test|make sure|ensure|confirm|inspect|is',
  review:
    'review|do a review of|look over|have a look at|take a look at|inspect|check|go over|examine|critique|proofread',
  suggest:
    'suggest|recommend|propose|advise|suggestion|idea|recommendation|proposal|what should i do|what could i do|how should i|what can i do|advice',
  complete:
    'complete|finish|finished|mark done|tick off|check off|close|done|achieve|completed|accomplish|accomplished|reached',
  remind: 'remind|reminder|remind me|set a reminder|create a reminder|schedule a reminder',
  rename: 'rename|retitle|call',
  explain: 'explain|why',
  restore: 'restore|undo|revert|roll back|bring back|recover',
  backup: 'backup|back up|snapshot',
  rotate: 'rotate|renew|refresh',
  connect: 'connect|link|attach|integrate|hook up',
  export: 'export|download|dump',
  import: 'import|upload|load|ingest',
  install: 'install|set up|add',
  scan: 'scan|audit|inspect|check',
  send: 'send|deliver|forward|mail|email|notify',
  approve: 'approve|accept|allow|grant|permit|confirm',
  reject: 'reject|deny|decline|refuse|dismiss',
  discuss:
    'discuss|talk about|talked about|speak about|spoke about|spoken about|mention|mentioned|chat about|chatted about|say about|said about',
  know: 'know|remember|remembered|stored|know about|remember about|told you about|told you|said about|say about',
  // things
  fact: 'fact|memory|memories|note',
  conversation: 'conversation|chat|thread|discussion|dialogue',
  goal: 'goal|objective|aim',
  task: 'task|background task|job',
  schedule: 'schedule|reminder|scheduled',
  token: 'token|api token|api key|access token|access key',
  audit: 'audit log|audit trail|audit chain|audit entry|audit entries|audit record|audit',
  persona: 'persona|personality|character',
  health: 'health|healthy|system health|health check|health status|ok|well|alive|up and running',
  pack: 'pack|knowledge pack|knowledge',
  station: 'station|environment|sandbox',
  secret: 'secret|credential|password',
  alert: 'alert|alarm|warning',
  finding: 'finding|vulnerability|vulnerabilities|weakness',
  user: 'user|account|person|people|member',
  status: 'status|state|progress|how far|how is going|how far along|going|condition',
  history: 'history|past|old|previous|earlier|ran|have run|did run|so far|before|did you run',
  intact: 'intact|valid|tampered|tampered with|changed|unchanged|correct|consistent',
  recent: 'last|latest|recent|newest|most recent|past',
  everything: 'everything|all|every|whatever|anything|each|what i told you|what you know|what i said|all of',
  step: 'step|next step|what next|next',
  running: 'running|active|online|up',
  // what leads into an argument
  about: 'about|regarding|concerning|on|mentioning|that mention|related to|with respect to|containing',
  named: 'called|named|with the name|by the name of|titled|with the title|name',
  toward: 'to|as|with|into|to say',
  expires:
    'expires in|expiring in|valid for|that expires in|expire in|that is valid for|lasting|good for|expires after',
  percent: 'percent|%|per cent',
};

/** Words that carry manners or grammar, never a command: they neither help nor hurt an explanation. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those my your our me you we us i it its of for to in on at by from with and or is are am was be been ' +
    'do does did have has had can could would will please pls kindly hey hi nima ok so just now then there here as also too into ' +
    'want need like let lets let\'s thanks some any which what number id until till since up down still currently all every each , . : ; ! ? - "'
  ).split(' '),
);

/** Concepts that only lead into an argument; outside one they explain nothing and cost nothing. */
export const CONNECTIVES: ReadonlySet<string> = new Set(['about', 'named', 'toward']);

/** A small word alone says nothing of a field: anything may follow "to". */
export const leadsAnywhere = (key: string): boolean => SMALL_WORDS.has(key) || CONNECTIVES.has(key.replace(/^\+/, ''));

/** Words with which people tell rather than command. A command may begin so too, if an example does. */
export const STATEMENT_OPENERS: ReadonlySet<string> = new Set(
  (
    'i we he she they it people nobody someone somebody everybody this that there these those my our his her their the a an ' +
    'if because in yesterday today'
  ).split(' '),
);
/** Words with which people ask rather than command; the same holds for them. */
export const QUESTION_OPENERS: ReadonlySet<string> = new Set(
  'how why who whom whose when where should would shall did does do is are was were has have had am what which'.split(
    ' ',
  ),
);
/** Verbs that carry grammar only: where one follows the name of a thing, something is told about the thing. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  'is are was were has had will would can could should do does did am be'.split(' '),
);

/** Stems of the words a polite order begins with. */
export const POLITENESS: ReadonlySet<string> = new Set(
  'pleas pls kindli hei hi nima ok so can could would will you now then , let us i want need like to'.split(' '),
);

/** Particles between an argument and what follows it: "scale web *up* to 5". */
export const PARTICLES: ReadonlySet<string> = new Set([
  'up',
  'down',
  'on',
  'off',
  'out',
  'in',
  'by',
  'until',
  'till',
  'for',
  ',',
]);

/** Words of manners: no argument begins or ends with one. */
export const MANNERS: ReadonlySet<string> = new Set(['please', 'pls', 'plz', 'kindly']);

/** What may come before a command or after it without being part of it. */
export const POLITE_AFTER: ReadonlySet<string> = new Set(['please', 'pls', 'thanks', 'now', 'nima', 'thank', 'ok']);
