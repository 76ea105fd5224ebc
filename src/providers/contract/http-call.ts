/** One HTTP request to a provider. Its URL and headers may hold secrets: never shown, logged or stored. */
export interface HttpRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** How much of the answer is read, in bytes; without it, as much as a single thing needs. */
  longestAnswer?: number;
}

/** What came back. The body is text, cut at a bound and free of the account's secrets; header names are lower case. */
export interface HttpAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** When the question left and the answer was there, unix ms. */
  sentAt: number;
  at: number;
}

/** A request, and how its answer is read. `read` takes any answer: HTML, empty, cut or hostile. */
export interface Call<T> {
  request: HttpRequest;
  read(answer: HttpAnswer): T;
}
