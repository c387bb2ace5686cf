import { DisplayName } from '@/lib/identity/owner';
import { useStoredValue } from './stored-value';

type Identity = {
  /** The typed display name; undefined until the person has given one. Never verified. */
  name: string | undefined;
  setName: (name: string) => void;
};

/** Who is sitting here: a name the person typed, kept in this browser. Send it as `owner` of imports. */
export function useIdentity(): Identity {
  const [stored, setStored] = useStoredValue('headwater.name');
  const parsed = DisplayName.safeParse(stored ?? '');
  return {
    name: parsed.success ? parsed.data : undefined,
    setName: (name) => setStored(name.trim() === '' ? null : name.trim()),
  };
}
