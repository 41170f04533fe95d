import { useQuery } from '@tanstack/react-query';
import { readOnce } from '../../app/readOnce.ts';
import { useServices } from '../../app/services.ts';

/** The materials to choose from: loaded when a picker opens, and kept, since they change only with a new version of the app. */
export function useMaterials() {
  const { api, committee } = useServices();
  return useQuery({
    queryKey: ['materials', committee],
    queryFn: () => api.materials(committee),
    staleTime: Infinity,
    ...readOnce,
  });
}
