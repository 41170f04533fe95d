import { makeStyles, tokens } from '@fluentui/react-components';

export const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  label: { fontWeight: tokens.fontWeightSemibold },
  field: { width: '100%' },
  area: { minHeight: '5.5rem', maxHeight: 'none', overflow: 'hidden' },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  saved: { margin: 0 },
  row: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
  mine: { margin: 0, whiteSpace: 'pre-wrap' },
});
