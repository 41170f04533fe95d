import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { botText } from '#render/botText';
import { commandCard } from '#render/commandCard';
import { digestCards } from '#render/digestCards';
import type { Message } from '#render/message';
import { pointerMessage } from '#render/pointerMessage';
import { preparationCard } from '#render/preparationCard';
import { closedQuestionCard, questionCard } from '#render/questionCard';
import { welcomeCard } from '#render/welcomeCard';
import da from '../../appPackage/da.json' with { type: 'json' };
import en from '../../appPackage/en.json' with { type: 'json' };
import manifest from '../../appPackage/manifest.json' with { type: 'json' };
import facilitator from '../../content/text/facilitator.en.json' with { type: 'json' };
import mine from '../../content/text/mine.en.json' with { type: 'json' };
import panel from '../../content/text/panel.en.json' with { type: 'json' };
import stage from '../../content/text/stage.en.json' with { type: 'json' };
import { asked, said, talked } from '../../bot/render/testing/minutesSamples.ts';
import { ROOT } from '../../infra/tools/runTool.ts';
import { brokenReferences, referencesIn } from './testing/brokenReferences.ts';
import { readPixels } from './testing/readPixels.ts';

// The rules of Teams' store that nothing else looks at, and the page that says where each is looked at.

const page = await readFile(join(ROOT, 'docs/store.md'), 'utf8');
const validation = await readFile(join(ROOT, 'docs/store-validation.md'), 'utf8');
const LISTING = 'docs/images/listing';
const listed = await readdir(join(ROOT, LISTING));
const STATES = ['met', 'partly', 'not met', 'not tried'];

describe('the page about the store', () => {
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| rule '))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));

  it('names only tests, files and pictures that there are', async () => {
    expect(referencesIn(page).length).toBeGreaterThan(40);
    expect(await brokenReferences(page)).toEqual([]);
  });

  it('is held against a reader that finds what is not there', async () => {
    const wrong = [
      '`tests/integration/manifest.test.ts: has wings`',
      '`docs/nowhere.md`',
      '`picture nothing-of-the-kind`',
    ];
    expect(await brokenReferences(`${wrong.join(' ')} \`tests/run.ts\` \`npm test\``)).toHaveLength(wrong.length);
  });

  it('says of each rule how it stands, and where that is seen or what is missing', () => {
    expect(rows.length).toBeGreaterThan(35);
    for (const [rule = '', where = '', state = '', ...more] of rows) {
      expect([rule, more]).toEqual([rule, []]);
      expect(STATES, rule).toContain(state);
      if (state === 'met') expect(referencesIn(where).length, rule).toBeGreaterThan(0);
      else expect(where.length, rule).toBeGreaterThan(20);
    }
  });
});

describe('names and descriptions', () => {
  it.each([
    ['name.short', 30],
    ['name.full', 100],
    ['description.short', 80],
    ['description.full', 4_000],
  ] as const)('%s has at most %i characters in both languages', (name, most) => {
    for (const texts of [da, en]) expect(texts[name].length).toBeLessThanOrEqual(most);
  });

  it('claim nothing of others, nothing that nobody has proven, and no more than is there', () => {
    const told = [...Object.values(da), ...Object.values(en)].join('\n');
    expect(told).not.toMatch(
      /\b(ms|msft|certified|certificeret|powered by|appsource|best|bedste|guaranteed|garanteret)\b/i,
    );
    for (const texts of [da, en]) {
      expect(texts['name.full']).not.toMatch(/microsoft|teams|\bapp\b/i);
      // The host's name is filled in when the package is made.
      expect(texts['description.full'].replaceAll('${{HOST}}', '')).not.toMatch(/\b[A-ZÆØÅ]{4,}\b/);
    }
  });

  it.each(['da', 'da.withoutReading', 'en', 'en.withoutReading'])(
    'say Microsoft Teams in full where they name it first: %s',
    async (file) => {
      const told = JSON.parse(await readFile(join(ROOT, `appPackage/${file}.json`), 'utf8')) as Record<string, string>;
      const [first] = /(?:Microsoft )?Teams/.exec(told['description.full'] ?? '') ?? [];
      expect(first).toBe('Microsoft Teams');
    },
  );

  it.each(['da', 'da.withoutReading', 'en', 'en.withoutReading'])(
    'say what an administrator has to set up first, and where help is found: %s',
    async (file) => {
      const told = JSON.parse(await readFile(join(ROOT, `appPackage/${file}.json`), 'utf8')) as Record<string, string>;
      const paragraphs = (told['description.full'] ?? '').split('\n\n');
      expect(paragraphs.at(-2)).toMatch(/(it-|IT )administrator .*Azure.*(kan ikke bruges|cannot be used)/);
      expect(paragraphs.at(-1)).toMatch(/^(Hjælp|Help): https:\/\/\$\{\{HOST\}\}\/tabs\/about\.html#support$/);
    },
  );

  it('are those under which the bot is registered in Azure', async () => {
    const bicep = await readFile(join(ROOT, 'infra/azure/modules/bot.bicep'), 'utf8');
    expect(bicep).toContain(`displayName: '${manifest.name.short}'`);
  });
});

/** Width and height, from where every PNG has them. */
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

describe('a picture of the app', () => {
  const read = async (file: string) => readPixels(await readFile(join(ROOT, 'appPackage', file)));

  it('is white alone on nothing where it is an outline, and fills its square', async () => {
    const { width, height, at } = await read(manifest.icons.outline);
    const places = Array.from(
      { length: width * height },
      (_, index) => [index % width, Math.floor(index / width)] as const,
    );
    const drawn = places.filter(([x, y]) => at(x, y)[3] > 0);
    expect(new Set(drawn.map(([x, y]) => at(x, y).slice(0, 3).join()))).toEqual(new Set(['255,255,255']));
    expect(drawn.length).toBeLessThan(places.length);
    for (const [axis, length] of [width, height].entries()) {
      const along = drawn.map((place) => place[axis] ?? 0);
      expect([Math.min(...along), length - 1 - Math.max(...along)].every((padding) => padding <= 1)).toBe(true);
    }
  });

  it('lies on a square of one colour where it has colours', async () => {
    const { width, height, at } = await read(manifest.icons.color);
    const edge = Array.from({ length: width }, (_, index) => [
      at(index, 0),
      at(index, height - 1),
      at(0, index),
      at(width - 1, index),
    ]).flat();
    expect(new Set(edge.map((pixel) => pixel.join())).size).toBe(1);
    expect(edge[0]?.[3]).toBe(255);
  });
});

describe('a picture for the store', () => {
  it('is one of five at most', () => {
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.length).toBeLessThanOrEqual(5);
  });

  it.each(listed)(
    'stands in the listing as large as it has to be, and is named where it is handed in: %s',
    async (name) => {
      const { width, height } = sizeOf(await readFile(join(ROOT, LISTING, name)));
      expect([width, height]).toEqual([1366, 768]);
      expect(validation).toContain(`(images/listing/${name})`);
    },
  );
});

describe('the page for those who validate', () => {
  it('names only tests and files that there are, and calls buttons as they are called in English', async () => {
    expect(referencesIn(validation).length).toBeGreaterThan(1);
    expect(await brokenReferences(validation)).toEqual([]);
    const labels = [panel['open.begin'], panel['answer.submit'], panel.mine, mine['mine.data'], stage['stage.open']];
    const steps = [
      facilitator['open.confirm'],
      facilitator['lead.put'],
      facilitator['lead.close'],
      facilitator['lead.end'],
    ];
    for (const label of [...labels, ...steps]) expect(validation).toContain(`*${label}*`);
  });

  it('holds no password, and says where it belongs', () => {
    expect(validation).not.toMatch(/password\s*[:=]|@\w+\.onmicrosoft\.com/i);
    expect(validation).toContain('Partner Center');
  });
});

describe('the page about the app', () => {
  it('has privacy, terms and help, and needs nobody to sign in: nothing on it runs, loads or asks', async () => {
    const about = await readFile(join(ROOT, 'tabs/about.html'), 'utf8');
    for (const place of ['privacy', 'terms', 'support']) expect(about).toContain(`<section id="${place}">`);
    expect(about).not.toMatch(/<(script|form|iframe|input)\b/);
    for (const address of ['websiteUrl', 'privacyUrl', 'termsOfUseUrl'] as const)
      expect(manifest.developer[address]).toMatch(/^https:\/\/\$\{\{HOST\}\}\/tabs\/about\.html/);
  });

  it('sells nothing and leads to no shop', async () => {
    const about = await readFile(join(ROOT, 'tabs/about.html'), 'utf8');
    expect(about).not.toMatch(/appsource|marketplace|\bpris\b|\bkøb\b|\bbuy\b|https?:/i);
  });
});

describe('a card', () => {
  const text = botText('da');
  const link = 'https://teams.microsoft.com/l/message/x/1';
  const question = {
    text: 'Hvordan kan vi styrke den gode velkomst?',
    points: ['Stor medindflydelse'],
    theme: { number: 3, title: 'En attraktiv arbejdsplads' },
    prepared: { answers: 3, link },
  };
  const open = {
    ...question,
    readers: 25,
    listed: 11,
    names: 'shown',
    limit: 20_000,
    ref: { table: 'Meetings', partition: 'MTk6.8220999999999', key: 'r001!p!q' },
  } as const;
  const round = { status: 'open', question: question.text, people: 3, unnamed: 0 } as const;
  const by = { name: 'Lone Krogh', mri: '29:lone' };
  const long = Array.from({ length: 200 }, () => said('ord '.repeat(200)));
  const cards: Readonly<Record<string, readonly Message[]>> = {
    question: [
      questionCard(open, text),
      closedQuestionCard(question, 9, text),
      preparationCard({ ...question, state: 'put', readers: 25, listed: 11 }, text),
    ],
    pointer: [pointerMessage(link, text)],
    welcome: [welcomeCard({ by, members: 25, teamName: 'Hovedudvalget', links: { trial: link, who: link } }, text)],
    command: [
      commandCard({ type: 'help', to: 'hello' }, { tab: link }, text),
      commandCard({ type: 'open', title: 'Punkt 4', lead: 'Lone Krogh', round }, { tab: link }, text),
    ],
    digest: digestCards(talked([asked(), asked({ answers: long })]), { tab: link }, text),
  };
  const actionsOn = (message: Message): number => JSON.stringify(message.card).split('"type":"Action.').length - 1;

  it.each(Object.entries(cards))('has six actions at most, and at least one somewhere: %s', (_, messages) => {
    const counts = messages.map(actionsOn);
    expect(Math.max(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(6);
  });
});
