import { makeStyles, tokens } from '@fluentui/react-components';

/** Readable at five metres, and in a small window of the meeting. */
const small = 'clamp(20px, 2.1vw, 40px)';
const edge = 'clamp(16px, 2.5vw, 56px)';

/** What browsers ask for before they count lines. */
const clamped = { display: '-webkit-box', WebkitBoxOrient: 'vertical' } as const;

export const useStyles = makeStyles({
  // All of the window, whatever stands in it besides.
  root: { position: 'fixed', inset: 0, zIndex: 10, backgroundColor: tokens.colorNeutralBackground2 },
  page: {
    boxSizing: 'border-box',
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: 'clamp(8px, 1.6vh, 24px)',
    padding: edge,
    outlineStyle: 'none',
    color: tokens.colorNeutralForeground1,
    fontSize: small,
    lineHeight: 1.3,
    overflowWrap: 'break-word',
  },
  // In a narrow window the time stands beneath, instead of running out of it.
  top: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'baseline', columnGap: edge },
  theme: { flexGrow: 1, flexBasis: 0, minWidth: '8em', margin: 0, color: tokens.colorNeutralForeground2 },
  corner: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '1.5em',
    margin: 0,
    fontSize: '1.25em',
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightSemibold,
  },
  room: { display: 'flex', flexDirection: 'column', minHeight: 0, overflowX: 'hidden', overflowY: 'auto' },
  // In the middle of its room, and from the top where it is longer.
  fitted: { flexShrink: 0, width: '100%', margin: 'auto 0' },
  question: { flexGrow: 1, flexBasis: 0 },
  heading: { flexShrink: 0, maxHeight: '34%' },
  words: { margin: 0, fontSize: '1em', lineHeight: 1.2, fontWeight: tokens.fontWeightSemibold, whiteSpace: 'pre-wrap' },
  angle: { margin: '0 0 0.5em', fontSize: '0.62em', lineHeight: 1.3, color: tokens.colorNeutralForeground2 },
  angleWords: { color: tokens.colorNeutralForeground1 },
  more: { margin: '0.5em 0 0', fontSize: '0.62em', lineHeight: 1.3 },
  points: { margin: '0.5em 0 0', paddingLeft: '1.1em', fontSize: '0.62em', lineHeight: 1.3 },
  answers: {
    position: 'relative',
    flexGrow: 1,
    flexBasis: 0,
    minHeight: 0,
    overflow: 'hidden',
  },
  scant: { overflowY: 'auto' },
  latest: { margin: 0, paddingBottom: '0.3em', fontSize: small, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  // Laid out as those that are seen, to be measured.
  unseen: { position: 'absolute', top: 0, left: 0, right: 0, visibility: 'hidden' },
  answer: {
    padding: '0.5em 0',
    borderTopWidth: tokens.strokeWidthThin,
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke1,
  },
  // How many lines there are stands at each.
  answerWords: {
    ...clamped,
    overflow: 'hidden',
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  // Never larger than the words that it is about.
  about: { margin: 0, fontSize: 'max(20px, 0.8em)', color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: edge },
  line: { margin: 0, fontSize: '1.25em' },
  // A small window belongs to the question.
  hint: { margin: 0, color: tokens.colorNeutralForeground2, '@media (max-height: 560px)': { display: 'none' } },
  // A page that is as large elsewhere as a panel's.
  problem: {
    padding: edge,
    '& h1': { fontSize: 'clamp(28px, 4.5vw, 80px)', lineHeight: 1.2 },
    '& p': { maxWidth: '40em', fontSize: 'clamp(20px, 2.6vw, 50px)', lineHeight: 1.3 },
  },
  leave: { marginLeft: 'auto', flexShrink: 0 },
});
