import { TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Popover } from '@/components/ui/popover';
import { countOf, formatCount } from '@/lib/format-text/format-count';
import type { NotRead } from '@/lib/lineage/contract';
import { notReadSentence } from '@/lib/lineage/coverage/coverage-words';
import type { Scene } from '@/lib/lineage/scene/scene';
import { objectName } from '@/lib/navigation/object-name';

type LineageUnreadProps = {
  scene: Scene;
  /** Shows what was not read of an object. */
  onShow: (node: number) => void;
};

/** Says which of the drawn objects were not fully read: a trace that ends there may go on. Nothing when all were. */
export function LineageUnread({ scene, onShow }: LineageUnreadProps) {
  const { notRead } = scene.trace;
  const [only] = notRead;
  if (only === undefined) return null;
  const nodeOf = ({ node }: NotRead) => scene.indexOf.get(node);
  const sentence = (one: NotRead) => {
    const node = scene.nodes[nodeOf(one) ?? -1];
    return notReadSentence(one, node === undefined ? one.node : objectName(node));
  };
  const show = (one: NotRead) => {
    const node = nodeOf(one);
    if (node !== undefined) onShow(node);
  };
  return (
    <div className="flex min-h-8 shrink-0 items-center gap-2 border-t border-line bg-warn-tint px-3 text-sm">
      <Icon icon={TriangleAlert} size={14} className="text-warn" />
      <p className="ident min-w-0 py-1 text-fg">
        {notRead.length === 1
          ? sentence(only)
          : `${formatCount(notRead.length)} of ${countOf(scene.trace.shown, 'drawn object')} were not fully read: their lineage may be incomplete.`}
      </p>
      {notRead.length === 1 ? (
        <Button variant="link" size={24} onPress={() => show(only)}>
          See what
        </Button>
      ) : (
        <Popover
          label="Objects that were not fully read"
          placement="top start"
          className="max-h-80 w-[min(26rem,calc(100vw-2rem))] overflow-auto p-1"
          trigger={
            <Button variant="link" size={24}>
              See which
            </Button>
          }
        >
          {(close) => (
            <ul>
              {notRead.map((one) => (
                <li key={one.node}>
                  <button
                    type="button"
                    onClick={() => {
                      close();
                      show(one);
                    }}
                    className="focus-inset w-full cursor-default rounded-control px-2 py-1.5 text-left text-sm hover:bg-hover pointer-coarse:min-h-11"
                  >
                    {sentence(one)}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Popover>
      )}
    </div>
  );
}
