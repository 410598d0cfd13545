import { languages } from '../words/language.tsx';
import { defineTexts, useTexts } from '../words/language.tsx';
import { htmlLanguage, useLanguageSetting } from './languageSetting.ts';
import classes from './TopBar.module.css';

const texts = defineTexts({ language: ['Language', '语言'] });
/** Each in itself, so that whoever does not read the page finds their own. */
const names = { en: 'English', zh: '中文' } as const;

export function LanguageControl() {
  const t = useTexts(texts);
  const [language, setLanguage] = useLanguageSetting();
  return (
    <select
      className={classes.choice}
      aria-label={t.language}
      value={language}
      onChange={(event) => setLanguage(languages.find((known) => known === event.target.value) ?? 'en')}
    >
      {languages.map((known) => (
        <option key={known} value={known} lang={htmlLanguage[known]}>
          {names[known]}
        </option>
      ))}
    </select>
  );
}
