import { makeStyles, tokens } from '@fluentui/react-components';

const column = { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } as const;

export const useStyles = makeStyles({
  root: column,
  part: {
    ...column,
    paddingTop: tokens.spacingVerticalM,
    borderTopWidth: tokens.strokeWidthThin,
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke2,
  },
  back: { alignSelf: 'flex-start' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  subheading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  words: { margin: 0 },
  own: { margin: 0, whiteSpace: 'pre-wrap', fontWeight: tokens.fontWeightSemibold },
  // As where one answers in earnest.
  label: { fontWeight: tokens.fontWeightSemibold },
  field: { width: '100%', minWidth: 0 },
  area: { minHeight: '5.5rem', overflowY: 'auto' },
  row: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  eyes: {
    ...column,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});
