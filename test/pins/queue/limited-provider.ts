import { learnWindow, type RateWindow, takeCall } from '../../../src/pins/queue/rate-window.ts';

/** The rate limit of a provider: so many calls in a window, which opens with the first call or at fixed times of its clock. */
export interface Limits {
  limit: number;
  windowMs: number;
  opens: 'with the first call' | 'by the clock';
  /** How far its clock is ahead of ours, in ms. */
  aheadMs: number;
  /** Returns how long a call takes in one direction, in ms. */
  latency(): number;
}

/** How many calls were refused, and how long all of them took. */
export interface CallsResult {
  refused: number;
  tookMs: number;
}

interface Call {
  arrives: number;
  sentAt: number;
}

/** Makes `count` calls, ten at a time and as fast as the rate window allows, to a provider that is simulated in numbers alone. */
export function callAll(
  count: number,
  { limit, windowMs, opens, aheadMs, latency }: Limits,
  startedAt: number,
): CallsResult {
  let now = startedAt;
  let rateWindow: RateWindow | null = null;
  let window = { end: 0, taken: 0 };
  let done = 0;
  let refused = 0;
  const onTheWay: Call[] = [];
  const onTheWayBack: { at: number; answer: () => void }[] = [];

  const arrive = ({ arrives, sentAt }: Call) => {
    const there = arrives + aheadMs;
    if (there >= window.end) {
      const end = opens === 'by the clock' ? Math.floor(there / windowMs + 1) * windowMs : there + windowMs;
      window = { end, taken: 0 };
    }
    window.taken += 1;
    const isRefused = window.taken > limit;
    const at = arrives + latency();
    const reading = {
      limit,
      remaining: Math.max(0, limit - window.taken),
      resetAt: Math.ceil(window.end / 1000) * 1000,
      answeredAt: Math.floor(there / 1000) * 1000,
      isRefused,
      sentAt,
      receivedAt: at,
    };
    onTheWayBack.push({
      at,
      answer() {
        if (isRefused) refused += 1;
        else done += 1;
        rateWindow = learnWindow(rateWindow, reading, onTheWay.length + onTheWayBack.length);
      },
    });
  };

  while (done < count) {
    while (onTheWay.length + onTheWayBack.length < Math.min(10, count - done)) {
      if (rateWindow) {
        const taken: RateWindow | null = takeCall(rateWindow, now);
        if (!taken) break;
        rateWindow = taken;
      }
      onTheWay.push({ arrives: now + latency(), sentAt: now });
    }
    const idle = onTheWay.length + onTheWayBack.length === 0;
    const next = Math.min(
      ...onTheWay.map(({ arrives }) => arrives),
      ...onTheWayBack.map(({ at }) => at),
      idle && rateWindow ? (rateWindow as RateWindow).endsAt : Number.POSITIVE_INFINITY,
      rateWindow && (rateWindow as RateWindow).endsAt > now
        ? (rateWindow as RateWindow).endsAt
        : Number.POSITIVE_INFINITY,
    );
    now = Math.max(now, next);
    for (const call of onTheWay.filter(({ arrives }) => arrives <= now)) {
      onTheWay.splice(onTheWay.indexOf(call), 1);
      arrive(call);
    }
    for (const back of onTheWayBack.filter(({ at }) => at <= now)) {
      onTheWayBack.splice(onTheWayBack.indexOf(back), 1);
      back.answer();
    }
  }
  return { refused, tookMs: now - startedAt };
}
