import { Button, Textarea } from '@fluentui/react-components';
import { useId } from 'react';
import { ANSWER_LIMIT } from '../../api/limits.ts';
import { useAnnounce } from '../../app/announce.tsx';
import { ButtonRow } from '../../app/ButtonRow.tsx';
import { Notice } from '../../app/Notice.tsx';
import { SendWords } from '../../app/SendWords.tsx';
import { useEscape } from '../../app/useEscape.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useSteady } from '../../app/useSteady.ts';
import type { RoomToolsProps } from './RoomToolsProps.ts';
import { useStyles } from './styles.ts';
import { type Correction, useCorrection } from './useCorrection.ts';
import { useRoomText } from './useRoomText.ts';

/** Changes the words of what was said; over what stood there when this was begun, and over nothing newer. */
export function CorrectRoom({ done, ...correcting }: RoomToolsProps & { readonly done: () => void }) {
  const text = useRoomText();
  const styles = useStyles();
  const announce = useAnnounce();
  const id = useId();
  const fieldRef = useFocusOnMount<HTMLTextAreaElement>(true);
  const correction = useCorrection(correcting);
  const { words, isChanged, isSending } = correction;
  useEscape(true, done);
  const save = (over: number): void => {
    if (!correction.isAnswer) fieldRef.current?.focus();
    else
      correction.save(over, () => {
        announce(text('room.edited'));
        done();
      });
  };
  return (
    <form
      className={styles.beneath}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isChanged) save(correction.over);
      }}
    >
      <label className={styles.hint} htmlFor={id}>
        {text('room.edit.field')}
      </label>
      <Textarea
        ref={(element: HTMLTextAreaElement | null) => {
          fieldRef.current = element;
        }}
        id={id}
        className={styles.field}
        value={words}
        readOnly={isSending}
        onChange={(_, { value }) => correction.write(value)}
      />
      <Hints correction={correction} />
      {isChanged ? (
        <Changed
          standing={correction.standing}
          isSending={isSending}
          keep={done}
          replace={() => save(correction.standing)}
        />
      ) : (
        <Ways isSending={isSending} cancel={done} />
      )}
    </form>
  );
}

/** What there is to say of what is in the field. */
function Hints({ correction: { words, isRenewed, trouble } }: { readonly correction: Correction }) {
  const text = useRoomText();
  return (
    <>
      {isRenewed && <Notice kind="news">{text('room.edit.renewed')}</Notice>}
      {words.length > ANSWER_LIMIT && <Notice kind="trouble">{text('answer.tooLong', { limit: ANSWER_LIMIT })}</Notice>}
      {trouble !== undefined && <Notice kind="trouble">{trouble}</Notice>}
    </>
  );
}

interface ChangedProps {
  /** Revision of what stands there now. */
  readonly standing: number;
  readonly isSending: boolean;
  readonly keep: () => void;
  readonly replace: () => void;
}

/** In place of the buttons: one of the two versions has to go. */
function Changed({ standing, isSending, keep, replace }: ChangedProps) {
  const text = useRoomText();
  // It comes up by itself, maybe where something else was about to be pressed, or over words that nobody has read yet.
  const isSteady = useSteady(String(standing));
  return (
    <Notice kind="trouble">
      {text('room.edit.changed')}
      <ButtonRow at="start">
        <Button size="small" disabledFocusable={isSending || !isSteady} onClick={keep}>
          {text('room.edit.keep')}
        </Button>
        <Button size="small" disabledFocusable={isSending || !isSteady} onClick={replace}>
          <SendWords isSending={isSending}>{text('room.edit.replace')}</SendWords>
        </Button>
      </ButtonRow>
    </Notice>
  );
}

function Ways({ isSending, cancel }: { readonly isSending: boolean; readonly cancel: () => void }) {
  const text = useRoomText();
  const styles = useStyles();
  return (
    <div className={styles.tools}>
      <Button size="small" onClick={cancel}>
        {text('cancel')}
      </Button>
      <Button size="small" type="submit" disabledFocusable={isSending}>
        <SendWords isSending={isSending}>{text('room.save')}</SendWords>
      </Button>
    </div>
  );
}
