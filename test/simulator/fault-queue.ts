import * as v from 'valibot';
import { type Fault, faultSchema } from './fault.ts';
import type { ProviderName, RouteName } from './provider.ts';
import { createRateWindow, type RateReading, type RateWindow } from './rate-window.ts';

/** The fault of one call, if any, and the state of the rate limit that counted the call, if any. */
export interface TakenFault {
  fault: Fault | null;
  rate: RateReading | null;
}

export interface FaultQueue {
  push: (fault: Fault) => void;
  /** Takes the fault of a call to that route. */
  take: (provider: ProviderName, route: RouteName) => TakenFault;
  clear: () => void;
}

interface Queued {
  fault: Fault;
  remaining: number;
  window: RateWindow | null;
}

/** Holds faults in the order they were pushed. The first that matches a call is its fault; a rate limit matches once it is full. */
export function createFaultQueue(): FaultQueue {
  let queue: Queued[] = [];

  const matches = ({ fault: { on } }: Queued, provider: ProviderName, route: RouteName) =>
    (on?.provider ?? provider) === provider && (on?.route ?? route) === route;

  return {
    push(fault) {
      const checked = v.parse(faultSchema, fault);
      const window = checked.kind === 'rate-limit' ? createRateWindow(checked.limit, checked.windowMs) : null;
      queue.push({ fault: checked, remaining: checked.times ?? Number.POSITIVE_INFINITY, window });
    },
    take(provider, route) {
      let rate: RateReading | null = null;
      for (const queued of queue.filter((each) => matches(each, provider, route))) {
        if (queued.window !== null) {
          rate = queued.window.take();
          if (!rate.exceeded) continue;
        }
        queued.remaining -= 1;
        queue = queue.filter((each) => each.remaining > 0);
        return { fault: queued.fault, rate };
      }
      return { fault: null, rate };
    },
    clear() {
      queue = [];
    },
  };
}
