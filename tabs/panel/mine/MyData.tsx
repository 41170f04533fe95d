import { Button, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { MineView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { copyText } from '../../app/copyText.ts';
import { Notice } from '../../app/Notice.tsx';
import { saveFile } from '../../app/saveFile.ts';
import { useServices } from '../../app/services.ts';
import { useGrowing } from '../../app/useGrowing.ts';
import { useStyles } from './styles.ts';
import { useMineText } from './useMineText.ts';

/** Everything that is stored about the person, as a file to keep. */
export function MyData({ mine }: { readonly mine: MineView }) {
  const text = useMineText();
  const styles = useStyles();
  const announce = useAnnounce();
  const { after } = useServices();
  const [state, setState] = useState<'idle' | 'saved' | 'toCopy'>('idle');
  const [isOpen, turnOpen] = useState(false);
  const file = text('mine.data.file', { date: mine.readAt.slice(0, 10) });
  const save = (): void => {
    const isSaved = saveFile(new Blob([dataOf(mine)], { type: 'application/json' }), file, after);
    setState(isSaved ? 'saved' : 'toCopy');
    // The other is a notice, which is heard by itself.
    if (isSaved) announce(text('mine.data.saved', { file }));
  };
  return (
    <div className={styles.part}>
      <p className={styles.about}>
        {text('mine.data.what')} {mine.older && text('mine.data.older', { items: mine.items })}
      </p>
      <div className={styles.row}>
        <Button onClick={save}>{text('mine.data')}</Button>
      </div>
      {state === 'saved' && (
        <>
          <p className={styles.words}>{text('mine.data.saved', { file })}</p>
          {/* A frame that forbids downloads does not tell. */}
          <details onToggle={({ currentTarget }) => turnOpen(currentTarget.open)}>
            <summary className={styles.summary}>{text('mine.data.noFile')}</summary>
            <ToCopy mine={mine} isShown={isOpen} />
          </details>
        </>
      )}
      {state === 'toCopy' && (
        <>
          <Notice kind="trouble">{text('mine.data.copy')}</Notice>
          <ToCopy mine={mine} isShown />
        </>
      )}
    </div>
  );
}

function ToCopy({ mine, isShown }: { readonly mine: MineView; readonly isShown: boolean }) {
  const text = useMineText();
  const styles = useStyles();
  const fieldRef = useGrowing(dataOf(mine), isShown);
  const announce = useAnnounce();
  const [came, setCame] = useState<'nothing' | 'copied' | 'byHand'>('nothing');
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(dataOf(mine));
    setCame(isCopied ? 'copied' : 'byHand');
    announce(text(isCopied ? 'mine.data.copied' : 'mine.data.byHand'));
    // Marked already, for whoever copies by hand.
    if (!isCopied) fieldRef.current?.focus();
  };
  return (
    <>
      <div className={styles.row}>
        <Button onClick={() => void copy()}>{text('mine.data.copyText')}</Button>
      </div>
      {came !== 'nothing' && <p className={styles.words}>{text(`mine.data.${came}`)}</p>}
      <Textarea
        ref={(element: HTMLTextAreaElement | null) => {
          fieldRef.current = element;
        }}
        className={styles.file}
        textarea={{ className: styles.fileText }}
        aria-label={text('mine.data.text')}
        readOnly
        value={dataOf(mine)}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </>
  );
}

const dataOf = (mine: MineView): string => JSON.stringify(mine, null, 2);
