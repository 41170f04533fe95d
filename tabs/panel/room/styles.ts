import { makeStyles, tokens } from '@fluentui/react-components';

const column = { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS } as const;
const row = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: tokens.spacingHorizontalS,
} as const;

export const useStyles = makeStyles({
  column,
  // Beneath an answer, and not part of it.
  beneath: { ...column, marginTop: tokens.spacingVerticalM },
  row,
  // No wider than its lines can be read.
  page: { ...column, gap: tokens.spacingVerticalM, maxWidth: '40rem' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  label: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  // On one line where there is room for it.
  sides: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  side: { flexWrap: 'wrap', '& label': { whiteSpace: 'nowrap' } },
  words: { margin: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  field: { minWidth: 0, width: '100%' },
  // Stands at the other end of the row from the main action.
  beside: { marginRight: 'auto' },
  small: { minWidth: 'auto' },
  // As wide as its words.
  begin: { alignSelf: 'flex-start' },
  found: { ...column, margin: 0, padding: 0, listStyleType: 'none', gap: tokens.spacingVerticalXS },
  person: { justifyContent: 'flex-start', width: '100%', fontWeight: tokens.fontWeightRegular, textAlign: 'left' },
  // Beside what was said in the room, under its words.
  tools: { ...row, marginTop: tokens.spacingVerticalXS },
});
