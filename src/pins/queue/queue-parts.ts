import type { Outcome, RateReading } from '../../providers';
import type { PinRequest } from './request';
import type { PinsDisk } from './stores';

/** The dependencies of the queue. The worker passes the real ones, and tests pass their own. */
export interface QueueParts {
  disk: PinsDisk;
  /** Makes one call to the provider. Never rejects: every failure is an outcome. */
  perform(request: PinRequest, onRateReading: (reading: RateReading) => void): Promise<Outcome>;
  isOnline(): boolean;
  /** Returns unix ms. */
  now(): number;
  /** Returns a number from 0 to 1. */
  random(): number;
  newId(): string;
  /** Deletes what is stored about an account outside the queue. It may be called again for the same account. */
  deleteAccount(id: string): Promise<void>;
  /** Sets the alarm that calls `wake` at that time (unix ms), in a new worker if need be; null clears the alarm. */
  wakeAt(at: number | null): void;
}
