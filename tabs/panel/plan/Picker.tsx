import { Checkbox, Select } from '@fluentui/react-components';
import { useId } from 'react';
import type { DialogueMaterial, Theme } from '../../api/views.ts';
import { useLeadText } from '../facilitator/useLeadText.ts';
import { type Choice, countOf, toggled } from './choices.ts';
import { ChosenList } from './ChosenList.tsx';
import { OwnQuestion } from './OwnQuestion.tsx';
import { useStyles } from './styles.ts';

interface Props {
  readonly materials: readonly DialogueMaterial[];
  readonly material: DialogueMaterial | undefined;
  readonly chooseMaterial: (material: DialogueMaterial) => void;
  readonly choices: readonly Choice[];
  readonly choose: (choices: readonly Choice[]) => void;
}

/** Chooses questions from the material, or the committee's own, and puts them in order. */
export function Picker({ materials, material, chooseMaterial, choices, choose }: Props) {
  const text = useLeadText();
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.group}>
        <h3 className={styles.part}>{text('picker.choose')}</h3>
        {materials.length > 1 && (
          <MaterialChoice materials={materials} material={material} chooseMaterial={chooseMaterial} />
        )}
        {materials.length === 1 && material && (
          <p className={styles.subtle}>
            {text('picker.material', { title: material.title, publisher: material.publisher })}
          </p>
        )}
        {material?.themes.map((theme) => (
          <ThemeChoice key={theme.slug} theme={theme} choices={choices} choose={choose} />
        ))}
      </div>
      <OwnQuestion add={(choice) => choose([...choices, choice])} />
      <ChosenList choices={choices} choose={choose} />
    </div>
  );
}

function MaterialChoice({
  materials,
  material,
  chooseMaterial,
}: Pick<Props, 'materials' | 'material' | 'chooseMaterial'>) {
  const text = useLeadText();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{text('picker.whichMaterial')}</label>
      <Select
        id={id}
        value={material?.slug ?? ''}
        onChange={(_, { value }) => {
          const chosen = materials.find(({ slug }) => slug === value);
          if (chosen !== undefined) chooseMaterial(chosen);
        }}
      >
        {materials.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </Select>
    </>
  );
}

function ThemeChoice({ theme, choices, choose }: { readonly theme: Theme } & Pick<Props, 'choices' | 'choose'>) {
  const text = useLeadText();
  const styles = useStyles();
  const count = countOf(theme, choices);
  return (
    <details className={styles.theme}>
      <summary className={styles.summary}>
        {text('theme', { number: theme.number, title: theme.title })}
        {count > 0 && ` · ${text('picker.chosenOf', { count, of: theme.questions.length })}`}
      </summary>
      <p className={styles.subtle}>{theme.heading}</p>
      {theme.questions.map((question) => (
        <Checkbox
          key={question.id}
          label={question.text}
          checked={choices.some(({ id }) => id === question.id)}
          onChange={() => choose(toggled(choices, question))}
        />
      ))}
    </details>
  );
}
