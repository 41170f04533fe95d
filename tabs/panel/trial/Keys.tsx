import { useQuery } from '@tanstack/react-query';
import { listOf } from '../../app/listOf.ts';
import { readOnce } from '../../app/readOnce.ts';
import { useServices } from '../../app/services.ts';
import { useStyles } from './styles.ts';
import { useTrialText } from './useTrialText.ts';

/** Who can do what the others cannot, by name as far as it is known. */
export function Keys() {
  const { api, committee } = useServices();
  const text = useTrialText();
  const styles = useStyles();
  const { data } = useQuery({
    queryKey: ['setup', committee],
    queryFn: () => api.setup(committee),
    ...readOnce,
  });
  const setup = data?.setup;
  const owners = data?.owners ?? [];
  const seats = ['chair', 'deputy', 'leads'] as const;
  const named = seats.flatMap((seat) => (setup?.[seat] ? [{ seat, name: setup[seat].name }] : []));
  const hasBoth = setup?.chair !== undefined && setup.deputy !== undefined;
  return (
    <section className={styles.part} aria-label={text('trial.keys')}>
      <h2 className={styles.subheading}>{text('trial.keys')}</h2>
      <ul className={styles.list}>
        <li>
          {owners.length > 0 && `${text('trial.keys.owners.named', { names: listOf(owners, text.language) })} `}
          {text('trial.keys.owners')}
        </li>
        {named.map(({ seat, name }) => (
          <li key={seat}>{text(`trial.keys.${seat}`, { name })}</li>
        ))}
        <li>{text('trial.keys.openers')}</li>
        <li>{text('trial.keys.operators')}</li>
      </ul>
      {hasBoth && <p className={styles.words}>{text('trial.keys.both')}</p>}
      {data !== undefined && named.length === 0 && <p className={styles.words}>{text('trial.keys.none')}</p>}
    </section>
  );
}
