/**
 * Words whose base form no stemmer finds: irregular English forms, and short forms that engineers and friends use for
 * the same thing. Applied to documents and queries alike, so each only has to be consistent.
 */
const IRREGULAR = `
  became become; began begin; begun begin; bent bend; best good; better good; bit bite; bitten bite; blew blow;
  blown blow; bought buy; broke break; broken break; brought bring; built build; came come; caught catch;
  children child; chose choose; chosen choose; dealt deal; drank drink; drawn draw; drew draw; driven drive;
  drove drive; drunk drink; dug dig; ate eat; eaten eat; fallen fall; fed feed; feet foot; fell fall; felt feel;
  fled flee; flew fly; flown fly; forgave forgive; forgot forget; forgotten forget; fought fight; found find;
  froze freeze; frozen freeze; gave give; geese goose; given give; goes go; gone go; got get; gotten get; grew grow;
  grown grow; heard hear; held hold; hid hide; hidden hide; hung hang; kept keep; knew know; knives knife; known know;
  laid lay; leaves leaf; led lead; left leave; lent lend; lit light; lives life; lost lose; made make; meant mean;
  men man; met meet; mice mouse; paid pay; people person; proven prove; ran run; ridden ride; risen rise; rode ride;
  rose rise; said say; sang sing; sank sink; sat sit; saw see; seen see; sent send; shaken shake; shook shake;
  shone shine; shot shoot; shown show; slept sleep; slid slide; sold sell; spent spend; spoke speak; spoken speak;
  spun spin; stole steal; stolen steal; stood stand; struck strike; stuck stick; sunk sink; swam swim; swept sweep;
  swore swear; sworn swear; swum swim; taken take; taught teach; teeth tooth; thought think; threw throw;
  thrown throw; told tell; took take; tore tear; torn tear; understood understand; went go; wives wife; woke wake;
  woken wake; women woman; won win; wore wear; worn wear; worse bad; worst bad; written write; wrote write`;

const SHORT_FORMS = `
  apps application; app application; arg argument; args argument; auth authentication; bday birthday; bike bicycle;
  bikes bicycle; config configuration; configs configuration; dad father; db database; dbs database;
  dep dependency; deps dependency; deployment deploy;
  deployments deploy; dev development; dir directory; dirs directory; docs documentation; env environment;
  envs environment; fam family; fave favorite; favourite favorite; grandma grandmother; grandpa grandfather;
  info information; infra infrastructure; js javascript; k8s kubernetes; kid child; kids child; lib library;
  libs library; mom mother; movie film; movies film; mum mother; param parameter; params parameter; perf performance;
  pg postgresql; phone telephone; pic photo; pics photo; picture photo; pictures photo; plane airplane;
  postgres postgresql; prod production; py python; repo repository; repos repository; ts typescript; tv television;
  vuln vulnerability; vulns vulnerability`;

export const LEMMAS: ReadonlyMap<string, string> = new Map([...pairs(IRREGULAR), ...pairs(SHORT_FORMS)]);

function pairs(list: string): [string, string][] {
  return list.split(';').map((pair) => {
    const [form = '', base = ''] = pair.trim().split(' ');
    return [form, base];
  });
}
