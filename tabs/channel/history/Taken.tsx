import { Spinner } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { DialogueMaterial, Taken as TakenQuestion, Theme } from '../../api/views.ts';
import { WhenLoaded } from '../../app/later.tsx';
import { asLine } from '../../panel/question/firstWords.ts';
import { Materials } from '../../panel/plan/Materials.tsx';
import { dateOf } from './dateOf.ts';
import { useStyles } from './styles.ts';
import { useHistoryText } from './useHistoryText.ts';

/** Which questions of the material the committee has taken, and when: by theme. The material loads when it is unfolded. */
export function Taken({ taken }: { readonly taken: readonly TakenQuestion[] }) {
  const text = useHistoryText();
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className={styles.summary}>{text('history.taken')}</summary>
      {isOpen && (
        <WhenLoaded fallback={<Spinner label={text('loading')} />}>
          <Materials>
            {(materials) =>
              materials.map((material) => (
                <OfMaterial
                  key={material.slug}
                  material={material}
                  heading={materials.length > 1}
                  taken={
                    new Map(taken.filter((one) => one.material === material.slug).map((one) => [one.question, one.at]))
                  }
                />
              ))
            }
          </Materials>
        </WhenLoaded>
      )}
    </details>
  );
}

type When = ReadonlyMap<string, string>;

interface OfMaterialProps {
  readonly material: DialogueMaterial;
  readonly taken: When;
  /** Whether its title has to tell it from others. */
  readonly heading: boolean;
}

function OfMaterial({ material, taken, heading }: OfMaterialProps) {
  const text = useHistoryText();
  const styles = useStyles();
  const of = material.themes.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <div className={styles.group}>
      {heading && (
        <p className={styles.title} lang={material.language}>
          {material.title}
        </p>
      )}
      <p className={styles.subtle}>{text('history.taken.of', { count: taken.size, of })}</p>
      {material.themes.map((theme) => (
        <OfTheme key={theme.slug} theme={theme} language={material.language} taken={taken} />
      ))}
    </div>
  );
}

interface OfThemeProps {
  readonly theme: Theme;
  /** The material's. */
  readonly language: string;
  readonly taken: When;
}

function OfTheme({ theme, language, taken }: OfThemeProps) {
  const text = useHistoryText();
  const styles = useStyles();
  const id = useId();
  const count = theme.questions.filter((question) => taken.has(question.id)).length;
  return (
    <section aria-labelledby={id} className={styles.theme}>
      <h3 id={id} className={styles.title} lang={language}>
        {text('history.theme', { number: theme.number, title: theme.title })}
      </h3>
      <p className={styles.subtle}>{text('history.taken.theme', { count, of: theme.questions.length })}</p>
      <ol className={styles.questions}>
        {theme.questions.map((question) => {
          const at = taken.get(question.id);
          return (
            <li key={question.id} className={styles.question}>
              <span lang={language}>{asLine(question.text)}</span>
              <p className={styles.subtle}>
                {at === undefined ? text('history.taken.never') : text('history.taken.at', { date: dateOf(text, at) })}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
