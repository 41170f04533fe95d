import { useHistory } from '../../channel/history/useHistory.ts';

/** When the committee last took each question of a material, by the question's id; undefined until the history is there. */
export function useTaken(material: string | undefined): ReadonlyMap<string, Date> | undefined {
  // What stands in the way of the history stands in nobody's way here.
  const { data } = useHistory(undefined);
  if (data === undefined) return undefined;
  return new Map(
    data.taken.filter((one) => one.material === material).map(({ question, at }) => [question, new Date(at)]),
  );
}
