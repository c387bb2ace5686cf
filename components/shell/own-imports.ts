import { useIdentity } from './identity';
import { useStoredValue } from './stored-value';

const KEPT = 50;

type OwnImports = {
  /** Remembers that this browser started an import, so that its bar says "you". */
  remember: (id: string) => void;
  /** True for an import that this browser started, or that carries the name typed here. */
  isOwn: (import_: { id: string; owner: { name: string } }) => boolean;
};

/** Which imports are the reader's own. Only for wording: in identity mode `none` nobody can prove it. */
export function useOwnImports(): OwnImports {
  const [stored, setStored] = useStoredValue('headwater.own-imports');
  const { name } = useIdentity();
  const ids = (stored ?? '').split(' ').filter(Boolean);
  return {
    remember: (id) => {
      if (!ids.includes(id)) setStored([id, ...ids].slice(0, KEPT).join(' '));
    },
    isOwn: (import_) => ids.includes(import_.id) || (name !== undefined && import_.owner.name === name),
  };
}
