import { useQueryClient } from '@tanstack/react-query';
import { viewKey } from '../../api/live.ts';
import { useServices } from '../../app/services.ts';

/** Looks how things stand now, where the page has not heard of it yet. */
export function useLook(): () => void {
  const { committee } = useServices();
  const client = useQueryClient();
  return () => void client.refetchQueries({ queryKey: viewKey(committee) });
}
