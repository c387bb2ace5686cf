import type { LayoutInput } from './layout';
import { layoutGraph } from './layout-graph';
import type { LayoutAnswer } from './run-layout';

/** Places one graph per worker message; big graphs get a rough picture first. */
self.onmessage = ({ data }: MessageEvent<{ ticket: number; input: LayoutInput; roughFirst: boolean }>) => {
  const { ticket, input, roughFirst } = data;
  if (roughFirst) answer({ ticket, isFinal: false, layout: layoutGraph({ ...input, effort: 'rough' }) });
  answer({ ticket, isFinal: true, layout: layoutGraph(input) });
};

function answer(message: LayoutAnswer): void {
  const { x, y, routeStart, lanes } = message.layout;
  self.postMessage(message, { transfer: [x.buffer, y.buffer, routeStart.buffer, lanes.buffer] });
}
