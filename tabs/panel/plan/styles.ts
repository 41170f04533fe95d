import { makeStyles, tokens } from '@fluentui/react-components';

/** How many digits the number has that stands before a question: set on the element. */
export const DIGITS = '--digits';
/** As wide as that number with its dot and space, so that all lines begin below its first word. */
const NUMBER = `calc(var(${DIGITS}, 1) * 1ch + 0.5em)`;
/** Of what a question is dragged by. */
const HANDLE = '24px';

const column = { display: 'flex', flexDirection: 'column' } as const;
const line = {
  borderTopWidth: tokens.strokeWidthThin,
  borderTopStyle: 'solid',
  borderTopColor: tokens.colorNeutralStroke2,
} as const;

export const useStyles = makeStyles({
  // No wider than lines can be read, and buttons be seen to belong to them.
  root: { ...column, gap: tokens.spacingVerticalM, maxWidth: '40rem' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  part: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  words: { margin: 0, whiteSpace: 'pre-wrap' },
  subtle: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  label: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  input: { minWidth: 0, width: '100%' },
  // Its height follows what is written; where the window or the text size changes afterwards it scrolls until then.
  area: { maxHeight: 'none', overflowY: 'auto' },
  // What grows with its words is no wider than the page, however long one of them is.
  growing: { gridTemplateColumns: 'minmax(0, 1fr)' },
  group: { ...column, gap: tokens.spacingVerticalXS, minWidth: 0 },
  picker: { ...column, gap: tokens.spacingVerticalL },
  choosing: { ...column, gap: tokens.spacingVerticalL },
  theme: {
    marginTop: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    outlineWidth: tokens.strokeWidthThin,
    outlineStyle: 'solid',
    outlineColor: tokens.colorNeutralStroke2,
  },
  summary: { cursor: 'pointer', padding: tokens.spacingHorizontalM },
  title: { fontWeight: tokens.fontWeightSemibold },
  count: { display: 'block', color: tokens.colorNeutralForeground2 },
  taken: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  questions: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingHorizontalM}` },
  // Nothing can be ticked there any more, but what it says is read all the same.
  fixed: { '& > label': { color: tokens.colorNeutralForeground2 } },
  // Below the words, not below the box that is ticked.
  points: { margin: 0, paddingLeft: '52px' },
  takenAt: {
    margin: 0,
    // In line with the question's words, and nearer to them than to the next question.
    padding: `0 0 ${tokens.spacingVerticalS} 36px`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  choice: { ...column, ...line, gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalM} 0` },
  dragged: { backgroundColor: tokens.colorNeutralBackground4, userSelect: 'none' },
  head: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'flex-start' },
  // The number hangs out to the left of all that belongs to it.
  numbered: { ...column, gap: tokens.spacingVerticalXS, minWidth: 0, paddingLeft: NUMBER },
  first: { textIndent: `calc(-1 * ${NUMBER})` },
  // Below the question's words where there is room, not below what it is dragged by.
  beneath: {
    ...column,
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    '@media (min-width: 640px)': { paddingLeft: `calc(${HANDLE} + ${tokens.spacingHorizontalXS} + ${NUMBER})` },
  },
  handle: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: HANDLE,
    minHeight: '32px',
    color: tokens.colorNeutralForeground3,
    cursor: 'grab',
    // A finger here drags, and does not scroll.
    touchAction: 'none',
  },
  adapt: { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  adapted: { ...column, gap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalS },
  beside: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  minutes: { width: '5rem', minWidth: 0 },
  // At the bottom of the window for as long as the form is there, and out to the page's edges.
  bar: {
    ...column,
    ...line,
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    gap: tokens.spacingVerticalS,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    // The page's own: where nothing is scrolled behind it, it is no box of its own.
    backgroundColor: tokens.colorNeutralBackground2,
    // Always in sight, so nothing need be scrolled for what takes the focus here.
    '& *': { scrollMarginBottom: '-9rem' },
  },
  sum: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  differences: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  // Between lines: what stands below it is of the whole plan.
  paper: {
    ...column,
    ...line,
    gap: tokens.spacingVerticalM,
    width: '100%',
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottomWidth: tokens.strokeWidthThin,
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  // Full width, one under the other, where the page is narrow.
  printing: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    '@media (min-width: 640px)': { display: 'flex', flexWrap: 'wrap' },
  },
  row: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});
