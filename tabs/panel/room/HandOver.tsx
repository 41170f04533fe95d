import type { ItemView } from '../../api/views.ts';
import { describeFailure } from '../../app/failure.ts';
import { useFreshCommand } from '../../app/useFreshCommand.ts';
import { useLeadText } from '../facilitator/useLeadText.ts';
import { ChoosePerson } from './ChoosePerson.tsx';
import { useRoomText } from './useRoomText.ts';

/** Gives the lead to somebody else of the team; the page goes away with it. */
export default function HandOver({ item, done }: { readonly item: ItemView; readonly done: () => void }) {
  const text = useRoomText();
  const leadText = useLeadText();
  const command = useFreshCommand<string>(
    (api, id, to) => api.handOver(item.id, id, to),
    (error) => describeFailure(error, leadText),
  );
  return (
    <ChoosePerson
      title={text('handOver')}
      words={text('handOver.who')}
      confirm={(name) => (name === undefined ? text('handOver.choose') : text('handOver.confirm', { name }))}
      send={({ person }) => command.run(person, done)}
      command={command}
      cancel={done}
    />
  );
}
