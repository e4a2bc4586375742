import { useCallback } from 'react';
import { useTranslate } from 'react-admin';

/** The label of the field a path begins with, such as `names.de`; undefined when it is none of ours. */
export function useFieldPath(): (path: string) => string | undefined {
  const translate = useTranslate();
  return useCallback(
    (path: string) => {
      const [first = ''] = path.split('.');
      const label = translate(`settings.field.${first}`, { _: '' });
      return label === '' ? undefined : label;
    },
    [translate],
  );
}
