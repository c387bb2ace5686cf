import type { Metadata } from 'next';

type Props = { params: Promise<{ object: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).object) };
}

/** The view lives in the layout, so that it stays while the focus changes. */
export default function ObjectLineagePage() {
  return null;
}
