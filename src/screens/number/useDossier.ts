import { useQuery } from '@tanstack/react-query';
import { caseQueries, useCase } from '../../sources/useCase.tsx';
import { useWindow } from '../../state/search.ts';

/** A number's dossier in the current window. While another window is asked for, what is known of the same number stays. */
export function useDossier(number: string) {
  const { window } = useWindow();
  const source = useCase();
  return useQuery({
    ...caseQueries.dossier(source, number, window),
    enabled: number !== '',
    placeholderData: (previous, query) => (query?.queryKey[0] === source.key && query.queryKey[2] === number ? previous : undefined),
  });
}
