'use client';
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';
import { CountedLabel } from './counted-label';
import { useShownChild } from './use-shown-child';

type TabsProps<T extends string> = {
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: ReadonlyArray<{ value: T; label: string; count?: string; panel: ReactNode }>;
  className?: string;
  listClassName?: string;
  panelClassName?: string;
};

/** Underlined tabs with their panels; only the open panel is rendered. A strip that is too narrow for all scrolls to the open one. */
export function Tabs<T extends string>(props: TabsProps<T>) {
  const { label, value, onChange, tabs, className, listClassName, panelClassName } = props;
  const strip = useShownChild(tabs.findIndex((tab) => tab.value === value));
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.value === key);
        if (chosen) onChange(chosen.value);
      }}
      className={`flex min-h-0 flex-col ${className ?? ''}`}
    >
      <div
        ref={strip}
        className="shrink-0 overflow-x-auto overflow-y-hidden shadow-[inset_0_-1px_0_var(--line)]"
      >
        <TabList aria-label={label} className={`flex w-max gap-4 *:shrink-0 ${listClassName ?? ''}`}>
          {tabs.map((tab) => (
            <Tab
              key={tab.value}
              id={tab.value}
              className="flex h-9 cursor-default items-center gap-1.5 border-b-2 border-transparent text-sm font-medium text-fg-2 outline-none hover:text-fg selected:border-accent selected:text-fg selected:font-semibold focus-visible:outline-2 focus-visible:-outline-offset-2 pointer-coarse:h-11"
            >
              <CountedLabel label={tab.label} count={tab.count} />
            </Tab>
          ))}
        </TabList>
      </div>
      {tabs.map((tab) => (
        <TabPanel
          key={tab.value}
          id={tab.value}
          className={`min-h-0 flex-1 focus-inset ${panelClassName ?? ''}`}
        >
          {tab.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
