import { learnWindow, type RateWindow, takeCall } from '../../../src/pins/queue/rate-window.ts';

/** How a provider limits: so many calls in a window, which opens with the first one or stands in whole spans of its clock. */
export interface Limits {
  limit: number;
  windowMs: number;
  opens: 'with the first call' | 'by the clock';
  /** By how much its clock is ahead of ours, in ms. */
  aheadMs: number;
  /** One way, in ms. */
  latency(): number;
}

/** What came of `count` calls, six at a time, that go as fast as the bucket lets them. */
export interface Run {
  refused: number;
  tookMs: number;
}

interface Call {
  arrives: number;
  sentAt: number;
}

/** Sends calls to a provider that lives in numbers alone: our time in ms goes on from event to event. */
export function callAll(count: number, { limit, windowMs, opens, aheadMs, latency }: Limits, startedAt: number): Run {
  let now = startedAt;
  let bucket: RateWindow | null = null;
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
      reset: Math.ceil(window.end / 1000) * 1000,
      date: Math.floor(there / 1000) * 1000,
      refused: isRefused,
      sentAt,
      at,
    };
    onTheWayBack.push({
      at,
      answer() {
        if (isRefused) refused += 1;
        else done += 1;
        bucket = learnWindow(bucket, reading, onTheWay.length + onTheWayBack.length);
      },
    });
  };

  while (done < count) {
    while (onTheWay.length + onTheWayBack.length < Math.min(6, count - done)) {
      if (bucket) {
        const taken: RateWindow | null = takeCall(bucket, now);
        if (!taken) break;
        bucket = taken;
      }
      onTheWay.push({ arrives: now + latency(), sentAt: now });
    }
    const idle = onTheWay.length + onTheWayBack.length === 0;
    const next = Math.min(
      ...onTheWay.map(({ arrives }) => arrives),
      ...onTheWayBack.map(({ at }) => at),
      idle && bucket ? (bucket as RateWindow).endsAt : Number.POSITIVE_INFINITY,
      bucket && (bucket as RateWindow).endsAt > now ? (bucket as RateWindow).endsAt : Number.POSITIVE_INFINITY,
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
