import { Field } from '@fluentui/react-components';

/** What is wrong, beneath a group of fields: the group names `id` in `aria-describedby`. It is heard where saving is spoken of. */
export function WrongLine({ id, words }: { readonly id: string; readonly words: string | undefined }) {
  if (words === undefined) return null;
  return <Field validationState="error" validationMessage={{ children: words, id, role: undefined }} />;
}
