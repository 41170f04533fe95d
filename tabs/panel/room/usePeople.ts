import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readOnce } from '../../app/readOnce.ts';
import { useServices } from '../../app/services.ts';

/** Milliseconds without another letter until a name is searched for. */
const UNTIL_WRITTEN = 250;
/** Milliseconds for which a list of names is as good as a new one. */
const FRESH = 60_000;

/** People of the team whose name holds what is searched for. While others are looked up, those found before stay. */
export function usePeople(search: string) {
  const { api, committee, after } = useServices();
  const [wanted, want] = useState('');
  useEffect(() => after(UNTIL_WRITTEN, () => want(search.trim())), [after, search]);
  return useQuery({
    queryKey: ['people', committee, wanted],
    queryFn: () => api.people(committee, wanted),
    placeholderData: (before) => before,
    staleTime: FRESH,
    ...readOnce,
  });
}
