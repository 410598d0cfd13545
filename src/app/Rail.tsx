import { IconArrowsDiff, IconChartHistogram, IconDatabase, IconListSearch, IconTopologyStar3 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { glossary } from '../words/glossary.ts';
import { defineTexts, useTexts } from '../words/language.tsx';
import classes from './Rail.module.css';
import { railScreens } from './routes.ts';
import type { RailScreen } from './routes.ts';

const texts = defineTexts({ screens: ['Screens', '页面'] });

const icons: Readonly<Record<RailScreen['word'], typeof IconDatabase>> = {
  suspects: IconListSearch,
  network: IconTopologyStar3,
  compare: IconArrowsDiff,
  trends: IconChartHistogram,
  datasets: IconDatabase,
};

/** The screens that exist, as icon and word; on a narrow page the word is in the tooltip. */
export function Rail() {
  const t = useTexts(texts);
  const words = useTexts(glossary);
  return (
    <nav className={classes.rail} aria-label={t.screens}>
      {railScreens.map(({ path, word }) => {
        const Icon = icons[word];
        return (
          <Link key={path} to={path} className={classes.link} title={words[word]} aria-label={words[word]}>
            <Icon size={18} stroke={1.6} aria-hidden />
            <span className={classes.word} aria-hidden>
              {words[word]}
            </span>
          </Link>
        );
      })}
    </nav>
  );
}
