import { Outlet } from '@tanstack/react-router';
import { useRef } from 'react';
import './print.css';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { ToastStack } from '../ui/ToastStack.tsx';
import { defineTexts, useTexts } from '../words/language.tsx';
import { ConnectionBar } from './ConnectionBar.tsx';
import { InspectorPane } from './InspectorPane.tsx';
import { Rail } from './Rail.tsx';
import { SourceGate } from './SourceGate.tsx';
import classes from './Shell.module.css';
import { ShellDialogs } from './ShellDialogs.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TopBar } from './TopBar.tsx';
import { useDocumentTitle } from './useDocumentTitle.ts';
import { useHeadingFocus } from './useHeadingFocus.ts';
import { useFaultMessages } from './useFaultMessages.ts';

const texts = defineTexts({ skip: ['Skip to the content', '跳到正文'] });

/** The frame around every screen. */
export function Shell() {
  const t = useTexts(texts);
  const main = useRef<HTMLElement>(null);
  useDocumentTitle();
  useHeadingFocus(main);
  useFaultMessages();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main" onClick={(event) => {
        event.preventDefault();
        main.current?.focus();
      }}>
        {t.skip}
      </a>
      <TopBar />
      <ConnectionBar />
      <Rail />
      <div className={classes.body}>
        <InspectorPane>
          <main ref={main} id="main" tabIndex={-1} className={classes.main}>
            <SourceGate>
              <Outlet />
            </SourceGate>
          </main>
        </InspectorPane>
      </div>
      <StatusLine />
      <ShellDialogs />
      <ToastStack />
      <LiveRegion />
    </div>
  );
}
