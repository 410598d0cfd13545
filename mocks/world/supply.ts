/**
 * Where numbers come from: operators, outlets and agents, contracts over ranges of numbers, and the operator's employees. A ring
 * is a supply of fraud: an insider who forges contracts, a number merchant who resells their numbers, and an outlet or two that
 * puts them on the market among honest sales.
 */
import type { Member } from './member.ts';
import type { NumberBook } from './numberBook.ts';
import { mix32, type Random } from './random.ts';

export interface Outlet {
  readonly name: string;
  /** The agent or chain it belongs to. */
  readonly agent: string;
}

export type Job = 'sales' | 'contracts' | 'network' | 'messages' | 'care';

export interface Employee {
  readonly id: string;
  readonly job: Job;
  readonly host: string;
}

/** A contract that gives a customer ranges of numbers. Days count from the world's first and may lie before it. */
export interface Contract {
  readonly id: string;
  /** First and last number, both included. */
  readonly first: string;
  readonly last: string;
  readonly customer: string;
  readonly enteredBy: Employee;
  readonly approvedBy: Employee;
  readonly signedOn: number;
  readonly endsOn: number;
  readonly isForged: boolean;
}

/** How a card was registered, where it was not like most. */
export interface CardFacts {
  readonly outlet: Outlet;
  readonly contract: Contract | null;
  /** Whose identity document was shown, as any whole number that stands for a person. */
  readonly holder: number;
  /** Not in the register as sold: still listed as vacant. */
  readonly isListedVacant?: boolean;
}

export interface Ring {
  readonly name: string;
  readonly insider: Employee;
  /** The number merchant (号商), as the register names the agent. */
  readonly merchant: string;
  readonly outlets: readonly Outlet[];
  readonly contracts: readonly Contract[];
  /** Numbers already taken from each contract. */
  readonly taken: number[];
  /** Numbers whose holders' bank cards take the money in. */
  readonly mules: Member[];
  /** Identities that cards are registered on; each serves several. */
  holder: number;
  holderUses: number;
}

const agents = ['畅联通信', '鑫源通讯', '宏达数码', '天翼便利', '启明电讯', '百信手机', '四方通联', '锦城数码'];
const merchantNames = ['卓远商贸', '云桥信息', '恒通代理', '众诚科技', '腾越通信', '金穗商务', '聚力网络', '环宇代理', '信达渠道', '广汇服务'];
const customers = ['江川物流', '蜀道快运', '绵阳水务', '安防联网', '智慧停车', '西南电力表计', '锦里共享', '嘉陵车联'];
const forgedCustomers = ['博睿文化传媒', '鼎盛电子商务', '瑞丰信息咨询', '明达网络科技', '中宏企业服务', '华悦信息技术'];
/** Prefixes of resold networks, where most such ranges are. */
const resalePrefixes = ['165', '167', '170', '171', '162'];

const jobs: readonly Job[] = ['sales', 'sales', 'sales', 'sales', 'contracts', 'care', 'care', 'network', 'network', 'messages'];

export class Supply {
  readonly outlets: readonly Outlet[];
  readonly employees: readonly Employee[];
  readonly contracts: Contract[] = [];
  readonly rings: readonly Ring[];
  /** By member id, the cards whose registration is not like most. */
  readonly facts = new Map<number, CardFacts>();
  readonly #random: Random;
  readonly #numbers: NumberBook;
  readonly #resale: Contract[] = [];
  readonly #resaleTaken: number[] = [];
  #contractsMade = 0;
  #holders = 0;

  /** @param size about how many numbers the world has; @param rings how many supplies of fraud */
  constructor(random: Random, numbers: NumberBook, size: number, days: number, rings: number) {
    this.#random = random;
    this.#numbers = numbers;
    this.outlets = Array.from({ length: 8 + Math.ceil(size / 1_500) }, (_, i) => ({ name: `营业厅${String(i + 101)}`, agent: agents[i % agents.length]! }));
    const staff = Math.min(400, 20 + Math.ceil(size / 2_500));
    this.employees = Array.from({ length: staff }, (_, i) => ({
      id: `E${String(10_240 + ((i * 37) % 1_000) * 7 + Math.floor(i / 1_000))}`, job: jobs[i % jobs.length]!, host: `10.${20 + (i % 9)}.${(i * 11) % 250}.${10 + ((i * 29) % 200)}`,
    }));
    for (let i = 2 + Math.ceil(size / 25_000); i > 0; i--) {
      const stem = numbers.range(resalePrefixes);
      this.#resale.push(this.honestContract(`${random.pick(agents)}转售`, `${stem}000`, `${stem}999`, random.whole(-700, -40)));
      this.#resaleTaken.push(0);
    }
    this.rings = Array.from({ length: rings }, (_, i) => this.#makeRing(i, days));
  }

  /** A contract as it should be: one employee enters it, another approves it. */
  honestContract(customer: string, first: string, last: string, signedOn: number): Contract {
    const clerks = this.employees.filter(({ job }) => job === 'contracts');
    const entered = this.#random.pick(clerks);
    const others = clerks.filter((clerk) => clerk !== entered);
    const contract = this.#contract(customer, first, last, entered, others.length === 0 ? entered : this.#random.pick(others), signedOn, false);
    this.contracts.push(contract);
    return contract;
  }

  /** The contract of a company's own numbers, which stand side by side. */
  companyContract(first: string, last: string): Contract {
    return this.honestContract(this.#random.pick(customers), first, last, this.#random.whole(-900, -30));
  }

  /** A number of an honest resale range, with its registration for whoever gets it. */
  resaleCard(): { readonly number: string; readonly contract: Contract } {
    const at = this.#random.below(this.#resale.length);
    const contract = this.#resale[at]!;
    const number = this.#next(contract, this.#resaleTaken, at);
    return number === null ? { number: this.#numbers.mobile(), contract } : { number, contract };
  }

  /** A card for a gang: mostly of a forged contract's range, through the ring's outlets. */
  ringCard(ring: Ring, fromPool = this.#random.chance(0.7)): { readonly number: string; readonly facts: CardFacts } {
    const random = this.#random;
    const at = random.below(ring.contracts.length);
    const pooled = fromPool ? this.#next(ring.contracts[at]!, ring.taken, at) : null;
    if (pooled === null) {
      // Bought from owners who sold theirs, anywhere.
      return { number: this.#numbers.mobile(), facts: { outlet: random.chance(0.5) ? random.pick(ring.outlets) : random.pick(this.outlets), contract: null, holder: this.#stolenIdentity() } };
    }
    if (ring.holderUses <= 0) {
      ring.holder = this.#stolenIdentity();
      ring.holderUses = random.whole(1, 5);
    }
    ring.holderUses--;
    return { number: pooled, facts: { outlet: random.pick(ring.outlets), contract: ring.contracts[at]!, holder: ring.holder } };
  }

  /** How a card was registered: as noted, or like most. */
  factsOf(member: Member): CardFacts {
    return this.facts.get(member.id) ?? {
      outlet: this.outlets[(mix32(member.id * 193 + 7) >>> 0) % this.outlets.length]!, contract: null, holder: member.person,
    };
  }

  /** The next number of a range, leaving gaps; null when the range is used up. */
  #next(contract: Contract, taken: number[], at: number): string | null {
    const tail = taken[at]! + this.#random.whole(1, 3);
    if (tail > 999) return null;
    taken[at] = tail;
    return contract.first.slice(0, 8) + String(tail).padStart(3, '0');
  }

  /** Persons who have no number of their own in the world. */
  #stolenIdentity(): number {
    return 1_000_000_000 + this.#holders++;
  }

  #makeRing(index: number, days: number): Ring {
    const random = this.#random;
    const merchant = `${merchantNames[index % merchantNames.length]!}${index < merchantNames.length ? '' : String(1 + Math.floor(index / merchantNames.length))}`;
    // Every ring has an insider of its own while there are enough; contract clerks can do most.
    const insiders = this.employees.filter(({ job }) => job === 'contracts' || job === 'messages' || job === 'network');
    const insider = insiders[(index * 2 + 1) % insiders.length]!;
    const clerks = this.employees.filter(({ job, id }) => job === 'contracts' && id !== insider.id);
    const contracts = Array.from({ length: random.whole(1, 2) }, () => {
      const stem = this.#numbers.range(resalePrefixes);
      // Signed on the insider's own word, or with a colleague's account.
      const approvedBy = random.chance(0.5) || clerks.length === 0 ? insider : random.pick(clerks);
      return this.#contract(random.pick(forgedCustomers), `${stem}000`, `${stem}999`, insider, approvedBy, random.whole(-25, Math.max(-24, Math.round(days * 0.02))), true);
    });
    this.contracts.push(...contracts);
    const own: Outlet = { name: `代理点${String(301 + index)}`, agent: merchant };
    const outlets = random.chance(0.5) ? [own] : [own, { name: random.pick(this.outlets).name, agent: merchant }];
    return { name: `ring-${index + 1}`, insider, merchant, outlets, contracts, taken: contracts.map(() => 0), mules: [], holder: 0, holderUses: 0 };
  }

  #contract(customer: string, first: string, last: string, enteredBy: Employee, approvedBy: Employee, signedOn: number, isForged: boolean): Contract {
    const id = `HT${String(202_400_000 + ++this.#contractsMade * 13)}`;
    return { id, first, last, customer, enteredBy, approvedBy, signedOn, endsOn: signedOn + 365 * this.#random.whole(1, 3), isForged };
  }
}

/** Identity document as its hash, 32 hexadecimal digits. */
export function documentHash(holder: number): string {
  return hexadecimal(holder, 0x51ed) + hexadecimal(holder, 0x2d9f) + hexadecimal(holder, 0x7b31) + hexadecimal(holder, 0x1c43);
}

/** Eight hexadecimal digits that belong to a number and a purpose. */
export function hexadecimal(value: number, purpose: number): string {
  return (mix32(mix32(value % 4_294_967_296) ^ Math.imul(purpose, 0x9e3779b1)) >>> 0).toString(16).padStart(8, '0');
}
