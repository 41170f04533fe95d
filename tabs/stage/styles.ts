import { makeStyles, tokens } from '@fluentui/react-components';

/** Readable at five metres, and in a small window of the meeting. */
const small = 'clamp(20px, 2.1vw, 40px)';
const edge = 'clamp(16px, 2.5vw, 56px)';

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
    whiteSpace: 'nowrap',
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
    flexGrow: 1,
    flexBasis: 0,
    minHeight: 0,
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: 'clamp(24px, 2.6vw, 50px)',
    // What is above goes on, and does not look cut.
    '&[data-above]': { maskImage: 'linear-gradient(transparent, black 1.5em)' },
    '&[data-below]': { maskImage: 'linear-gradient(to top, transparent, black 1.5em)' },
    '&[data-above][data-below]': {
      maskImage: 'linear-gradient(transparent, black 1.5em, black calc(100% - 1.5em), transparent)',
    },
  },
  answer: {
    padding: '0.5em 0',
    borderTopWidth: tokens.strokeWidthThin,
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke1,
  },
  answerWords: { margin: 0, whiteSpace: 'pre-wrap' },
  about: { margin: 0, fontSize: small, color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: edge },
  line: { margin: 0, fontSize: '1.25em' },
  // A small window belongs to the question.
  hint: { margin: 0, color: tokens.colorNeutralForeground2, '@media (max-height: 560px)': { display: 'none' } },
  leave: { marginLeft: 'auto', flexShrink: 0 },
});
