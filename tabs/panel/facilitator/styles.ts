import { makeStyles, tokens } from '@fluentui/react-components';

/** Room for a number and its dot. */
const NUMBER = '1.3em';

export const useStyles = makeStyles({
  // No wider than lines can be read, and buttons be seen to belong to them.
  plan: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '40rem' },
  title: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  words: { margin: 0 },
  subtle: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  // Stands at the bottom of the window, and out to its edges, whatever is scrolled behind it.
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    // No higher than leaves the question in sight, whatever is unfolded: then what is above its buttons is scrolled in it.
    maxHeight: '60vh',
    boxSizing: 'border-box',
    flexShrink: 0,
    overflowY: 'auto',
    marginTop: 'auto',
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginBottom: `calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    // The page's own: where nothing is scrolled behind it, it is no box of its own.
    backgroundColor: tokens.colorNeutralBackground2,
    borderTopWidth: tokens.strokeWidthThin,
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke1,
    // Always in sight, so nothing need be scrolled for what takes the focus here: takes back page.css's room for the bar,
    // but within it.
    '& *': { scrollMarginBottom: '-9rem' },
    scrollPaddingBottom: '13rem',
  },
  // Where the page is one column beside which there is room for more, the bar ends with it.
  beneath: { maxWidth: `calc(40rem + 2 * ${tokens.spacingHorizontalM})` },
  // The bar's buttons, in sight whatever is scrolled in it.
  foot: {
    position: 'sticky',
    // Browsers measure from within the bar's padding.
    bottom: `calc(-1 * ${tokens.spacingHorizontalM})`,
    zIndex: 1,
    marginTop: `calc(-1 * ${tokens.spacingVerticalS})`,
    marginBottom: `calc(-1 * ${tokens.spacingHorizontalM})`,
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    // There the time stands by what it is the time of.
    '@media (min-width: 640px)': { justifyContent: 'flex-start' },
  },
  // Has buttons of its own; a line keeps them apart from those that lead on.
  said: {
    paddingBottom: tokens.spacingVerticalM,
    borderBottomWidth: tokens.strokeWidthThin,
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke2,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  // The last thing on the page: all as wide where it is narrow, and at the other end from what leads on where it is not.
  last: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    '@media (min-width: 640px)': { alignItems: 'flex-start' },
  },
  // The one heavy button is the next step's.
  calm: { fontWeight: tokens.fontWeightRegular },
  small: { minWidth: 'auto' },
  // Digits of one width, so that nothing beside it moves each second.
  time: { fontVariantNumeric: 'tabular-nums' },
  // The time, and what gives more of it.
  clock: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  // Above the bar's buttons.
  more: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
  },
  choice: {
    justifyContent: 'flex-start',
    width: '100%',
    minHeight: '32px',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
  },
  onScreen: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  // The next step and the way to the rest, one at each end of a narrow page: the longest takes two lines rather than all of one.
  pair: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    flexGrow: 1,
    // Two lines rather than one of its own, and one of its own rather than a word that is broken.
    '& > :first-child': {
      flex: '1 1 min-content',
      minWidth: 'min-content',
      maxWidth: 'max-content',
      overflowWrap: 'break-word',
    },
    '& > :last-child': { flexShrink: 0 },
    '@media (min-width: 640px)': { flexGrow: 0 },
  },
  question: { margin: 0, textIndent: `-${NUMBER}` },
  next: { fontWeight: tokens.fontWeightSemibold },
  status: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  planned: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    // The number hangs out to the left of all that belongs to it.
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${NUMBER}`,
    borderTopWidth: tokens.strokeWidthThin,
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke2,
  },
});
