import { makeStyles, tokens } from '@fluentui/react-components';

export const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  theme: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  direction: { lineHeight: tokens.lineHeightBase300 },
  summary: { fontSize: tokens.fontSizeBase200, cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  question: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'pre-wrap',
  },
  // In line with the words it belongs to.
  unfold: {
    alignSelf: 'flex-start',
    paddingLeft: 0,
    paddingRight: 0,
    minWidth: 'auto',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
  },
  angle: { margin: 0, whiteSpace: 'pre-wrap' },
  points: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  place: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});
