/**
 * Set algebra over named sets of numbers: `A & B - C`, `(A | B) ^ 名单`.
 *
 * `&` in both, `|` in either, `-` in the first but not the second, `^` in one but not both; brackets. As in Python, `-` binds
 * tightest, then `&`, `^` and `|`; equals from left to right. The signs ∩ ∪ ∖ − ⊕ △ mean the same.
 */
import type { SetOperation } from '../../records/numberSet.ts';

export type SetExpression =
  | { readonly set: string; readonly column: number }
  | { readonly operation: SetOperation; readonly left: SetExpression; readonly right: SetExpression };

/** What is wrong with an expression and where, column from 1. `found` is '' at the end. The words are the caller's. */
export interface SetExpressionFault {
  readonly column: number;
  readonly code: 'expectedSet' | 'expectedOperator' | 'unclosed' | 'unopened' | 'unknownSet' | 'strangeCharacter' | 'tooDeep';
  readonly found: string;
}

export class SetExpressionError extends Error {
  readonly fault: SetExpressionFault;
  constructor(fault: SetExpressionFault) {
    super(`column ${fault.column}: ${describe(fault)}`);
    this.name = 'SetExpressionError';
    this.fault = fault;
  }
}

function describe({ code, found }: SetExpressionFault): string {
  const what = found === '' ? 'the end' : `“${found}”`;
  switch (code) {
    case 'expectedSet':
      return `a set or ( should stand here, not ${what}`;
    case 'expectedOperator':
      return `one of & | - ^ should stand before ${what}`;
    case 'unclosed':
      return 'this ( is never closed';
    case 'unopened':
      return 'this ) was never opened';
    case 'unknownSet':
      return `there is no set ${what}`;
    case 'strangeCharacter':
      return `${what} means nothing here; there are & | - ^ ( )`;
    case 'tooDeep':
      return 'more brackets in each other than can be read';
  }
}

/** How tightly each binds. */
const strengths: Record<SetOperation, number> = { '|': 1, '^': 2, '&': 3, '-': 4 };
const signs: Readonly<Record<string, SetOperation>> = { '&': '&', '|': '|', '-': '-', '^': '^', '∩': '&', '∪': '|', '∖': '-', '\\': '-', '−': '-', '–': '-', '⊕': '^', '△': '^', '∆': '^' };
const MAX_DEPTH = 200;

interface Token {
  readonly text: string;
  readonly column: number;
}

/** Reads an expression. @param sets names that may be used; null allows any. @throws SetExpressionError */
export function parseSetExpression(text: string, sets: ReadonlySet<string> | null): SetExpression {
  const tokens = tokensOf(text);
  const end: Token = { text: '', column: Array.from(text).length + 1 };
  let at = 0;
  const peek = () => tokens[at] ?? end;

  const operand = (depth: number): SetExpression => {
    const token = peek();
    if (token.text === '(') {
      if (depth > MAX_DEPTH) throw fault(token, 'tooDeep');
      at++;
      const inner = expression(1, depth + 1);
      const close = peek();
      if (close.text === '') throw fault(token, 'unclosed');
      if (close.text !== ')') throw fault(close, 'expectedOperator');
      at++;
      return inner;
    }
    if (token.text === '' || token.text === ')' || token.text in signs) throw fault(token, 'expectedSet');
    if (sets !== null && !sets.has(token.text)) throw fault(token, 'unknownSet');
    at++;
    return { set: token.text, column: token.column };
  };
  const expression = (least: number, depth: number): SetExpression => {
    let left = operand(depth);
    for (;;) {
      const operation = signs[peek().text];
      if (operation === undefined || strengths[operation] < least) return left;
      at++;
      left = { operation, left, right: expression(strengths[operation] + 1, depth) };
    }
  };

  const whole = expression(1, 0);
  const rest = peek();
  if (rest.text === ')') throw fault(rest, 'unopened');
  if (rest.text !== '') throw fault(rest, 'expectedOperator');
  return whole;
}

function fault({ text, column }: Token, code: SetExpressionFault['code']): SetExpressionError {
  return new SetExpressionError({ column, code, found: text });
}

/** Names are letters, digits, _ and . of any script. */
export function isSetName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(text);
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let column = 1;
  for (const [token] of text.normalize('NFC').matchAll(/\s+|[\p{L}_][\p{L}\p{N}_.]*|./gsu)) {
    const plain = token.normalize('NFKC');
    if (token.trim() === '') {
      // A blank separates.
    } else if (plain === '(' || plain === ')' || plain in signs) tokens.push({ text: plain, column });
    else if (isSetName(token)) tokens.push({ text: token, column });
    else throw fault({ text: token, column }, 'strangeCharacter');
    column += Array.from(token).length;
  }
  return tokens;
}
