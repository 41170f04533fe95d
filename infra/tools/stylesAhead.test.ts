import { tokens } from '@fluentui/react-components';
import { createDOMRenderer, makeStyles, resolveStyleRulesForSlots } from '@griffel/core';
import { describe, expect, it } from 'vitest';
import { workOut } from './stylesAhead.ts';

/** What stands in the place of the calls: the classes and rules that were worked out for each. */
const outcomes = (code: string): readonly unknown[] =>
  [...code.matchAll(/__styles\((.+)\)/g)].map(([, given]) => JSON.parse(`[${given ?? ''}]`) as unknown);

describe('workOut', () => {
  it('puts the classes and rules that the browser would come to in the place of the call', () => {
    const code = "export const useStyles = makeStyles({ root: { display: 'flex', ':hover': { marginLeft: '1px' } } });";
    const made = workOut(code, 'a.ts');
    const styles = { root: { display: 'flex', ':hover': { marginLeft: '1px' } } } as const;
    expect(outcomes(made)).toEqual([resolveStyleRulesForSlots(styles)]);
    expect(made).not.toContain('makeStyles');
    const [classes] = outcomes(made)[0] as [{ root: Record<string, string | [string, string]> }];
    const atRunTime = makeStyles(styles)({ dir: 'ltr', renderer: createDOMRenderer() }).root;
    for (const name of Object.values(classes.root)) expect(atRunTime).toContain([name].flat()[0]);
  });

  it('knows Fluent’s tokens and the file’s own constants, one made of the other', () => {
    const code = `
      export const space = { gap: tokens.spacingVerticalM };
      const column = { ...space, flexDirection: 'column' };
      const useStyles = makeStyles({ root: column });`;
    const styles = { root: { gap: tokens.spacingVerticalM, flexDirection: 'column' } } as const;
    expect(outcomes(workOut(code, 'a.ts'))).toEqual([resolveStyleRulesForSlots(styles)]);
  });

  it('leaves alone what has nothing to do with styles, and does not run it', () => {
    const code =
      "const now = stopAll();\nconst a = makeStyles({ x: { top: '0' } });\nconst b = makeStyles({});\ngo(a, b);";
    const made = workOut(code, 'a.ts');
    expect(outcomes(made)).toHaveLength(2);
    expect(made).toContain('const now = stopAll();');
    expect(made).toContain('go(a, b);');
  });

  it('names the file whose styles cannot be known before the page runs', () => {
    const code = 'const useStyles = makeStyles({ root: { width: window.innerWidth } });';
    expect(() => workOut(code, 'tabs/a.ts')).toThrow(/^tabs\/a\.ts: .*window is not defined/);
  });
});
