import { Button, mergeClasses, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { MineView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { copyText } from '../../app/copyText.ts';
import { Notice } from '../../app/Notice.tsx';
import { saveFile } from '../../app/saveFile.ts';
import { useServices } from '../../app/services.ts';
import { useGrowing } from '../../app/useGrowing.ts';
import { dataText } from './dataText.ts';
import { useStyles } from './styles.ts';
import { type MineText, useMineText } from './useMineText.ts';

/** The forms in which somebody takes home what is stored about them: to read, and for another program. */
const FORMS = { txt: 'text/plain', json: 'application/json' } as const;
type Form = keyof typeof FORMS;

/** Everything that is stored about the person, as a file to keep. */
export function MyData({ mine }: { readonly mine: MineView }) {
  const text = useMineText();
  const styles = useStyles();
  const announce = useAnnounce();
  const { after } = useServices();
  const [taken, setTaken] = useState<{ readonly form: Form; readonly isSaved: boolean }>();
  const [isOpen, turnOpen] = useState(false);
  const fileOf = (form: Form): string => text('mine.data.file', { date: mine.readAt.slice(0, 10), form });
  const save = (form: Form): void => {
    const isSaved = saveFile(new Blob([dataOf(mine, form, text)], { type: FORMS[form] }), fileOf(form), after);
    setTaken({ form, isSaved });
    // The other is a notice, which is heard by itself.
    if (isSaved) announce(text('mine.data.saved', { file: fileOf(form) }));
  };
  return (
    <div className={styles.part}>
      <p className={styles.about}>{text('mine.data.what')}</p>
      <ButtonRow>
        <Button onClick={() => save('txt')}>{text('mine.data')}</Button>
        <Button onClick={() => save('json')}>{text('mine.data.json')}</Button>
      </ButtonRow>
      {taken?.isSaved === true && (
        <>
          <p className={styles.words}>{text('mine.data.saved', { file: fileOf(taken.form) })}</p>
          {/* A frame that forbids downloads does not tell. */}
          <details onToggle={({ currentTarget }) => turnOpen(currentTarget.open)}>
            <summary className={styles.summary}>{text('mine.data.noFile')}</summary>
            <ToCopy key={taken.form} mine={mine} form={taken.form} isShown={isOpen} />
          </details>
        </>
      )}
      {taken?.isSaved === false && (
        <>
          <Notice kind="trouble">{text('mine.data.copy')}</Notice>
          <ToCopy key={taken.form} mine={mine} form={taken.form} isShown />
        </>
      )}
    </div>
  );
}

interface ToCopyProps {
  readonly mine: MineView;
  readonly form: Form;
  readonly isShown: boolean;
}

function ToCopy({ mine, form, isShown }: ToCopyProps) {
  const text = useMineText();
  const styles = useStyles();
  const data = dataOf(mine, form, text);
  const fieldRef = useGrowing(data, isShown);
  const announce = useAnnounce();
  const [came, setCame] = useState<'nothing' | 'copied' | 'byHand'>('nothing');
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(data);
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
        textarea={{ className: mergeClasses(styles.fileText, form === 'json' && styles.code) }}
        aria-label={text('mine.data.text')}
        readOnly
        value={data}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </>
  );
}

const dataOf = (mine: MineView, form: Form, text: MineText): string =>
  form === 'json' ? JSON.stringify(mine, null, 2) : dataText(mine, text);
