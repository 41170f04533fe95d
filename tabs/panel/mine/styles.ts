import { makeStyles, tokens } from '@fluentui/react-components';

const column = { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } as const;

export const useStyles = makeStyles({
  root: column,
  back: { alignSelf: 'flex-start' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  count: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  words: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  answer: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTopWidth: tokens.strokeWidthThin,
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke2,
  },
  about: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  question: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, whiteSpace: 'pre-wrap' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
  },
  part: column,
  // Its line is 20 pixels high: with these 44, as a finger wants that finds a button below.
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalM} 0` },
  file: { width: '100%', marginTop: tokens.spacingVerticalS },
  fileText: { minHeight: '10rem' },
  code: { fontFamily: tokens.fontFamilyMonospace },
});
