import type { ItemView } from '../../api/views.ts';
import { useCommand } from '../../app/useCommand.ts';
import { ChoosePerson } from './ChoosePerson.tsx';
import { useRoomText } from './useRoomText.ts';

/** Gives the lead to somebody else of the team; the page goes away with it. */
export default function HandOver({ item, done }: { readonly item: ItemView; readonly done: () => void }) {
  const text = useRoomText();
  const command = useCommand<string>((api, id, to) => api.handOver(item.id, id, to));
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
