// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import danish from '../../appPackage/da.json' with { type: 'json' };
import english from '../../appPackage/en.json' with { type: 'json' };
import { botText } from './botText.ts';
import { CARD_LIMIT } from './cards.ts';
import { HOSTILE } from './testing/hostile.ts';
import { inspect } from './testing/inspect.ts';
import { welcomeCard } from './welcomeCard.ts';

const text = botText('da');
const links = { trial: 'https://teams.microsoft.com/l/entity/a/b', who: 'https://teams.microsoft.com/l/entity/a/c' };
const by = { name: 'Lone Ravn', mri: '29:lone' };

describe('welcomeCard', () => {
  it('says what the bot does, how many read along, how to begin, and what it reads', () => {
    const [hello, readers, tab, , reads] = inspect(
      welcomeCard({ links, by, members: 12, teamName: 'Hovedudvalget' }, text),
    ).blocks;
    expect(hello).toBe('Hej. Jeg hjælper jer med at tænke højt sammen – ét spørgsmål ad gangen.');
    expect(readers).toBe('Teamet har 12 medlemmer, og alle 12 kan læse det, der står i kanalen.');
    expect(tab).toContain('»+«');
    expect(reads).toMatch(/^Teams sender mig alle beskeder i teamets standardkanaler\..*så slettes den\.$/);
  });

  it.each([
    ['da', danish],
    ['en', english],
  ] as const)('names each command that the bot takes (%s)', (language, listed) => {
    const words = inspect(welcomeCard({ links, by, members: 12 }, botText(language))).blocks.join('\n');
    const commands = Object.entries(listed).flatMap(([key, title]) =>
      /commands\[\d\]\.title$/.test(key) ? title : [],
    );
    expect(commands).toHaveLength(4);
    for (const command of commands) expect(words).toMatch(new RegExp(`@MED-dialog ${command}[»”“« ]`));
  });

  it('mentions who added it, as Teams wants mentions in a card', () => {
    const message = welcomeCard({ links, by, members: 12 }, text);
    expect(inspect(message).markdown).toEqual(['<at>Lone Ravn</at> har føjet mig til teamet.']);
    expect(message.card).toMatchObject({
      msteams: {
        entities: [{ type: 'mention', text: '<at>Lone Ravn</at>', mentioned: { id: '29:lone', name: 'Lone Ravn' } }],
      },
    });
  });

  it.each([undefined, { name: '<>[]', mri: '29:x' }])('mentions nobody for %j', (nobody) => {
    const message = welcomeCard({ links, by: nobody, members: 12 }, text);
    expect(inspect(message).markdown).toEqual([]);
    expect(JSON.stringify(message)).not.toContain('<at>');
  });

  it('names no number of readers where it is not known', () => {
    const words = inspect(welcomeCard({ links, by }, text)).blocks.join('\n');
    expect(words).toContain('Alle i teamet kan læse det, der står i kanalen.');
    expect(words).not.toContain('undefined');
  });

  it.each(HOSTILE)('lets no markup of the name %j through to the one text that is read as Markdown', (typed) => {
    const card = inspect(welcomeCard({ links, by: { name: typed, mri: '29:x' }, teamName: typed }, text));
    expect(card.markdown.join('').replaceAll(/<\/?at>/g, '')).not.toMatch(/[<>[\]{}*_#&\\$:/]/);
    expect(card).toMatchObject({ problems: [], version: '1.5' });
  });

  it('keeps within what Teams takes, with the two buttons that lead to the tab', () => {
    const card = inspect(welcomeCard({ links, by: { name: 'Å'.repeat(5_000), mri: '29:x' }, members: 4_000 }, text));
    expect(card.bytes).toBeLessThanOrEqual(CARD_LIMIT);
    expect(card.actions).toBe(2);
    const { actions } = welcomeCard({ links }, text).card as { actions?: object[] };
    expect(actions).toMatchObject([
      { type: 'Action.OpenUrl', title: 'Prøv på ét minut', url: links.trial },
      { type: 'Action.OpenUrl', title: 'Hvem kan se hvad?', url: links.who },
    ]);
  });
});
