import { counted } from '../../../words/plural.ts';
import { defineTexts } from '../../../words/language.tsx';

export const learningTexts = defineTexts({
  // The button in the queue.
  learn: ['Learn from decisions…', '从决定中学习…'],
  learnFrom: [(n: string) => `Learn from ${counted(n, 'decision', 'decisions')}…`, (n: string) => `从 ${n} 个决定中学习…`],
  learnBriefly: ['Learn…', '学习…'],
  help: ['Learn from confirmations and dismissals', '从确认和排除中学习'],
  // The dialog.
  title: ['Learn from decisions', '从决定中学习'],
  what: [
    'A refit weighs each kind of reason by what you confirmed and dismissed in this dataset. The base rate stays as stated, and the reasons still add up to the score. Nothing changes until you apply it.',
    '根据您在本数据集中的确认与排除，重新衡量各类理由的分量。基准比例不变，各理由之和仍等于评分。应用之前，队列不会有任何变化。',
  ],
  counts: [(confirmed: string, dismissed: string) => `${confirmed} confirmed, ${dismissed} dismissed`, (confirmed: string, dismissed: string) => `已确认 ${confirmed} 个，已排除 ${dismissed} 个`],
  unused: [(n: string) => `${n} more not used: services, numbers left alone, or without calls.`, (n: string) => `另有 ${n} 个未采用：服务号码、特殊号码或没有通话的号码。`],
  inUse: [(n: string, day: string) => `In use: refitted on ${counted(n, 'decision', 'decisions')}, ${day}.`, (n: string, day: string) => `正在使用：${day} 按 ${n} 个决定重新拟合的模型。`],
  earlierModel: [' It weighs the reasons of an earlier model: apply it anew.', ' 其衡量的是旧版模型的理由：请重新应用。'],
  working: ['Comparing the models…', '正在比较模型…'],
  where: ['Learning from decisions', '从决定中学习'],
  // What is lacking.
  confirmed: ['No usable number is confirmed yet: dismissals alone cannot tell what sets fraud apart.', '还没有可用的已确认号码：仅凭排除无法得知诈骗号码的特点。'],
  dismissed: ['No usable number is dismissed yet: confirmations alone cannot tell which reasons mislead.', '还没有可用的已排除号码：仅凭确认无法得知哪些理由会误导。'],
  few: [(n: string) => `Fewer than ${n} decisions of one kind: the refit stays close to the shipped model.`, (n: string) => `其中一类决定不足 ${n} 个：重新拟合的结果仍接近出厂模型。`],
  contradiction: ['Some numbers with the very same reasons were confirmed and others dismissed: these teach nothing.', '有些号码理由完全相同，却有的被确认、有的被排除：无法从中学习。'],
  difference: ['The reasons do not tell the confirmed numbers from the dismissed ones: there is nothing to learn.', '现有理由无法区分已确认与已排除的号码：没有可学习的内容。'],
  // How well.
  heldOut: ['On decisions it had not seen', '在未见过的决定上'],
  heldOutHow: [
    (n: string, folds: string, repeats: string) => `${n} decisions, ${folds}-fold cross-validation, ${repeats} times over; both models at the share confirmed.`,
    (n: string, folds: string, repeats: string) => `${n} 个决定，${folds} 折交叉验证，重复 ${repeats} 次；两个模型均按已确认的比例计算。`,
  ],
  noHeldOut: ['Too few decisions to test it: that takes two of each kind.', '决定太少，无法检验：每一类至少需要两个。'],
  better: ['The refit is better than the shipped model, beyond chance.', '重新拟合的模型优于出厂模型，且超出偶然。'],
  worse: ['The refit is worse than the shipped model, beyond chance.', '重新拟合的模型差于出厂模型，且超出偶然。'],
  open: ['Whether it is better cannot be told from so many decisions.', '凭这些决定尚不能判断是否更好。'],
  model: ['Model', '模型'],
  shipped: ['Shipped', '出厂模型'],
  refitted: ['Refitted', '重新拟合'],
  auc: ['AUC', 'AUC'],
  aucHelp: ['Chance that a confirmed number scores above a dismissed one', '已确认号码评分高于已排除号码的概率'],
  logLoss: ['Log loss', '对数损失'],
  logLossHelp: ['Lower is better', '越低越好'],
  // What would change.
  factors: ['What each kind of reason would count', '各类理由的分量'],
  reason: ['Reason', '理由'],
  against: ['Against the holder', '不利于机主'],
  inFavour: ['For the holder', '有利于机主'],
  times: [(factor: string) => `× ${factor}`, (factor: string) => `× ${factor}`],
  entering: ['Into the first 50', '进入前 50 名'],
  leaving: ['Out of the first 50', '退出前 50 名'],
  sameFirst: ['The same 50 numbers stay first.', '前 50 名号码不变。'],
  moves: ['Largest changes of score', '评分变化最大的号码'],
  number: ['Number', '号码'],
  score: ['Score', '评分'],
  place: ['Place', '名次'],
  why: ['Reasons that change most', '变化最大的理由'],
  fromTo: [(from: string, to: string) => `${from} → ${to}`, (from: string, to: string) => `${from} → ${to}`],
  // What one does.
  apply: ['Apply', '应用'],
  cancel: ['Cancel', '取消'],
  revert: ['Back to the shipped model', '恢复出厂模型'],
  applied: [(n: string) => `Refitted on ${counted(n, 'decision', 'decisions')}`, (n: string) => `已按 ${n} 个决定重新拟合`],
  reverted: ['Back to the shipped model', '已恢复出厂模型'],
  undone: ['The change of model is undone', '已撤销模型更改'],
  failed: [(why: string) => `The model was not changed. ${why}`, (why: string) => `模型未能更改。${why}`],
});
