import { makeStyles, tokens } from '@fluentui/react-components';

const column = { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } as const;

export const useStyles = makeStyles({
  // No wider than its lines can be read.
  root: { ...column, gap: tokens.spacingVerticalL, maxWidth: '40rem' },
  column,
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    margin: 0,
    padding: 0,
    borderTopStyle: 'none',
    borderRightStyle: 'none',
    borderBottomStyle: 'none',
    borderLeftStyle: 'none',
  },
  back: { alignSelf: 'flex-start' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  section: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  label: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  words: { margin: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  field: { minWidth: 0, width: '100%' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  bullets: { listStyleType: 'disc', margin: 0, padding: 0, paddingLeft: '1.25em' },
  // What is found stays within sight of the field.
  people: { maxHeight: '18rem', overflowY: 'auto' },
  person: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
    // A name may take two lines; the word on the button is not broken.
    '& > span': { minWidth: 0, overflowWrap: 'anywhere' },
    '& > button': { flexShrink: 0 },
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  end: { justifyContent: 'flex-end' },
  found: { justifyContent: 'flex-start', width: '100%', fontWeight: tokens.fontWeightRegular },
});
