import { makeStyles, tokens } from '@fluentui/react-components';

/** `narrow`: one column, whatever the width. `wide`: the answers beside the question, where there is room and a question. */
export type Layout = 'narrow' | 'wide';

const column = { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL } as const;
const page = { ...column, minHeight: `calc(100vh - 2 * ${tokens.spacingHorizontalM})` } as const;

export const useStyles = makeStyles({
  // Both begin at the left, so that nothing jumps from one to the other. One column is no wider than lines can be read.
  narrow: { ...page, maxWidth: '40rem' },
  wide: { ...page, maxWidth: '1100px' },
  column,
  beside: {
    '@media (min-width: 640px)': {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      alignItems: 'start',
      gap: tokens.spacingHorizontalXXXL,
    },
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  words: { margin: 0 },
  subtle: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  questions: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  question: { paddingBottom: tokens.spacingVerticalS },
});
