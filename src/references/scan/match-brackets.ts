import { kinds } from './token-kinds';
import type { Tokens } from './tokens';

const brackets = '([{)]}';

/**
 * Marks the brackets that belong to a pair. A bracket that is never closed, such as one of an object whose end was cut
 * off, belongs to no pair, and neither begins nor ends a node.
 */
export function matchBrackets(text: string, { count, kinds: kindOf, starts, isPaired }: Tokens): void {
  const open: number[] = [];
  const openCounts = [0, 0, 0];
  const typeOf = (token: number): number => brackets.indexOf(text.charAt(starts[token] ?? 0)) % 3;
  for (let token = 0; token < count; token += 1) {
    if (kindOf[token] === kinds.open) {
      const type = typeOf(token);
      isPaired[token] = 0;
      open.push(token);
      openCounts[type] = (openCounts[type] ?? 0) + 1;
    } else if (kindOf[token] === kinds.close) {
      const type = typeOf(token);
      isPaired[token] = 0;
      if (!openCounts[type]) continue;
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        const lastType = typeOf(last);
        openCounts[lastType] = (openCounts[lastType] ?? 0) - 1;
        if (lastType !== type) continue;
        isPaired[last] = 1;
        isPaired[token] = 1;
        break;
      }
    }
  }
}
