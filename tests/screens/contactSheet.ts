import type { Taken } from './takeState.ts';

/** A page with all pictures, a row for each state; what is wrong stands beside them. */
export function contactSheet(taken: readonly Taken[]): string {
  const states = [...new Set(taken.map(({ state }) => state))];
  const faulty = taken.filter(({ faults }) => faults.length > 0).length;
  const rows = states.map((state) =>
    row(
      state,
      taken.filter((one) => one.state === state),
    ),
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Screens</title>
<style>
  body { font: 14px/1.4 system-ui, sans-serif; margin: 1rem; background: #ddd; color: #111; }
  section { margin: 0 0 2rem; }
  h2 { position: sticky; left: 0; margin: 0 0 .5rem; font-size: 1rem; }
  div { display: flex; gap: .75rem; align-items: flex-start; overflow-x: auto; }
  figure { margin: 0; flex: none; }
  figcaption { font-size: .75rem; }
  img { display: block; background: #fff; max-height: 32rem; max-width: 32rem; }
  .faulty img { outline: 3px solid #c00; }
  pre { max-width: 32rem; white-space: pre-wrap; color: #a00; font-size: .75rem; }
</style>
<h1>${states.length} states, ${taken.length} pictures, ${faulty} with something wrong</h1>
${rows.join('\n')}
</html>
`;
}

const row = (state: string, taken: readonly Taken[]): string =>
  `<section id="${state}"><h2>${state}</h2><div>${taken.map(figure).join('')}</div></section>`;

function figure({ language, width, look, picture, faults }: Taken): string {
  const image = picture === undefined ? '' : `<a href="${picture}"><img loading="lazy" src="${picture}" alt=""></a>`;
  const wrong = faults.length === 0 ? '' : `<pre>${escaped(faults.join('\n'))}</pre>`;
  const kind = faults.length === 0 ? '' : ' class="faulty"';
  return `<figure${kind}>${image}<figcaption>${language} · ${width} · ${look}</figcaption>${wrong}</figure>`;
}

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
