import { Button } from '@fluentui/react-components';
import type { ItemView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { useFreshCommand } from '../../app/useFreshCommand.ts';
import { useLeadText } from '../facilitator/useLeadText.ts';
import { ChoosePerson } from './ChoosePerson.tsx';
import { useStyles } from './styles.ts';
import { useRoomText } from './useRoomText.ts';

/** Chooses who writes down what is said, or that nobody does any more. */
export default function AppointScribe({ item, done }: { readonly item: ItemView; readonly done: () => void }) {
  const text = useRoomText();
  const leadText = useLeadText();
  const styles = useStyles();
  const command = useFreshCommand<{ readonly scribe?: string }>(
    (api, id, { scribe }) => api.appointScribe(item.id, id, scribe),
    (error) => describeFailure(error, leadText),
  );
  const nobody = item.scribe && (
    <div className={styles.row}>
      <span className={styles.beside}>{text('scribe.name', { name: item.scribe.name })}</span>
      <Button disabledFocusable={command.state === 'sending'} onClick={() => command.run({}, done)}>
        {text('scribe.none')}
      </Button>
    </div>
  );
  return (
    <ChoosePerson
      title={text(item.scribe ? 'scribe.change' : 'scribe')}
      present={item.scribe && { name: item.scribe.name, words: text('scribe.present', { name: item.scribe.name }) }}
      words={text('scribe.who')}
      confirm={(name) => (name === undefined ? text('scribe.choose') : text('scribe.confirm', { name }))}
      send={({ person }) => command.run({ scribe: person }, done)}
      command={command}
      cancel={done}
      other={nobody}
    />
  );
}
