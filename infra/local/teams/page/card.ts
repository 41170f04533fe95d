import * as cards from 'adaptivecards';
import { markdown } from './markdown.ts';
const tone = { default: 'inherit', subtle: 'light-dark(#595959, #d6d6d6)' };
const tones = { default: tone, accent: tone, good: tone, warning: tone, attention: tone };
const style = { backgroundColor: 'transparent', foregroundColors: tones };
const HOST = new cards.HostConfig({
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  containerStyles: { default: style, emphasis: style },
  actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8 },
});
cards.AdaptiveCard.onProcessMarkdown = (text, result) =>
  void Object.assign(result, { outputHtml: markdown(text), didProcess: true });
/** Draws a card as Teams does. `execute` gets an Action.Execute's verb and data, inputs merged in. */
export function drawCard(card: object, execute: (verb: string, data: object) => void, open: (url: string) => void) {
  const drawn = new cards.AdaptiveCard();
  drawn.hostConfig = HOST;
  drawn.onExecuteAction = (action) => {
    if (action instanceof cards.ExecuteAction) execute(action.verb, action.data ?? {});
    if (action instanceof cards.OpenUrlAction) open(action.url ?? '');
  };
  const entities = JSON.stringify((card as { msteams?: { entities?: object } }).msteams?.entities ?? []);
  const named = (at: string, name: string): string => (entities.includes(at) ? name : at); // a mention shows the name
  drawn.parse(JSON.parse(JSON.stringify(card).replace(/<at>(.*?)<\/at>/g, named)) as object);
  return drawn.render() ?? 'Kortet kan ikke vises.';
}
