import { Button, FileButton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCase } from '../../sources/useCase.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { defineTexts, useTexts } from '../../words/language.tsx';
import classes from './SourceLine.module.css';

const texts = defineTexts({
  where: ['The line', '原始行'],
  looking: ['Looking it up…', '正在查找…'],
  closed: [(file: string) => `${file} is not open any more since the page was loaded anew. Choose it again to see the line; nothing is read anew.`, (file: string) => `页面重新加载后，${file} 已不再打开。重新选择该文件即可查看此行，无需重新读取。`],
  choose: [(file: string) => `Choose ${file}`, (file: string) => `选择 ${file}`],
  another: [(file: string) => `That is not ${file}: its name or size is another.`, (file: string) => `所选文件不是 ${file}：名称或大小不同。`],
  changed: [(file: string) => `${file} was changed or removed since it was read. Put it back as it was, then choose it again.`, (file: string) => `${file} 自读取后被修改或删除。请恢复原文件后重新选择。`],
  unplaced: ['Files of this format have no lines of text to show.', '此格式的文件没有可显示的文本行。'],
  cut: ['(the line goes on)', '（此行未完）'],
  ambiguous: ['Several files of the dataset have this name; the line of each:', '数据集中有多个同名文件，各文件的该行：'],
});

/** A record's line as it stands in its file, or why it cannot be shown and what to do. */
export function SourceLine({ file, line }: { file: string; line: number }) {
  const t = useTexts(texts);
  const { lines, key } = useCase();
  const queries = useQueryClient();
  const [isAnother, setAnother] = useState(false);
  const queryKey = [key, 'line', file, line];
  const { data, error, refetch } = useQuery({ queryKey, queryFn: ({ signal }) => lines?.find(file, line, signal) ?? [], staleTime: Infinity });
  if (error !== null) return <ErrorState where={t.where} error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <output className={classes.note}>{t.looking}</output>;
  const reopen = async (chosen: File | null) => {
    if (chosen === null) return;
    setAnother((await lines?.reopen(chosen)) !== true);
    await queries.invalidateQueries({ queryKey: [key, 'line'] });
  };
  const isMissing = data.some(({ is }) => is === 'closed' || is === 'changed');
  return (
    <div className={classes.line}>
      {data.length > 1 && <p className={classes.note}>{t.ambiguous}</p>}
      {data.map((found, i) => {
        // oxlint-disable-next-line react/no-array-index-key -- one per file of the name, in their order
        if (found.is === 'line') return <code key={i} className={classes.text}>{found.text}{found.isCut && ` … ${t.cut}`}</code>;
        const why = found.is === 'unplaced' ? t.unplaced : t[found.is](file);
        // oxlint-disable-next-line react/no-array-index-key -- as above
        return <p key={i} className={classes.note}>{why}</p>;
      })}
      {isMissing && (
        <FileButton onChange={(chosen) => void reopen(chosen)}>
          {(props) => <Button {...props} size="compact-xs" variant="default">{t.choose(file)}</Button>}
        </FileButton>
      )}
      {isAnother && <output className={classes.note}>{t.another(file)}</output>}
    </div>
  );
}
