import { Button } from '@fluentui/react-components';
import type { CommitteeView } from '../../api/views.ts';
import { Notice } from '../../app/Notice.tsx';
import { useSetupText } from '../../config/useSetupText.ts';

interface Props {
  readonly view: CommitteeView;
  readonly turn: () => void;
}

/** What should be known before the first question: what is not agreed yet, and that more can read than are listed. */
export default function Notices({ view: { you, readers = 0, listed = readers }, turn }: Props) {
  const text = useSetupText();
  return (
    <>
      {(you.isAsked || you.namesWait) && (
        <Notice kind="plain">
          {you.isAsked && text('asked.notice')} {you.namesWait && text(`asked.names.${you.namesWait}`)}
          <Button onClick={turn}>{text('asked.read')}</Button>
        </Notice>
      )}
      {readers > listed && (
        <Notice kind="plain">
          {text('who.larger', { readers, listed })}
          <Button onClick={turn}>{text('who')}</Button>
        </Notice>
      )}
    </>
  );
}
