import { Button, Input } from '@fluentui/react-components';
import { type RefObject, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { DialogueMaterial, PlannedView } from '../../api/views.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { Notice } from '../../app/Notice.tsx';
import { saveFile } from '../../app/saveFile.ts';
import { useServices } from '../../app/services.ts';
import { useShownView } from '../../channel/useShownView.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { Materials } from '../plan/Materials.tsx';
import { useStyles } from '../plan/styles.ts';
import { usePlanText } from '../plan/usePlanText.ts';
import { PRINT_CSS } from './paperCss.ts';
import type { PaperItem } from './PaperItem.ts';
import { printPage } from './printPage.ts';
import { Sheet, type Where } from './Sheet.tsx';
import { sheetFile } from './sheetFile.ts';
import { standsInChannel } from './standsInChannel.ts';

interface Props {
  readonly item: PaperItem;
  readonly done: () => void;
}

/** A4 pages for the staff room, one a question, for those who are not in Teams: to print, or to take along as a file. */
export default function Paper({ item, done }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(true);
  const questions = item.plan.filter(({ status }) => status !== 'skipped');
  return (
    <section className={styles.paper} aria-label={text('paper')}>
      <h3 ref={heading} tabIndex={-1} className={styles.part}>
        {text('paper')}
      </h3>
      <p className={styles.words}>{text('paper.words', { count: questions.length })}</p>
      <Materials back={done}>
        {(materials) => <Form item={item} questions={questions} materials={materials} done={done} />}
      </Materials>
    </section>
  );
}

interface FormProps extends Props {
  readonly questions: readonly PlannedView[];
  readonly materials: readonly DialogueMaterial[];
}

function Form({ item, questions, materials, done }: FormProps) {
  const text = usePlanText();
  const view = useShownView();
  const sheets = useRef<HTMLDivElement>(null);
  const [where, setWhere] = useState<Where>({ until: '', handIn: '' });
  return (
    <>
      <Field label={text('paper.until')} value={where.until} write={(until) => setWhere({ ...where, until })} />
      <Field label={text('paper.handIn')} value={where.handIn} write={(handIn) => setWhere({ ...where, handIn })} />
      <Ways sheets={sheets} title={item.title} done={done} />
      {createPortal(
        <div ref={sheets} className="med-sheets">
          <style>{PRINT_CSS}</style>
          {questions.map((question) => (
            <Sheet
              key={question.id}
              item={item}
              committee={view?.committee.name ?? ''}
              question={question}
              direction={directionOf(materials, question)}
              where={where}
              isInChannel={standsInChannel(question, view?.item?.round)}
              text={text}
            />
          ))}
        </div>,
        document.body,
      )}
    </>
  );
}

/** Two materials may number their themes alike; the title tells them apart. */
const directionOf = (materials: readonly DialogueMaterial[], { theme }: PlannedView): readonly string[] =>
  materials
    .flatMap(({ themes }) => themes)
    .find(({ number, title }) => number === theme?.number && title === theme.title)?.direction ?? [];

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly write: (value: string) => void;
}

function Field({ label, value, write }: FieldProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.group}>
      <label htmlFor={id}>{label}</label>
      <Input id={id} className={styles.input} maxLength={120} value={value} onChange={(_, next) => write(next.value)} />
    </div>
  );
}

interface WaysProps {
  readonly sheets: RefObject<HTMLElement | null>;
  readonly title: string;
  readonly done: () => void;
}

function Ways({ sheets, title, done }: WaysProps) {
  const { after } = useServices();
  const text = usePlanText();
  const styles = useStyles();
  const announce = useAnnounce();
  const [came, setCame] = useState<'nothing' | 'blocked' | 'unsaved' | 'saved'>('nothing');
  const name = text('paper.file');
  const save = (): void => {
    if (sheets.current === null) return;
    const isSaved = saveFile(sheetFile(sheets.current, title, text.language), name, after);
    setCame(isSaved ? 'saved' : 'unsaved');
    if (isSaved) announce(text('paper.saved', { name }));
  };
  return (
    <>
      {came !== 'nothing' && (
        <Notice kind={came === 'saved' ? 'plain' : 'trouble'}>{text(`paper.${came}`, { name })}</Notice>
      )}
      <div className={styles.printing}>
        <Button onClick={() => setCame(printPage() ? 'nothing' : 'blocked')}>{text('paper.print')}</Button>
        <Button onClick={save}>{text('paper.save')}</Button>
        <Button onClick={done}>{text('paper.close')}</Button>
      </div>
    </>
  );
}
