import { makeStyles, tokens } from '@fluentui/react-components';

const line = {
  borderTopWidth: tokens.strokeWidthThin,
  borderTopStyle: 'solid',
  borderTopColor: tokens.colorNeutralStroke2,
} as const;
const column = { display: 'flex', flexDirection: 'column' } as const;

export const useStyles = makeStyles({
  root: { ...column, gap: tokens.spacingVerticalM, alignItems: 'stretch', minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: { margin: 0 },
  subtle: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  search: { ...column, gap: tokens.spacingVerticalXS },
  // The browser's own is dark on dark, and touches the words.
  field: { '& input::-webkit-search-cancel-button': { display: 'none' } },
  clear: { minWidth: '24px', fontSize: tokens.fontSizeBase400 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: { ...column, ...line, gap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalM} 0` },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  group: { ...column, gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalS },
  theme: { ...column, ...line, gap: tokens.spacingVerticalXS, paddingTop: tokens.spacingVerticalS },
  questions: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  question: { paddingBottom: tokens.spacingVerticalS },
});
