import { useRef } from 'react';
import { useAnnounce } from '../../app/announce.tsx';
import type { DialogueMaterial, PlannedView } from '../../api/views.ts';
import { ChosenQuestion } from './ChosenQuestion.tsx';
import { changed, type Choice, moved, without } from './choices.ts';
import { useStyles } from './styles.ts';
import { useDragging } from './useDragging.ts';
import { usePlanText } from './usePlanText.ts';

interface Props {
  readonly material: DialogueMaterial | undefined;
  readonly choices: readonly Choice[];
  readonly choose: (choices: readonly Choice[]) => void;
  /** How many questions were put already: they stand before these on the plan, and keep their numbers. */
  readonly put: number;
  /** Questions of them that were sent out beforehand. */
  readonly sent: readonly PlannedView[];
  /** Others' versions of what both have changed. */
  readonly theirs: readonly Choice[];
  /** Takes the focus when the last of them is taken out. */
  readonly none: () => void;
  /** Takes one of theirs in place of what stands here. */
  readonly takeTheirs: (theirs: Choice) => void;
}

/** What is chosen, in the order it will be put. */
export function ChosenList({ material, choices, choose, put, sent, theirs, takeTheirs, none }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const tellPlace = (place: number): void =>
    announce(text('picker.moved', { position: put + place + 1, of: put + choices.length }));
  const { dragged, begin, listeners } = useDragging(list, {
    ids: choices.map(({ id }) => id),
    move: (from, to) => choose(moved(choices, from, to)),
    dropped: tellPlace,
  });
  // That something must be chosen is said beside the button.
  if (choices.length === 0) return null;
  return (
    <div className={styles.group}>
      <h3 ref={heading} tabIndex={-1} className={styles.part}>
        {text(put > 0 ? 'picker.left' : 'picker.chosen', { count: choices.length })}
      </h3>
      <ol ref={list} className={styles.list} {...listeners}>
        {choices.map((choice, index) => (
          <ChosenQuestion
            key={choice.id}
            material={material}
            choice={choice}
            sent={sent.find(({ id }) => id === choice.id)}
            theirs={theirs.find(({ id }) => id === choice.id)}
            takeTheirs={takeTheirs}
            position={put + index + 1}
            mayMove={{ up: index > 0, down: index < choices.length - 1 }}
            isDragged={dragged === choice.id}
            begin={(event) => begin(choice.id, event)}
            change={(part) => choose(changed(choices, { ...choice, ...part }))}
            move={(by) => {
              choose(moved(choices, index, index + by));
              tellPlace(index + by);
            }}
            remove={() => {
              if (choices.length > 1) heading.current?.focus();
              else none();
              choose(without(choices, choice.id));
            }}
          />
        ))}
      </ol>
    </div>
  );
}
