import * as v from 'valibot';
import { type Fault, faultSchema } from './fault.ts';
import type { ProviderName, RouteName } from './provider.ts';
import { createRateWindow, type RateReading, type RateWindow } from './rate-window.ts';

/** What a call meets: the fault that hits it, if any, and where it stands in a limited window, if it is in one. */
export interface Met {
  fault: Fault | null;
  rate: RateReading | null;
}

export interface FaultQueue {
  push: (fault: Fault) => void;
  meet: (provider: ProviderName, route: RouteName) => Met;
  clear: () => void;
}

interface Queued {
  fault: Fault;
  left: number;
  window: RateWindow | null;
}

/** Faults in the order they were pushed: the first that matches hits the call; a rate limit lets calls pass till it is full. */
export function createFaultQueue(): FaultQueue {
  let queue: Queued[] = [];

  const matches = ({ fault: { on } }: Queued, provider: ProviderName, route: RouteName) =>
    (on?.provider ?? provider) === provider && (on?.route ?? route) === route;

  return {
    push(fault) {
      const checked = v.parse(faultSchema, fault);
      const window = checked.kind === 'rate-limit' ? createRateWindow(checked.limit, checked.windowMs) : null;
      queue.push({ fault: checked, left: checked.times ?? Number.POSITIVE_INFINITY, window });
    },
    meet(provider, route) {
      let rate: RateReading | null = null;
      for (const queued of queue.filter((each) => matches(each, provider, route))) {
        if (queued.window !== null) {
          rate = queued.window.take();
          if (!rate.exceeded) continue;
        }
        queued.left -= 1;
        queue = queue.filter((each) => each.left > 0);
        return { fault: queued.fault, rate };
      }
      return { fault: null, rate };
    },
    clear() {
      queue = [];
    },
  };
}
