import { type ButtonState, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const borderColor = tokens.colorNeutralStrokeDisabled;
const useStyles = makeStyles({
  off: {
    borderTopColor: borderColor,
    borderRightColor: borderColor,
    borderBottomColor: borderColor,
    borderLeftColor: borderColor,
    ':hover': {
      borderTopColor: borderColor,
      borderRightColor: borderColor,
      borderBottomColor: borderColor,
      borderLeftColor: borderColor,
    },
    ':hover:active,:active:focus-visible': {
      borderTopColor: borderColor,
      borderRightColor: borderColor,
      borderBottomColor: borderColor,
      borderLeftColor: borderColor,
    },
  },
});

/**
 * A main button that takes no presses keeps its outline: Fluent takes it away, and in high contrast, where its ground is
 * the page's own, mere words would be left. A style hook of Fluent's, so it changes the state that it is given.
 */
export function useOutlined(state: unknown): void {
  const button = state as ButtonState;
  const styles = useStyles();
  if (button.appearance !== 'primary' || !(button.disabled || button.disabledFocusable)) return;
  Object.assign(button.root, { className: mergeClasses(button.root.className, styles.off) });
}
