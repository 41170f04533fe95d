import { makeStyles, tokens } from '@fluentui/react-components';

export const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  label: { fontWeight: tokens.fontWeightSemibold },
  field: { width: '100%' },
  // Its height follows what is written; where there is no room for more, it scrolls.
  area: { minHeight: '5.5rem', overflowY: 'auto' },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  saved: { margin: 0 },
  small: { minWidth: 'auto' },
  mine: { margin: 0, whiteSpace: 'pre-wrap' },
});
