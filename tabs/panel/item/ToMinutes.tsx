import type { ItemView } from '../../api/views.ts';
import { MinutesRow } from '../../channel/history/MinutesRow.tsx';

/** The draft of the item's minutes, for whoever writes them, where the item ended; as a document it is in the history. */
export default function ToMinutes({ item: { id, title, openedAt } }: { readonly item: ItemView }) {
  return (
    <div>
      <MinutesRow item={{ meeting: id, title, openedAt }} forms="copy" />
    </div>
  );
}
