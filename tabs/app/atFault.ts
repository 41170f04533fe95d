import type { FieldProps } from '@fluentui/react-components';

/**
 * What a field has to be told that something is wrong with it: it is marked, and the words stand beneath it. Nothing for a field
 * that is right.
 * @param told `atOnce`: read aloud as soon as it stands there; `withField`: when the field is come to, as where it changes with
 *   each key, or something else tells
 */
export function atFault(
  words: string | undefined,
  told: 'atOnce' | 'withField',
): Pick<FieldProps, 'validationState' | 'validationMessage'> {
  if (words === undefined) return {};
  return {
    validationState: 'error',
    validationMessage: told === 'atOnce' ? words : { children: words, role: undefined },
  };
}
