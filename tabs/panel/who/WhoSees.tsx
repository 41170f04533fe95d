import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { SetupView } from '#contract/responses';
import type { CommitteeView } from '../../api/views.ts';
import { Notice } from '../../app/Notice.tsx';
import { later, WhenLoaded } from '../../app/later.tsx';
import { problemOf } from '../../app/problem.ts';
import { useEscape } from '../../app/useEscape.ts';
import { useFocusOnMount } from '../../app/useFocusOnMount.ts';
import { useTitle } from '../../app/useTitle.ts';
import { ChairsLeft } from '../../config/ChairsLeft.tsx';
import { useStyles } from '../../config/styles.ts';
import { type SetupQuery, useSetupQuery } from '../../config/useSetupQuery.ts';
import { useSetupText } from '../../config/useSetupText.ts';
import { Waiting } from '../../config/Waiting.tsx';

const SetupPage = later(() => import('../../config/SetupPage.tsx'));

interface Props {
  readonly view: CommitteeView;
  readonly back: () => void;
}

/** *Hvem kan se hvad?*: who reads what, what is stored, and who decides that; and from here the committee's form. */
export default function WhoSees({ view, back }: Props) {
  const text = useSetupText();
  const [page, turnTo] = useState<'who' | 'setup'>('who');
  if (page === 'who') return <Who view={view} back={back} toSetup={() => turnTo('setup')} />;
  return (
    <WhenLoaded fallback={<Spinner label={text('loading')} />}>
      <SetupPage back={() => turnTo('who')} />
    </WhenLoaded>
  );
}

function Who({ view, back, toSetup }: Props & { readonly toSetup: () => void }) {
  const text = useSetupText();
  const styles = useStyles();
  const heading = useFocusOnMount<HTMLHeadingElement>(true);
  const query = useSetupQuery();
  useTitle(text('who'));
  useEscape(true, back);
  return (
    <section className={styles.root} aria-label={text('who')}>
      <Button className={styles.back} size="small" onClick={back}>
        {text('setup.back')}
      </Button>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {text('who')}
      </h1>
      {query.view && <Waiting view={query.view} query={query} />}
      <Channel view={view} />
      <Stored view={view} />
      <Deciding view={view} query={query} toSetup={toSetup} />
    </section>
  );
}

function Channel({ view: { readers, listed } }: Pick<Props, 'view'>) {
  const text = useSetupText();
  const styles = useStyles();
  return (
    <section className={styles.column}>
      <h2 className={styles.section}>{text('who.channel')}</h2>
      <p className={styles.words}>
        {readers === undefined ? text('who.readers.unknown') : text('who.readers', { count: readers })}
      </p>
      {readers !== undefined && listed !== undefined && readers > listed && (
        <Notice kind="plain">{text('who.larger', { readers, listed })}</Notice>
      )}
      <p className={styles.words}>{text('who.bot')}</p>
      <p className={styles.words}>{text('who.chat')}</p>
    </section>
  );
}

function Stored({ view: { item, names } }: Pick<Props, 'view'>) {
  const text = useSetupText();
  const styles = useStyles();
  // An item that is open has its own choice, fixed when its first question was put.
  const now = item?.status === 'open' ? item.names : names;
  return (
    <>
      <section className={styles.column}>
        <h2 className={styles.section}>{text('who.app')}</h2>
        <p className={styles.words}>{text('who.stored')}</p>
        <p className={styles.words}>{text('who.stage')}</p>
      </section>
      <section className={styles.column}>
        <h2 className={styles.section}>{text('who.names')}</h2>
        <p className={styles.words}>{text(`who.names.${now}`)}</p>
        <p className={styles.words}>{text('who.names.fixed')}</p>
      </section>
      <section className={styles.column}>
        <h2 className={styles.section}>{text('who.delete')}</h2>
        <p className={styles.words}>{text('who.delete.own')}</p>
        <p className={styles.words}>{text('who.access')}</p>
      </section>
    </>
  );
}

interface DecidingProps extends Pick<Props, 'view'> {
  readonly query: SetupQuery;
  readonly toSetup: () => void;
}

function Deciding({ view: { item }, query, toSetup }: DecidingProps) {
  const text = useSetupText();
  const styles = useStyles();
  return (
    <section className={styles.column}>
      <h2 className={styles.section}>{text('who.decides')}</h2>
      {item?.status === 'open' && <p className={styles.words}>{text('who.lead', { name: item.lead.name })}</p>}
      {query.error !== null && (
        <Notice kind="trouble">
          {text(`problem.${problemOf(query.error)}`)}
          <Button onClick={query.again}>{text('again')}</Button>
        </Notice>
      )}
      {query.error === null && query.view === undefined && <Spinner label={text('loading')} />}
      {query.view && <Chairs view={query.view} toSetup={toSetup} />}
    </section>
  );
}

function Chairs({ view: { setup, you, left }, toSetup }: { readonly view: SetupView; readonly toSetup: () => void }) {
  const text = useSetupText();
  const styles = useStyles();
  const { chair, deputy, leads } = setup ?? {};
  const named = (one: typeof chair): { name: string } => ({ name: one?.name ?? text('who.nobody') });
  return (
    <>
      <ul className={styles.list}>
        <li>{text('who.chair', named(chair))}</li>
        <li>{text('who.deputy', named(deputy))}</li>
        {leads && <li>{text('who.leads', named(leads))}</li>}
      </ul>
      <p className={styles.words}>{text('who.keepers')}</p>
      <p className={styles.words}>{text(chair && deputy ? 'who.both' : 'who.notBoth')}</p>
      <ChairsLeft className={styles.words} setup={setup} left={left} />
      <p className={styles.words}>{text('who.facilitator')}</p>
      {you.mayChange && (
        <div className={styles.row}>
          <Button onClick={toSetup}>{text('setup')}</Button>
        </div>
      )}
    </>
  );
}
