import type { NumberSet } from '../../records/numberSet.ts';
import { combineSets } from '../../records/numberSet.ts';
import type { SetExpression } from './setExpression.ts';
import { SetExpressionError } from './setExpression.ts';

/** The numbers that an expression means. @param sets each named in it */
export function evaluateSets(expression: SetExpression, sets: ReadonlyMap<string, NumberSet>): NumberSet {
  if ('set' in expression) {
    const set = sets.get(expression.set);
    if (set === undefined) throw new SetExpressionError({ column: expression.column, code: 'unknownSet', found: expression.set });
    return set;
  }
  return combineSets(evaluateSets(expression.left, sets), expression.operation, evaluateSets(expression.right, sets));
}
