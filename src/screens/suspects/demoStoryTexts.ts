import { defineTexts } from '../../words/language.tsx';

/** The parts of the story, in the order in which it is told. */
export const storyParts = ['chain', 'cut', 'replaced'] as const;
export type StoryPart = (typeof storyParts)[number];

// Builds without the demo leave it out.
export const demoStoryTexts = /* @__PURE__ */ defineTexts({
  strip: ['The demo’s case', '演示案件'],
  lead: ['A simulated case. What really happened:', '模拟案件，真实经过：'],
  shortLead: ['What really happened:', '真实经过：'],
  hide: ['Hide', '隐藏'],
  chain: ['The chain behind one caller', '一个主叫背后的链条'],
  cut: ['What the cut did', '断网的效果'],
  replaced: ['Who replaced whom', '谁顶替了谁'],
  chainStory: [
    (called: string, believed: string, paid: string, yuan: string) => `This number made ${called} calls. ${believed} of those called believed it, ${paid} of them paid: ¥${yuan} in all. Blocking it stops one card.`,
    (called: string, believed: string, paid: string, yuan: string) => `该号码共拨出 ${called} 次。被叫中 ${believed} 人信以为真，${paid} 人付款，共 ¥${yuan}。封停它只封掉一张卡。`,
  ],
  chainEnd: [
    (others: string) => `The same insider’s contracts supplied ${others} other numbers of this case: that is where the chain can be cut.`,
    (others: string) => `同一内鬼经手的合同还为本案供应了另外 ${others} 个号码：链条应在那里斩断。`,
  ],
  victims: ['Victims', '受害人'],
  caller: ['Caller', '主叫'],
  outlet: ['Outlet', '网点'],
  merchant: ['Number merchant', '号商'],
  contract: ['Pool contract', '号段合同'],
  insider: ['Insider', '内鬼'],
  cutStory: [
    (day: string, place: string, before: string, during: string) => `On ${day} the network at ${place} was cut. The compound’s numbers had made ${before} calls a day; in the days after they made ${during}.`,
    (day: string, place: string, before: string, during: string) => `${day}，${place}断网。园区号码此前每天拨出 ${before} 次，其后几天降至 ${during} 次。`,
  ],
  cutCame: [
    (days: string) => `On day ${days} half of it was back: over a satellite link, and from elsewhere along the border.`,
    (days: string) => `第 ${days} 天已恢复一半：一部分改走卫星链路，一部分转移到边境别处。`,
  ],
  cutGone: ['It did not come back to half of that while the records last.', '在话单范围内未恢复到一半。'],
  cutMoved: [(numbers: string) => `Moved elsewhere: ${numbers}.`, (numbers: string) => `转移到别处：${numbers}。`],
  cutBars: [(from: string) => `Calls of the compound’s numbers by day from ${from}`, (from: string) => `园区号码自 ${from} 起每天的拨出次数`],
  replacedStory: [
    (day: string, place: string, silenced: string, pairs: string) => `On ${day} the police raided a room of callers in ${place} and silenced ${silenced} numbers. Within a week ${pairs} of the callers were at work again with new cards and phones.`,
    (day: string, place: string, silenced: string, pairs: string) => `${day}，警方在${place}捣毁一个话务窝点，${silenced} 个号码静默。一周之内，其中 ${pairs} 人换卡换机重操旧业。`,
  ],
  old: ['Silenced', '已静默'],
  new: ['In its place', '顶替号码'],
  openChain: ['Follow the chain in the records', '在记录中查看链条'],
  openNumber: ['Open the number', '打开号码'],
  openTrends: ['See the weeks', '查看各周'],
  openNetwork: ['See who they call', '查看通联网络'],
  aside: ['Told by the simulation, not by the program: the queue does not know it.', '以上由模拟世界给出，并非程序结论；队列并不知情。'],
});
