import { Select } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import type { DialogueMaterial, PlannedView } from '../../api/views.ts';
import { Marked } from '../../app/Marked.tsx';
import { changed, type Choice, ownChoice, themeOf, without } from './choices.ts';
import { ChosenList } from './ChosenList.tsx';
import { OwnQuestion } from './OwnQuestion.tsx';
import type { PlanDraft } from './planDraft.ts';
import { useStyles } from './styles.ts';
import { ThemeChoice } from './ThemeChoice.tsx';
import { usePlanText } from './usePlanText.ts';
import { useTaken } from './useTaken.ts';

interface Props {
  readonly materials: readonly DialogueMaterial[];
  readonly material: DialogueMaterial | undefined;
  readonly draft: PlanDraft;
  /** Questions that were sent out beforehand. */
  readonly sent: readonly PlannedView[];
  /** Questions that were put already. */
  readonly put: readonly PlannedView[];
  readonly change: (part: Partial<PlanDraft>) => void;
}

/** Chooses questions from the material, or the committee's own, and puts them in order. */
export function Picker({ materials, material, draft, sent, put, change }: Props) {
  const text = usePlanText();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const taken = useTaken(material?.slug);
  const choose = (choices: readonly Choice[]): void => change({ choices });
  // Whoever comes to change a plan comes to what is on it.
  const isBegun = draft.base.length > 0 || put.length > 0;
  const chosen = (
    <ChosenList
      material={material}
      choices={draft.choices}
      choose={choose}
      put={put.length}
      sent={sent}
      theirs={draft.theirs}
      none={() => heading.current?.focus()}
      takeTheirs={(theirs) =>
        change({ choices: changed(draft.choices, theirs), theirs: without(draft.theirs, theirs.id) })
      }
    />
  );
  return (
    <div className={styles.picker}>
      {isBegun && chosen}
      <div className={styles.choosing}>
        <div className={styles.group}>
          <h3 ref={heading} tabIndex={-1} className={styles.part}>
            {text(isBegun && draft.choices.length > 0 ? 'picker.addMore' : 'picker.choose')}
          </h3>
          <WhichMaterial
            // What stands in the channel belongs to its material.
            materials={sent.some(({ theme }) => theme) ? [] : materials}
            material={material}
            choose={({ slug }) => change({ material: slug, choices: notOf(material, draft.choices) })}
          />
          {material?.themes.map((theme) => (
            <ThemeChoice
              key={theme.slug}
              theme={theme}
              language={material.language}
              choices={draft.choices}
              choose={choose}
              fixed={(question) => (has(sent, question) ? 'sent' : has(put, question) ? 'put' : undefined)}
              taken={taken}
            />
          ))}
        </div>
        <OwnQuestion
          words={draft.own}
          write={(own) => change({ own })}
          add={() => change({ own: '', choices: [...draft.choices, ownChoice(draft.own.trim(), crypto.randomUUID())] })}
        />
      </div>
      {!isBegun && chosen}
    </div>
  );
}

/** Ids of questions mean something within one material alone. */
const notOf = (material: Props['material'], choices: readonly Choice[]): readonly Choice[] =>
  choices.filter((choice) => themeOf(material, choice) === undefined);

const has = (plan: readonly PlannedView[], question: string): boolean => plan.some(({ id }) => id === question);

interface WhichMaterialProps extends Pick<Props, 'materials' | 'material'> {
  readonly choose: (material: DialogueMaterial) => void;
}

function WhichMaterial({ materials, material, choose }: WhichMaterialProps) {
  const text = usePlanText();
  const styles = useStyles();
  const id = useId();
  if (materials.length < 2) {
    return (
      material && (
        <p className={styles.subtle}>
          <Marked
            words={text('picker.material', { title: material.title, publisher: material.publisher })}
            part={material.title}
            lang={material.language}
          />
        </p>
      )
    );
  }
  return (
    <>
      <label htmlFor={id}>{text('picker.whichMaterial')}</label>
      <Select
        id={id}
        value={material?.slug ?? ''}
        onChange={(_, { value }) => {
          const chosen = materials.find(({ slug }) => slug === value);
          if (chosen !== undefined) choose(chosen);
        }}
      >
        {materials.map(({ slug, title, language }) => (
          <option key={slug} value={slug} lang={language}>
            {title}
          </option>
        ))}
      </Select>
    </>
  );
}
