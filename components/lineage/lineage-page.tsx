'use client';
import { useState } from 'react';
import { useSnapshot } from '@/components/shell/snapshot-context';
import { useObjectName } from '@/components/shell/use-object-name';
import { PHONE, useMediaQuery } from '@/components/ui/use-media-query';
import { lineageHref } from '@/lib/lineage/view-state';
import { browserClock, createViewStore } from './canvas/view/view-store';
import { ColumnTraceBar } from './column-trace-bar';
import { Inspector } from './inspector/inspector';
import { FocusHrefProvider } from './lineage-links';
import { LineageNotices } from './lineage-notices';
import { LineageProblem } from './lineage-problem';
import { LineageStatus } from './lineage-status';
import { LineageToolbar } from './lineage-toolbar';
import { LineageUnread } from './lineage-unread';
import { LineageView } from './lineage-view';
import { PhoneHeader } from './phone-header';
import { useColumns } from './use-columns';
import { useFocusHistory } from './use-focus-history';
import { useLineageActions } from './use-lineage-actions';
import { useLineageAddress } from './use-lineage-address';
import { useLineageKeys } from './use-lineage-keys';
import { usePicture } from './use-picture';
import { useScene } from './use-scene';

/** The lineage of the object in the address; renders nothing on pages without one. */
export function LineagePage() {
  const address = useLineageAddress();
  const isPhone = useMediaQuery(PHONE);
  if (address.focus === undefined || isPhone === undefined) return null;
  return <FocusedLineage address={address} focus={address.focus} isPhone={isPhone} />;
}

type FocusedLineageProps = {
  address: ReturnType<typeof useLineageAddress>;
  focus: string;
  isPhone: boolean;
};

function FocusedLineage({ address, focus, isPhone }: FocusedLineageProps) {
  const { state } = address;
  const { snapshot } = useSnapshot();
  const [store] = useState(() => createViewStore(browserClock));
  const nameOf = useObjectName();
  const query = useScene(focus, state, snapshot);
  const columns = useColumns(query.scene, state, snapshot);
  const { scene } = columns;
  const drawing = usePicture(scene, store);
  const actions = useLineageActions({ address, scene, drawing, snapshot, isPhone, nameOf });
  const history = useFocusHistory(focus);
  const view = state.view ?? (isPhone ? 'table' : 'graph');
  useLineageKeys({ actions, store, picture: drawing.placed?.picture, view });

  const depths = { up: state.up, down: state.down };
  const hrefOf = (object: Parameters<typeof nameOf>[0]) =>
    lineageHref(nameOf(object), {
      ...depths,
      snapshot: state.snapshot,
      view: state.view,
      only: state.only,
    });
  return (
    <FocusHrefProvider value={hrefOf}>
      <section
        aria-label={`Lineage of ${focus}`}
        aria-busy={query.isFetching}
        className="relative flex min-w-0 flex-1 flex-col"
      >
        {!isPhone && <h1 className="sr-only">Lineage of {focus}</h1>}
        {isPhone ? (
          <PhoneHeader
            node={scene?.nodes[scene.focus]}
            focus={focus}
            depths={depths}
            onDepth={actions.setDepth}
            view={view}
            onView={actions.setView}
            onDetails={actions.openInspector}
          />
        ) : (
          <LineageToolbar
            depths={depths}
            onDepth={actions.setDepth}
            view={view}
            onView={actions.setView}
            onCopyLink={actions.copyLink}
            isLoaded={scene !== undefined}
            hasColumns={state.open.length > 0 || state.column !== undefined}
            onColumns={actions.showColumns}
            {...history}
          />
        )}
        <LineageNotices ignored={address.ignored} scene={scene} state={state} />
        {query.isError && !scene ? (
          <LineageProblem error={query.error} focus={focus} onRetry={() => void query.refetch()} />
        ) : (
          <LineageView
            view={view}
            isPhone={isPhone}
            store={store}
            scene={scene}
            drawing={drawing}
            state={state}
            actions={actions}
            columns={columns}
          />
        )}
        {scene && <LineageUnread scene={scene} onShow={actions.showReading} />}
        <ColumnTraceBar scene={scene} state={state} columns={columns} actions={actions} />
        {scene && <LineageStatus scene={scene} isPhone={isPhone} onListAll={actions.listAll} />}
      </section>
      {actions.isInspectorOpen && !(query.isError && !scene) && (
        <Inspector scene={scene} state={state} actions={actions} columns={columns} />
      )}
    </FocusHrefProvider>
  );
}
