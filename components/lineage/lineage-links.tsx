import type { Route } from 'next';
import Link from 'next/link';
import { createContext, type ReactNode, useContext } from 'react';
import { fullObjectName, objectName } from '@/lib/navigation/object-name';

type NamedObject = { database: string; schema: string; name: string };

/** The address that makes an object the focus of the view that is open. */
const HrefContext = createContext<(object: NamedObject) => string>(
  (object) => `/lineage/${encodeURIComponent(fullObjectName(object))}`,
);

export const FocusHrefProvider = HrefContext.Provider;

export function useFocusHref(): (object: NamedObject) => Route {
  return useContext(HrefContext) as (object: NamedObject) => Route;
}

/** A link that makes an object the focus. */
export function FocusLink({
  object,
  children,
  className,
}: {
  object: NamedObject;
  children?: ReactNode;
  className?: string;
}) {
  const hrefOf = useFocusHref();
  const full = objectName(object);
  return (
    <Link
      href={hrefOf(object)}
      prefetch={false}
      title={full}
      className={`ident rounded-tag hover:text-accent hover:underline ${className ?? ''}`}
    >
      {children ?? full}
    </Link>
  );
}
