import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { use, useState } from 'react';
import type { CaseSource } from '../../sources/caseSource.ts';
import { CaseContext, caseQueries } from '../../sources/useCase.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useFormat } from '../../words/format.ts';
import { useTexts } from '../../words/language.tsx';
import { datasetsTexts } from './datasetsTexts.ts';

/** Where the demo serves the files that its own case was read from. */
const pathOf = (name: string) => `/demo/${encodeURIComponent(name)}`;

/** Something to open for whoever has no call records: the files behind the demo, at once or to download. */
export function DemoFiles({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const source = use(CaseContext);
  return source?.kind === 'api' ? <Offer source={source} onFiles={onFiles} /> : null;
}

function Offer({ source, onFiles }: { source: CaseSource; onFiles: (files: readonly File[]) => void }) {
  const t = useTexts(datasetsTexts);
  const f = useFormat();
  const files = useQuery(caseQueries.summary(source, null)).data?.files ?? [];
  const [isFetching, setFetching] = useState(false);
  const open = async () => {
    setFetching(true);
    try {
      onFiles(await Promise.all(files.map(({ name }) => fetchFile(name))));
    } catch {
      showToast({ kind: 'error', text: t.noDemo });
    } finally {
      setFetching(false);
    }
  };
  if (files.length === 0) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" disabled={isFetching} onClick={() => void open()}>
        {isFetching ? t.openingDemo : t.openDemo}
      </Button>
      <span>{t.download}</span>
      {files.map(({ name, bytes }) => (
        <Anchor key={name} href={pathOf(name)} download={name} size="sm">{`${name} (${f.bytes(bytes)})`}</Anchor>
      ))}
    </>
  );
}

/** Rejects when it is not to be had. */
async function fetchFile(name: string): Promise<File> {
  const response = await fetch(pathOf(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new File([await response.blob()], name);
}
