import botTexts from '../../content/text/bot.da.json' with { type: 'json' };
import facilitatorTexts from '../../content/text/facilitator.da.json' with { type: 'json' };
import historyTexts from '../../content/text/history.da.json' with { type: 'json' };
import panelFirstTexts from '../../content/text/panel.da.json' with { type: 'json' };
import planTexts from '../../content/text/plan.da.json' with { type: 'json' };
import roomTexts from '../../content/text/room.da.json' with { type: 'json' };
import stageTexts from '../../content/text/stage.da.json' with { type: 'json' };
import trialTexts from '../../content/text/trial.da.json' with { type: 'json' };
import mineTexts from '../../content/text/mine.da.json' with { type: 'json' };
import setupTexts from '../../content/text/setup.da.json' with { type: 'json' };
import { createText, type Values } from '#text/text';

/** What people read in the panel and the tab, whenever it loads. */
const panelTexts = {
  ...panelFirstTexts,
  ...facilitatorTexts,
  ...historyTexts,
  ...planTexts,
  ...roomTexts,
  ...stageTexts,
  ...trialTexts,
  ...mineTexts,
  ...setupTexts,
};

export const panelWords = createText('da-DK', panelTexts);
export const botWords = createText('da-DK', botTexts);

type PanelKey = keyof typeof panelTexts;
type BotKey = keyof typeof botTexts;

/** What a value may be where a test does not know it: a time of day, a date, a name. */
const ANY = '\u{F0000}';

/** The sentence whatever stands in its places `unknown`: what people see at a moment that a test cannot name. */
export const panelLike = (key: PanelKey, unknown: readonly string[], values: Values = {}): RegExp =>
  like(panelWords(key, { ...values, ...blanks(unknown) }));

export const botLike = (key: BotKey, unknown: readonly string[], values: Values = {}): RegExp =>
  like(botWords(key, { ...values, ...blanks(unknown) }));

const blanks = (names: readonly string[]): Values => Object.fromEntries(names.map((name) => [name, ANY]));

const like = (sentence: string): RegExp => new RegExp(sentence.split(ANY).map(escaped).join('.+'));

/** A no-break space is found as any other: browsers give names and texts with plain ones. */
const escaped = (words: string): string =>
  words.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`).replaceAll('\u00a0', String.raw`\s`);
