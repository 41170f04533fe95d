import { makeStyles, tokens } from '@fluentui/react-components';

const buttons = { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } as const;
const ways = {
  display: 'flex',
  flexDirection: 'column',
  // The same as between what stands above them.
  gap: tokens.spacingVerticalM,
  '@media (min-width: 640px)': { flexDirection: 'row', flexWrap: 'wrap' },
} as const;
const column = { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } as const;

export const useStyles = makeStyles({
  prepared: { ...column, maxWidth: '40rem' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  words: { margin: 0, whiteSpace: 'pre-wrap' },
  subtle: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  // Both follow the size of the text: a number of two digits has room, and questions stay apart.
  questions: { margin: 0, paddingLeft: '1.75rem' },
  question: { paddingBottom: '0.75rem' },
  actions: {
    ...buttons,
    flexDirection: 'row-reverse',
    // Where there is room the other end is far from what is read.
    '@media (min-width: 640px)': { flexDirection: 'row' },
  },
  // One under the other, all as wide; beside each other where there is room.
  ways,
  // Within a notice.
  more: { ...ways, alignSelf: 'stretch' },
});
