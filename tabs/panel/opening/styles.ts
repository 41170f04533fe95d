import { makeStyles, tokens } from '@fluentui/react-components';

const ways = {
  display: 'flex',
  flexDirection: 'column',
  // The same as between what stands above them.
  gap: tokens.spacingVerticalM,
  '@media (min-width: 640px)': { flexDirection: 'row', flexWrap: 'wrap' },
} as const;
const column = { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } as const;

export const useStyles = makeStyles({
  prepared: column,
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  words: { margin: 0, whiteSpace: 'pre-wrap' },
  subtle: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  // Both follow the size of the text: a number of two digits has room, and questions stay apart.
  questions: { margin: 0, paddingLeft: '1.75rem' },
  question: { paddingBottom: '0.75rem' },
  ahead: { paddingTop: tokens.spacingVerticalXS },
  // One under the other, all as wide; beside each other where there is room.
  ways,
});
