/** What the fitted weights say of where they come from, which is written in English, for readers of Chinese. */
import type { Language } from '../../words/language.tsx';

const inChinese: Readonly<Record<string, string>> = {
  'Sichuan telecom fraud subscribers (2020 Digital Sichuan Innovation Competition), as published in the GAT-COBO repository':
    '四川电信诈骗用户数据（2020 数字四川创新大赛），由 GAT-COBO 仓库公布',
  'in file order: first 60 % fitted to (bags of it, each stopped by the rows left out), next 20 % to choose terms and options by, last 20 % test':
    '按文件顺序：前 60% 用于拟合（多份抽样，每份由未抽中的行决定何时停止），其后 20% 用于选择各项和参数，最后 20% 用于测试',
  'additive: cyclic boosting of one curve per feature, bagged, calibrated on rows not seen (src/scoring/training/fitScorecard.ts); intercept = log-odds of the training part, so contributions hold at any base rate':
    '加性模型：对每个特征的曲线循环提升，多份平均，并在未见过的行上校准；截距为训练部分的对数几率，因此各项贡献适用于任意基准比例',
};

/** The text in the language of the page, and the language it is in: English for what nobody has translated yet. */
export function provenanceText(text: string, language: Language): { readonly text: string; readonly lang: 'en' | 'zh-CN' } {
  const translated = language === 'zh' ? inChinese[text] : undefined;
  return translated === undefined ? { text, lang: 'en' } : { text: translated, lang: 'zh-CN' };
}
